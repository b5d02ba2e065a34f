import type {HeadingWords} from './heading-words.js'

export const swedish: HeadingWords = {
  headings: {
    contact: 'kontakt, kontaktuppgifter, personuppgifter, personliga uppgifter, kontaktinformation',
    summary:
      'profil, om mig, sammanfattning, personlig profil, mål, kort om mig, presentation, profilbeskrivning',
    work: `arbetslivserfarenhet, arbetslivserfarenheter, erfarenhet, erfarenheter, yrkeserfarenhet, anställningar,
      arbetserfarenhet, praktik, tidigare anställningar, karriär, tidigare erfarenheter, uppdrag`,
    education: 'utbildning, utbildningar, studier, akademisk utbildning',
    skills: `kompetenser, kunskaper, färdigheter, kompetens, datakunskaper, datorkunskaper, it kunskaper, egenskaper,
      tekniska färdigheter, personliga egenskaper, nyckelkompetenser, it kompetens, teknisk kompetens`,
    languages: 'språk, språkkunskaper, språkfärdigheter',
    projects: 'projekt, egna projekt, utvalda projekt',
    certificates: 'certifikat, certifieringar, certifiering, licenser, intyg',
    courses:
      'kurser, vidareutbildning, fortbildning, kurser och certifikat, övriga kurser, kurser och utbildningar',
    awards: 'utmärkelser, priser, stipendier, meriter, priser och utmärkelser',
    publications: 'publikationer',
    volunteer:
      'ideellt arbete, volontärarbete, ideellt engagemang, engagemang, förtroendeuppdrag, föreningsliv',
    interests: 'intressen, fritidsintressen, hobby, hobbyer, fritid, personliga intressen',
    references: 'referenser, referens',
    other: 'övrigt, övriga meriter, körkort, övriga uppgifter, medlemskap, övrig information',
  },
  modifiers:
    'tidigare, relevant, övrig, övriga, personliga, professionell, mina, min, och, tekniska, utvalda',
  titles: 'curriculum vitae, cv, meritförteckning, levnadsbeskrivning',
}
