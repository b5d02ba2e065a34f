import {languagesOfHeading} from './headings/lexicon.js'
import {languageOfScript} from './script-share.js'

/** Letters of prose below which nothing can be told. */
const FEWEST_LETTERS = 24
/** Characters that are looked at: some ten pages. */
const MOST_CHARACTERS = 30_000
/** Words up to which a CV's headings tell more than its names, places and products do. */
const SHORT = 80
const CLEAR_HEADINGS = 3
const CLEAR_LEAD = 2
/** What is in no language: addresses, user names, numbers, versions, abbreviations, `C++`. */
const NO_WORD = /@\S|[\p{N}_\\/+#=<>|]/u
/** The same inside a word and its punctuation. */
const NO_WORDS =
  /\bwww\.\S+|(?<![\p{L}])\p{Lu}{2,5}(?![\p{L}])|(?<!\p{L})\p{L}+\.(?:js|net|io|com|org|de|fr|eu)(?!\p{L})/giu

/**
 * The language that most of a text is written in.
 *
 * @param headings of the sections, as the CV words them: in a CV of few words they are the surest sign
 * @returns ISO 639-1, or null where it cannot be told
 */
export async function detectLanguage(text: string, headings: readonly string[]): Promise<string | null> {
  const prose = text
    .slice(0, MOST_CHARACTERS)
    .replace(/\S+/g, (word) => (NO_WORD.test(word) ? ' ' : word.replace(NO_WORDS, ' ')))
  const letters = prose.match(/\p{L}/gu)?.length ?? 0
  const votes = votesOf(headings)
  const byScript = languageOfScript(prose)
  if (byScript && letters >= FEWEST_LETTERS / 4) return byScript
  if (letters < FEWEST_LETTERS) return null
  const [[favourite, support] = ['', 0], [, runnerUp] = ['', 0]] = votes
  const isClear = support > runnerUp
  const detected = await byLetters(prose)
  if (detected === null) return isClear && support >= 2 ? favourite : null
  const isShort = (prose.match(/\p{L}+/gu)?.length ?? 0) < SHORT
  const agreeing = votes.find(([language]) => language === detected)?.[1] ?? 0
  const isContradicted = support >= CLEAR_HEADINGS && support - agreeing >= CLEAR_LEAD
  return isShort && isContradicted ? favourite : detected
}

/** How many headings read so in each language, the most first. */
function votesOf(headings: readonly string[]): [language: string, headings: number][] {
  const votes = new Map<string, number>()
  for (const language of [...new Set(headings)].flatMap(languagesOfHeading)) {
    votes.set(language, (votes.get(language) ?? 0) + 1)
  }
  return [...votes].sort(([, one], [, other]) => other - one)
}

/** By the frequency of letter groups. The library's data takes a third of a second to load, so it waits until then. */
async function byLetters(prose: string): Promise<string | null> {
  const {eld} = await import('eld/extrasmall')
  const result = eld.detect(prose)
  return result.isReliable() && result.language !== '' ? result.language : null
}
