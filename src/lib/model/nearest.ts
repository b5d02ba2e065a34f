/**
 * The candidate that a mistyped word most likely meant, or undefined where none is near. A third of the letters may be
 * wrong; a beginning (`stat` for `stats`) counts as near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  const ranked = candidates
    .map((candidate) => ({candidate, distance: distanceTo(typed, candidate.toLowerCase())}))
    .filter(({candidate, distance}) => distance <= tolerance(typed, candidate))
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
  return ranked[0]?.candidate
}

function distanceTo(typed: string, candidate: string): number {
  const isBeginning = typed.length >= 3 && candidate.startsWith(typed)
  return isBeginning ? 0.5 : editDistance(typed, candidate)
}

function tolerance(typed: string, candidate: string): number {
  return Math.max(1, Math.floor(Math.max(typed.length, candidate.length) / 3))
}

/** Damerau–Levenshtein: insertions, deletions, substitutions and swaps of neighbours, each counted as one. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
