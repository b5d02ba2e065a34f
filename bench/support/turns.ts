/** One side of a comparison: does its work once and says how long a piece of it took. */
export type Side = () => Promise<number>

/**
 * Every side once a turn, so that a noisy moment hits all of them; who begins changes from turn to turn. A first turn
 * is not counted.
 *
 * @returns what each side said, by its name, turn by turn
 */
export async function inTurns(
  sides: ReadonlyMap<string, Side>,
  turns: number,
): Promise<Map<string, number[]>> {
  const samples = new Map([...sides.keys()].map((name) => [name, [] as number[]]))
  const order = [...sides]
  for (const [, side] of order) await side()
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, side] of order) samples.get(name)?.push(await side())
    order.push(...order.splice(0, 1))
  }
  return samples
}

/** Milliseconds that something takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
