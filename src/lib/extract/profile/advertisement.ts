import type {CvLine} from './cv-text.js'

/** What advertisements of jobs head their parts with, and no CV does. */
const HEAD =
  /^(?:what )?(?:we (?:offer|are looking for|expect)|(?:your|the) (?:tasks|role|profile|responsibilities|mission|qualifications)|what you(?:'ll| will) do|who (?:we|you) are|about (?:us|the (?:role|job|company))|how to apply|apply (?:now|to|at|by)|why join us|benefits|(?:deine|ihre) aufgaben|(?:dein|ihr) profil|(?:das )?(?:bieten wir|wir bieten)(?: dir| ihnen)?|über uns|wir suchen|jetzt bewerben|nous (?:offrons|recherchons)|votre (?:mission|profil)|vos missions|(?:le )?profil recherché|qui sommes[- ]nous|ofrecemos|buscamos|se ofrece|requisitos|offriamo|cerchiamo|chi siamo|wij (?:bieden|zoeken)|wat wij bieden|oferecemos|募集要項|応募資格|仕事内容|待遇|岗位职责|任职要求|职位描述|福利待遇|자격요건|우대사항|담당업무)(?![\p{L}])/iu
/** So many heads show it. */
const SHOWS = 2

/** Whether a text looks for a person instead of telling of one. */
export function isAdvertisement(lines: readonly CvLine[]): boolean {
  return lines.filter(({kind, text}) => kind !== 'item' && HEAD.test(text)).length >= SHOWS
}
