import type {Fragment} from './piece.js'

const LONGEST = 40
const LARGER = 1.15

/** The words over the sections of a CV, in the languages of most of them. */
const SECTION =
  /^(about( me)?|profile?|summary|objective|contact|(work |professional )?experience|employment|education|(technical |key )?skills|languages|projects|publications|certifi\w+|awards|honou?rs|interests|hobbies|references|volunteer\w*|courses|training|achievements|kontakt|profil|berufserfahrung|ausbildung|kenntnisse|sprachen|interessen|formation|expériences?( professionnelles?)?|compétences|langues|loisirs|perfil|contacto|experiencia( \w+)?|educación|formación|habilidades|idiomas|intereses)\b[ :]*$/i

/**
 * Whether a line looks like the heading of a section: a word that CVs use for one, or short, larger than the text
 * and without digits.
 *
 * @param bodySize the font size of the page's ordinary text
 */
export function isHeading({text, size}: Fragment, bodySize: number): boolean {
  const words = text.trim()
  if (words.length > LONGEST) return false
  if (SECTION.test(words)) return true
  return size >= LARGER * bodySize && /^\p{L}[\p{L} &/-]{3,}$/u.test(words)
}
