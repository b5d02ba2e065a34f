/** Spellings of letters that addresses cannot have. */
const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  å: 'a',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  œ: 'oe',
}

/**
 * How far the name of an account speaks for the name of a person: 1 for all of it (`jo.doe`, `jdoe`), 0.6 for a part,
 * 0 where it says nothing.
 */
export function agreesWith(name: string, account: string): number {
  const flat = fold(account, false).replace(/[^a-z]/g, '')
  if (flat.length < 3) return 0
  return Math.max(...[false, true].map((spelled) => agreement(wordsOf(name, spelled), flat)))
}

function agreement(words: readonly string[], account: string): number {
  const long = words.filter((word) => word.length >= 3)
  const inside = long.filter((word) => account.includes(word))
  if (inside.length >= 2 || (words.length === 1 && inside.length === 1)) return 1
  const [only] = inside
  if (only === undefined) return 0
  const others = words.filter((word) => word !== only).map((word) => word[0] ?? '')
  const rest = account.replace(only, '')
  if (rest !== '' && rest.length <= 3 && others.some((initial) => rest.includes(initial))) return 1
  return only.length >= 4 ? 0.6 : 0.3
}

function wordsOf(name: string, spelled: boolean): string[] {
  return fold(name, spelled)
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
}

function fold(text: string, spelled: boolean): string {
  const lower = text.toLowerCase()
  const plain =
    spelled || /[ßøæåłđıœ]/.test(lower)
      ? lower.replace(/[äöüßøæåłđıœ]/g, (letter) => SPELLED[letter] ?? letter)
      : lower
  return plain.normalize('NFD').replace(/\p{M}/gu, '')
}
