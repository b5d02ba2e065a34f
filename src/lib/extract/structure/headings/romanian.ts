import type {HeadingWords} from './heading-words.js'

export const romanian: HeadingWords = {
  headings: {
    contact: 'date de contact, date personale, informații personale, informații de contact',
    summary: 'profil, despre mine, rezumat, obiectiv, obiectiv profesional, profil profesional, sumar',
    work: `experiență profesională, experiență, experiența profesională, experiență de muncă, locuri de muncă, stagii,
      experiența de muncă, parcurs profesional`,
    education: 'educație, studii, educație și formare, formare, studii și formare, educația',
    skills: `competențe, abilități, aptitudini, competențe tehnice, cunoștințe, competențe digitale,
      aptitudini și competențe, aptitudini și competențe personale, competențe personale, competențe profesionale`,
    languages: 'limbi străine, limbi, limbi străine cunoscute, competențe lingvistice, limbi vorbite',
    projects: 'proiecte, proiecte personale',
    certificates: 'certificate, certificări, atestate, diplome și certificate',
    courses: 'cursuri, traininguri, cursuri și certificări, formare continuă, perfecționare',
    awards: 'premii, realizări, burse, distincții',
    publications: 'publicații',
    volunteer: 'voluntariat, activități de voluntariat, activități extracurriculare',
    interests: 'interese, hobby uri, hobbyuri, pasiuni, interese personale',
    references: 'referințe, recomandări',
    other: 'informații suplimentare, alte informații, permis de conducere, informații adiționale',
  },
  modifiers: 'alte, și, profesionale, personale, tehnice, relevantă, anterioară',
  titles: 'curriculum vitae, cv',
}
