/** How long a failed job waits before it runs again. */
export interface BackoffPolicy {
  /** Milliseconds before the first retry. */
  baseMs: number
  factor: number
  /** The most milliseconds between two runs. */
  capMs: number
}

/** SPEC §2: base 5 s, factor 2, cap 15 min. */
export const DEFAULT_BACKOFF: Readonly<BackoffPolicy> = Object.freeze({
  baseMs: 5_000,
  factor: 2,
  capMs: 900_000,
})

/**
 * The wait before retry `n`: d = base · factor^(n−1), at most the cap, and of that a random part in [d/2, d], so that
 * jobs which failed together do not come back together.
 *
 * @param retry which retry it is, from 1
 * @param random gives numbers in [0, 1)
 * @returns whole milliseconds
 */
export function backoffDelay(
  retry: number,
  random: () => number,
  {baseMs, factor, capMs}: BackoffPolicy = DEFAULT_BACKOFF,
): number {
  const full = Math.min(capMs, baseMs * factor ** (retry - 1))
  return Math.round(full / 2 + (random() * full) / 2)
}
