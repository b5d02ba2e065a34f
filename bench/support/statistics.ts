export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5)
}

/** @param share from 0, the least, to 1, the greatest */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share))
  return sorted[at] ?? Number.NaN
}

/** The median of the ratios of each turn: what a noisy moment does to both sides of a turn, it does to neither's ratio. */
export function pairedRatio(numerators: readonly number[], denominators: readonly number[]): number {
  return median(numerators.map((numerator, turn) => numerator / (denominators[turn] ?? Number.NaN)))
}
