import {Random} from './random.ts'

/** The long form is what `npm run test:chaos` runs; the short one runs with all other tests. */
export const isLong = process.env.ATS_CHAOS === 'long'

/** What a form is worth. */
export function form<T>({short, long}: {short: T; long: T}): T {
  return isLong ? long : short
}

/** Another run each time, told so that it can be had again with ATS_SEED. */
export function seeded(test: string): Random {
  const given = process.env.ATS_SEED
  const seed = given === undefined ? Date.now() % 1_000_000_007 : Number(given)
  if (!Number.isSafeInteger(seed)) throw new Error(`ATS_SEED must be a whole number: ${given}`)
  tell(`${test}: ATS_SEED=${seed}`)
  return new Random(seed)
}

/** A line for whoever reads the run. */
export function tell(line: string): void {
  process.stdout.write(`      ${line}\n`)
}
