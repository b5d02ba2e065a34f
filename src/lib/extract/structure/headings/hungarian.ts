import type {HeadingWords} from './heading-words.js'

export const hungarian: HeadingWords = {
  headings: {
    contact: 'elérhetőség, elérhetőségek, személyes adatok, személyi adatok, kapcsolat',
    summary:
      'bemutatkozás, összefoglaló, rólam, profil, célkitűzés, szakmai összefoglaló, szakmai profil, karriercél',
    work: `munkatapasztalat, szakmai tapasztalat, tapasztalat, munkahelyek, szakmai tapasztalatok, munkatapasztalatok,
      szakmai gyakorlat, eddigi munkahelyek, korábbi munkahelyek, gyakornoki tapasztalat`,
    education:
      'tanulmányok, végzettség, iskolai végzettség, iskolák, képzettség, oktatás, tanulmány, végzettségek',
    skills: `készségek, képességek, kompetenciák, ismeretek, számítógépes ismeretek, informatikai ismeretek, szakmai ismeretek,
      készségek és kompetenciák, technikai ismeretek, erősségek, egyéb ismeretek, szakmai készségek`,
    languages: 'nyelvek, nyelvtudás, nyelvismeret, nyelvismeretek, nyelvi készségek, idegen nyelvek',
    projects: 'projektek',
    certificates: 'tanúsítványok, bizonyítványok, oklevelek, minősítések',
    courses: 'tanfolyamok, továbbképzések, képzések, továbbképzés, tréningek, kurzusok',
    awards: 'díjak, elismerések, eredmények, ösztöndíjak, díjak és elismerések',
    publications: 'publikációk',
    volunteer: 'önkéntesség, önkéntes munka, önkéntes tevékenység',
    interests: 'érdeklődés, érdeklődési kör, hobbi, hobbik, szabadidő, érdeklődési területek',
    references: 'referenciák, referencia, ajánlások',
    other: 'egyéb, egyéb információk, jogosítvány, kiegészítő információk, további információk',
  },
  modifiers: 'szakmai, egyéb, további, és, személyes, releváns, korábbi, fontosabb',
  titles: 'önéletrajz, szakmai önéletrajz, curriculum vitae, cv',
}
