import {setTimeout as sleep} from 'node:timers/promises'

/** Looks until `look` gives something, and fails after a time that only a broken machine needs. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 60_000,
): Promise<T> {
  const deadline = performance.now() + limitMs
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    if (performance.now() > deadline) throw new Error(`did not happen within ${limitMs} ms: ${what}`)
    await sleep(20)
  }
}
