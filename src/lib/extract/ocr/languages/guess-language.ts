/** Letters below which groups of letters tell nothing. */
const LEAST_LETTERS = 120

/** The ISO 639-1 codes of Tesseract's languages, as far as they can be told by their letters. */
const CODES: Readonly<Record<string, string>> = {
  ...{
    aze: 'az',
    bel: 'be',
    bul: 'bg',
    cat: 'ca',
    ces: 'cs',
    dan: 'da',
    deu: 'de',
    eng: 'en',
    est: 'et',
    eus: 'eu',
  },
  ...{
    fin: 'fi',
    fra: 'fr',
    hrv: 'hr',
    hun: 'hu',
    isl: 'is',
    ita: 'it',
    kur: 'ku',
    lav: 'lv',
    lit: 'lt',
    msa: 'ms',
  },
  ...{
    nld: 'nl',
    nor: 'no',
    pol: 'pl',
    por: 'pt',
    ron: 'ro',
    rus: 'ru',
    slk: 'sk',
    slv: 'sl',
    spa: 'es',
    sqi: 'sq',
  },
  ...{
    srp: 'sr',
    swe: 'sv',
    fil: 'tl',
    tur: 'tr',
    ukr: 'uk',
    vie: 'vi',
    yor: 'yo',
    ara: 'ar',
    fas: 'fa',
    urd: 'ur',
  },
  ...{hin: 'hi', mar: 'mr', ben: 'bn'},
}

/**
 * Which of these languages a text is in, also when it was read with another language's data and lost its accents;
 * undefined where it is too short to tell.
 *
 * @param among Tesseract's names
 */
export async function guessLanguage(text: string, among: readonly string[]): Promise<string | undefined> {
  // E-mail addresses and links are in no language.
  const words = text.replace(/\S*[@/]\S*|https?:\S*/g, ' ')
  if ((words.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return undefined
  const {eld} = await import('eld/extrasmall')
  const scores = eld.detect(words).getScores()
  const scoreOf = (language: string) => scores[CODES[language] ?? ''] ?? 0
  const [best] = among
    .filter((language) => scoreOf(language) > 0)
    .sort((one, other) => scoreOf(other) - scoreOf(one))
  return best
}
