import type {HeadingWords} from './heading-words.js'

export const czech: HeadingWords = {
  headings: {
    contact: 'kontakt, kontaktní údaje, osobní údaje, kontakty, osobní informace',
    summary: 'profil, o mně, shrnutí, profesní profil, kariérní cíl, cíl, osobní profil',
    work: `pracovní zkušenosti, praxe, zkušenosti, profesní zkušenosti, pracovní praxe, zaměstnání, profesní praxe,
      průběh zaměstnání, kariéra, stáže, předchozí zaměstnání, pracovní historie`,
    education: 'vzdělání, studium, nejvyšší dosažené vzdělání, dosažené vzdělání',
    skills: `dovednosti, znalosti, schopnosti, odborné znalosti, znalosti a dovednosti, dovednosti a znalosti,
      technické dovednosti, počítačové znalosti, pc znalosti, technologie, odborné dovednosti, silné stránky`,
    languages: 'jazyky, jazykové znalosti, jazykové dovednosti, cizí jazyky, jazyková vybavenost',
    projects: 'projekty, vybrané projekty',
    certificates: 'certifikáty, certifikace, osvědčení',
    courses: 'kurzy, školení, kurzy a školení, školení a kurzy, další vzdělání, další vzdělávání',
    awards: 'ocenění, úspěchy, stipendia',
    publications: 'publikace, publikační činnost',
    volunteer: 'dobrovolnictví, dobrovolnická činnost',
    interests: 'zájmy, koníčky, záliby, zájmy a koníčky',
    references: 'reference, doporučení',
    other: 'ostatní, další informace, řidičský průkaz, doplňující informace, další údaje, další dovednosti',
  },
  modifiers: 'další, odborné, profesní, vybrané, osobní, a, technické, mé, moje',
  titles: 'životopis, strukturovaný životopis, profesní životopis, curriculum vitae, cv',
}
