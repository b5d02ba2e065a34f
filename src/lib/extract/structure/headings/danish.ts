import type {HeadingWords} from './heading-words.js'

export const danish: HeadingWords = {
  headings: {
    contact:
      'kontakt, kontaktoplysninger, personlige oplysninger, personlige data, kontaktinformation, personalia',
    summary: 'profil, om mig, resumé, profiltekst, personlig profil, kort om mig, faglig profil, mål',
    work: `erhvervserfaring, arbejdserfaring, erfaring, erhvervserfaringer, joberfaring, ansættelser, karriere,
      ansættelsesforhold, tidligere ansættelser, praktik, professionel erfaring, relevant erfaring, beskæftigelse`,
    education: 'uddannelse, uddannelser, uddannelsesbaggrund, uddannelsesmæssig baggrund, skolegang',
    skills: `kompetencer, færdigheder, it kompetencer, it færdigheder, kvalifikationer, faglige kompetencer,
      personlige kompetencer, nøglekompetencer, kernekompetencer, it kundskaber, tekniske kompetencer, it kendskab`,
    languages: 'sprog, sprogkundskaber, sprogfærdigheder, sproglige kompetencer, sprogkompetencer',
    projects: 'projekter, udvalgte projekter',
    certificates: 'certifikater, certificeringer, certificering, beviser',
    courses: 'kurser, efteruddannelse, kurser og efteruddannelse, kurser og certifikater, videreuddannelse',
    awards: 'priser, hædersbevisninger, legater, resultater',
    publications: 'publikationer, udgivelser',
    volunteer: 'frivilligt arbejde, frivilligt, frivilligt engagement, tillidshverv, foreningsarbejde, hverv',
    interests: 'interesser, fritidsinteresser, fritid, hobby, privat, hobbyer',
    references: 'referencer, reference, anbefalinger',
    other: 'andet, øvrigt, øvrige oplysninger, kørekort, medlemskaber, diverse',
  },
  modifiers:
    'tidligere, relevant, relevante, øvrige, personlige, faglige, professionel, min, mine, og, udvalgte, tekniske',
  titles: 'curriculum vitae, cv, levnedsbeskrivelse',
}
