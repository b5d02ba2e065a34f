import {setTimeout as sleep} from 'node:timers/promises'
import {eventually} from '../../support/eventually.ts'
import type {Program} from './program.ts'
import type {Random} from './random.ts'

/** A post that is manned again after each death. */
export interface Post {
  /** Starts one; undefined when there is no need for one now. */
  start: () => Program | undefined
  /** What has to be seen before the time to live begins; absent: its start. */
  begun?: () => boolean
  /** Milliseconds that one lives at the most. */
  lifetime: number
}

/** Mans the posts and kills whoever holds them at random moments, until so many were killed. */
export async function killAtRandom(
  posts: readonly (() => Post)[],
  kills: number,
  random: Random,
): Promise<number> {
  let killed = 0
  const hold = async (open: () => Post) => {
    while (killed < kills) if (await liveAndDie(open(), random)) killed += 1
  }
  await Promise.all(posts.map(hold))
  return killed
}

/** The moment of a kill is the one thing here that must not depend on what was observed. */
async function liveAndDie({start, begun, lifetime}: Post, random: Random): Promise<boolean> {
  const program = start()
  if (!program) {
    await sleep(20)
    return false
  }
  if (begun) await eventually('it has begun or ended', () => begun() || !program.isRunning)
  await Promise.race([sleep(random.between(0, lifetime)), program.ended])
  return program.kill()
}
