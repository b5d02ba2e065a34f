/**
 * Words as scored: compatibility forms folded, lower case, CJK one character a word, link targets left out. Hyphens
 * within words are too, at line ends or not: no reader is to suffer for keeping a real one, or for joining.
 */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00ad\p{Co}]/gu, '')
    .replace(/(\p{L})[-\u2010]\n?(?=\p{L})/gu, '$1')
    .replace(/\((?:https?|mailto|tel):?[^)\s]*\)/g, ' ')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).flatMap((word) =>
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(word) ? [...word] : [word],
  )
}

export interface Overlap {
  /** Share of the truth's words that are in the text, each as often as there. */
  recall: number
  /** Share of the text's words that are in the truth, or that a witness has found too. */
  precision: number
}

/**
 * @param witnesses what others have read of the same file: a truth lacks what a template adds, such as headings, dates
 * in its own form and addresses, and what nobody else sees is invented
 */
export function overlap(truth: string, text: string, witnesses: readonly string[] = []): Overlap {
  const wanted = count(words(truth))
  const found = count(words(text))
  const seen = [wanted, ...witnesses.map((witness) => count(words(witness)))]
  const mostSeen = (word: string) => Math.max(...seen.map((counts) => counts.get(word) ?? 0))
  let recalled = 0
  for (const [word, times] of wanted) recalled += Math.min(times, found.get(word) ?? 0)
  let real = 0
  for (const [word, times] of found) real += Math.min(times, mostSeen(word))
  return {recall: recalled / Math.max(1, total(wanted)), precision: real / Math.max(1, total(found))}
}

/** Words of the truth that the text lacks, the most often missing first. */
export function missing(truth: string, text: string, most: number): string[] {
  const found = count(words(text))
  return [...count(words(truth))]
    .map(([word, times]) => ({word, times: times - (found.get(word) ?? 0)}))
    .filter(({times}) => times > 0)
    .sort((one, other) => other.times - one.times)
    .slice(0, most)
    .map(({word}) => word)
}

/** Share of neighbouring lines of the truth that are neighbours in the text: the end of one, then the start of the next. */
export function adjacency(truthLines: readonly string[], text: string): {kept: number; pairs: number} {
  const flat = ` ${words(text).join(' ')} `
  const lines = truthLines.map(words).filter((line) => line.length > 0)
  let kept = 0
  let pairs = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (!next) continue
    const [end, start] = [line.slice(-3).join(' '), next.slice(0, 3).join(' ')]
    // Lines that the text lacks are a matter of recall.
    if (!flat.includes(` ${end} `) || !flat.includes(` ${start} `)) continue
    pairs += 1
    if (flat.includes(` ${end} ${start} `)) kept += 1
  }
  return {kept, pairs}
}

/** Share of the strings that the text holds, white space and the marks of light Markdown aside. */
export function contained(strings: readonly string[], text: string): {held: number; asked: number} {
  const flat = (value: string) => value.replace(/\s+/g, ' ')
  const haystack = flat(text.replace(/^(?:#{1,2}|-) /gm, ''))
  return {held: strings.filter((one) => haystack.includes(flat(one))).length, asked: strings.length}
}

/** Edits per character that turn the text into the truth, white space folded. */
export function characterErrorRate(truth: string, text: string): number {
  const wanted = [...truth.normalize('NFKC').replace(/\s+/g, ' ').trim()]
  const found = [...text.normalize('NFKC').replace(/\s+/g, ' ').trim()]
  let row = Uint32Array.from({length: found.length + 1}, (_, at) => at)
  for (let i = 1; i <= wanted.length; i += 1) {
    const next = new Uint32Array(found.length + 1)
    next[0] = i
    for (let j = 1; j <= found.length; j += 1) {
      const same = wanted[i - 1] === found[j - 1] ? 0 : 1
      next[j] = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same)
    }
    row = next
  }
  return (row[found.length] as number) / Math.max(1, wanted.length)
}

function count(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, times) => sum + times, 0)
}
