const SCRIPTS = {
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  han: /\p{Script=Han}/gu,
  hangul: /\p{Script=Hangul}/gu,
} as const

/** Japanese prose is half kana; a CV of bare nouns has less. Chinese has none, but for a word that is quoted. */
const KANA_IN_JAPANESE = 0.04

/** Characters as only Japan writes them; a 履歴書 may hold no kana at all. */
const JAPANESE_FORMS = /[歴経検験気図駅戦単総価権営関県変対続読売発広継団働込畑辻]/gu
const SEVERAL = 2

/**
 * The language that a text's script gives away, where at least half of its words are in it. One character of Chinese
 * or Japanese is about half a word.
 */
export function languageOfScript(text: string): 'ja' | 'zh' | 'ko' | undefined {
  const count = (script: keyof typeof SCRIPTS) => text.match(SCRIPTS[script])?.length ?? 0
  const [kana, han, hangul] = [count('kana'), count('han'), count('hangul')]
  const others =
    text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]+/gu)?.length ?? 0
  if ((kana + han + hangul) / 2 < others) return undefined
  if (hangul > kana + han) return 'ko'
  if (kana + han === 0) return undefined
  const isJapanese =
    kana >= KANA_IN_JAPANESE * (kana + han) || (text.match(JAPANESE_FORMS)?.length ?? 0) >= SEVERAL
  return isJapanese ? 'ja' : 'zh'
}
