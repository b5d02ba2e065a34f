import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {StatementTap} from './statement-tap.ts'
import {events} from './steps.ts'
import {World} from './world.ts'

/** The same runs every time; with ATS_PROPERTY_RUNS others, whose seed and path a failure prints. */
const {
  ATS_PROPERTY_RUNS,
  ATS_PROPERTY_SEED = ATS_PROPERTY_RUNS ? undefined : '20261123',
  ATS_PROPERTY_PATH,
  ATS_PROPERTY_NO_SHRINK,
} = process.env

describe('the state machine', () => {
  let tap: StatementTap
  before(() => {
    tap = new StatementTap()
  })
  after(() => tap.remove())

  it('does what the model says, whoever crashes, comes late or speaks out of turn', async function () {
    this.timeout(30 * 60_000)
    const property = fc.asyncProperty(events, async (all) => {
      const folder = mkdtempSync(join(tmpdir(), 'ats-model-'))
      const world = await World.open(join(folder, 'jobs.db'), tap)
      try {
        for (const event of all) await world.play(event)
      } finally {
        await world.close()
        rmSync(folder, {recursive: true})
      }
    })
    await fc.assert(property, {
      numRuns: Number(ATS_PROPERTY_RUNS ?? 200),
      endOnFailure: ATS_PROPERTY_NO_SHRINK !== undefined,
      ...(ATS_PROPERTY_SEED ? {seed: Number(ATS_PROPERTY_SEED)} : {}),
      ...(ATS_PROPERTY_PATH ? {path: ATS_PROPERTY_PATH} : {}),
    })
  })
})
