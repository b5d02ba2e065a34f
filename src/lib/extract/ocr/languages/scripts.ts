/** Tesseract's languages that are not written in Latin letters, by script; of each script the first is tried first. */
export const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Han: ['chi_sim', 'chi_tra'],
  Japanese: ['jpn'],
  Hangul: ['kor'],
  Cyrillic: ['rus', 'ukr', 'bul', 'srp', 'mkd', 'bel', 'kaz', 'kir', 'mon', 'tat', 'tgk'],
  Greek: ['ell'],
  Arabic: ['ara', 'fas', 'urd', 'pus', 'uig', 'snd'],
  Hebrew: ['heb', 'yid'],
  Devanagari: ['hin', 'mar', 'nep', 'san'],
  Bengali: ['ben', 'asm'],
  Gujarati: ['guj'],
  Gurmukhi: ['pan'],
  Tamil: ['tam'],
  Telugu: ['tel'],
  Kannada: ['kan'],
  Malayalam: ['mal'],
  Sinhala: ['sin'],
  Thai: ['tha'],
  Lao: ['lao'],
  Khmer: ['khm'],
  Myanmar: ['mya'],
  Armenian: ['hye'],
  Georgian: ['kat'],
  Ethiopic: ['amh', 'tir'],
  Tibetan: ['bod', 'dzo'],
}

const IDEOGRAPHIC = new Set(['Han', 'Japanese', 'Hangul'].flatMap((script) => SCRIPTS[script] ?? []))

/** Whether any of these languages is written in characters of so many strokes that small ones run together. */
export function areIdeographic(languages: readonly string[]): boolean {
  return languages.some((language) => IDEOGRAPHIC.has(language.replace(/_vert$/, '')))
}

/** What Tesseract lists among its languages and nobody writes in, and old orthographies. */
const NO_LANGUAGE = /^(osd|equ|snum|script\/.*|frk|enm|frm|.*_(old|vert|latn|frak))$/

const OTHERS = new Set(Object.values(SCRIPTS).flat())

/** Of these languages, the ones that are written in Latin letters. */
export function latinAmong(languages: readonly string[]): string[] {
  return languages.filter(
    (language) => !OTHERS.has(language) && !NO_LANGUAGE.test(language) && !language.startsWith('srp'),
  )
}

/** For each other script, the ones of these languages that are written in it. */
export function otherScriptsAmong(languages: readonly string[]): string[][] {
  return Object.values(SCRIPTS)
    .map((script) => script.filter((language) => languages.includes(language)))
    .filter((script) => script.length > 0)
}
