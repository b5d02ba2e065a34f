import type {HeadingWords} from './heading-words.js'

export const norwegian: HeadingWords = {
  headings: {
    contact:
      'kontakt, kontaktinformasjon, personlig informasjon, personalia, kontaktopplysninger, personopplysninger',
    summary:
      'profil, om meg, sammendrag, oppsummering, kort om meg, nøkkelkvalifikasjoner, personlig profil, mål',
    work: `arbeidserfaring, erfaring, yrkeserfaring, jobberfaring, praksis, relevant erfaring, ansettelser, karriere,
      arbeidsforhold, arbeidspraksis, profesjonell erfaring, stillinger`,
    education: 'utdanning, utdannelse, utdanninger, utdanningsbakgrunn, skolegang',
    skills: `ferdigheter, kompetanse, kunnskaper, it kunnskaper, dataferdigheter, datakunnskaper, kvalifikasjoner,
      tekniske ferdigheter, kjernekompetanse, it kompetanse, personlige egenskaper, nøkkelkompetanse`,
    languages: 'språk, språkkunnskaper, språkferdigheter',
    projects: 'prosjekter, utvalgte prosjekter, prosjekterfaring',
    certificates: 'sertifikater, sertifiseringer, sertifisering, lisenser, kursbevis',
    courses: 'kurs, etterutdanning, kurs og sertifiseringer, videreutdanning, kurs og etterutdanning',
    awards: 'priser, utmerkelser, stipender, priser og utmerkelser',
    publications: 'publikasjoner',
    volunteer:
      'frivillig arbeid, frivillig, verv, frivillig engasjement, tillitsverv, verv og frivillig arbeid',
    interests: 'interesser, fritidsinteresser, fritid, hobbyer',
    references: 'referanser, referanse',
    other: 'annet, øvrig, førerkort, annen informasjon, medlemskap, diverse',
  },
  modifiers:
    'tidligere, relevant, annen, andre, personlige, faglig, min, mine, og, utvalgte, tekniske, profesjonell',
  titles: 'curriculum vitae, cv',
}
