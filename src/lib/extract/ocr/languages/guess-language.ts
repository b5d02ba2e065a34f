import {francAll} from 'franc'

/** Letters below which trigrams tell nothing. */
const LEAST_LETTERS = 120
/** ISO 639-3 knows these by other names than Tesseract. */
const ISO_NAMES: Readonly<Record<string, string>> = {
  nor: 'nob',
  est: 'ekk',
  lav: 'lvs',
  sqi: 'als',
  aze: 'azj',
  uzb: 'uzn',
  msa: 'zlm',
  kur: 'kmr',
  mlg: 'plt',
  swa: 'swh',
  mon: 'khk',
  fas: 'pes',
  nep: 'npi',
  pus: 'pbu',
}

/**
 * Which of these languages a text is in, also when it was read with another language's data and lost its accents;
 * undefined where it is too short to tell.
 *
 * @param among Tesseract's names
 */
export function guessLanguage(text: string, among: readonly string[]): string | undefined {
  if ((text.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return undefined
  const names = new Map(among.map((language) => [ISO_NAMES[language] ?? language, language]))
  // A word in capitals is a name or a title and tells little; e-mail addresses and links tell nothing.
  const words = text.replace(/\S*[@/]\S*|https?:\S*/g, ' ')
  const [best] = francAll(words, {only: [...names.keys()]})
  return best && names.get(best[0])
}
