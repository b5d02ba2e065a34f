/** Letters below which nothing can be told of how often each comes. */
const LEAST_LETTERS = 250
/** Texts were measured at 0.87 and more, whatever their language; of shifted alphabets 99 % at 0.73 and less. */
const LEAST_LIKENESS = 0.76
/** Share of words that mix scripts, as no language does. */
const MOST_MIXED = 0.3
const LEAST_WORDS = 20

/** How often each letter comes in a hundred, averaged over the larger European languages. */
const USUAL: Readonly<Record<string, number>> = {
  ...{a: 9, b: 1.5, c: 3.5, d: 4.5, e: 13, f: 1.4, g: 2, h: 2.8, i: 7.5, j: 0.5, k: 1, l: 4.5, m: 3},
  ...{n: 7.5, o: 7, p: 2.5, q: 0.4, r: 7, s: 7, t: 6.8, u: 4, v: 1.5, w: 1, x: 0.3, y: 0.9, z: 0.8},
}

/**
 * Whether text is made of good characters that are the wrong ones: fonts whose encoding lies give the page's letters
 * out as others, each always as the same.
 */
export function isGibberish(text: string): boolean {
  return hasOddLetters(text) || mixesScripts(text)
}

function hasOddLetters(text: string): boolean {
  const letters = text.normalize('NFD').toLowerCase().match(/[a-z]/g) ?? []
  const others = text.match(/[\p{Lo}\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0
  if (letters.length < LEAST_LETTERS || others > letters.length) return false
  const counts: Record<string, number> = {}
  for (const letter of letters) counts[letter] = (counts[letter] ?? 0) + 1
  return cosine(counts, USUAL) < LEAST_LIKENESS
}

function cosine(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): number {
  const length = (counts: Readonly<Record<string, number>>) => Math.hypot(...Object.values(counts))
  const product = Object.entries(one).reduce((sum, [letter, count]) => sum + count * (other[letter] ?? 0), 0)
  return product / (length(one) * length(other))
}

function mixesScripts(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? []
  if (words.length < LEAST_WORDS) return false
  const mixed = words.filter(
    (word) =>
      [
        /\p{Script=Latin}/u,
        /\p{Script=Cyrillic}/u,
        /\p{Script=Greek}/u,
        /\p{Script=Arabic}/u,
        /\p{Script=Hebrew}/u,
      ].filter((script) => script.test(word)).length > 1,
  )
  return mixed.length > MOST_MIXED * words.length
}
