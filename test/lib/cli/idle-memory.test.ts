import {setTimeout as sleep} from 'node:timers/promises'
import {expect} from 'chai'
import {releaseMemory, releaseWhenIdle} from '#lib/cli/idle-memory.js'

const IDLE = {type: 'worker.idle', pending: 0, paused: false} as const
const CLAIMED = {type: 'job.claimed', jobId: 'a', path: '/cv.txt', attempt: 1, retries: 0} as const

describe('the memory of an idle worker', () => {
  function counted(afterMs: number) {
    const counts = {released: 0}
    const tell = releaseWhenIdle({
      afterMs,
      release: () => {
        counts.released += 1
      },
    })
    return {tell, counts}
  }

  it('is given back once it has been idle for a while, and once only', async () => {
    const {tell, counts} = counted(10)
    tell(IDLE)
    await sleep(100)
    tell(IDLE)
    await sleep(100)
    expect(counts.released).to.equal(1)
  })

  it('is left alone while there is work', async () => {
    const {tell, counts} = counted(100)
    tell(IDLE)
    tell(CLAIMED)
    await sleep(300)
    expect(counts.released).to.equal(0)
  })

  it('is given back again after more work', async () => {
    const {tell, counts} = counted(10)
    for (const event of [IDLE, CLAIMED, IDLE]) {
      tell(event)
      await sleep(100)
    }
    expect(counts.released).to.equal(2)
  })

  it('shrinks: what nobody holds any more is no part of the heap', () => {
    let held: number[][] | undefined = Array.from({length: 200}, () => new Array<number>(20_000).fill(0.5))
    expect(held.length).to.equal(200)
    const {heapTotal: before} = process.memoryUsage()
    held = undefined
    releaseMemory()
    expect(process.memoryUsage().heapTotal).to.be.below(before - 20_000_000)
  })
})
