import {spawn} from 'node:child_process'
import {expect} from 'chai'
import {eventually} from '../support/eventually.ts'
import {countOfGroup} from '../support/processes.ts'

const HOSTILE = new URL('../support/hostile-child.ts', import.meta.url).href

/** A program that reads one hostile file and tells the pid of the reader. */
const PROGRAM = `
  import {ExtractorPool} from '#lib/extract/pool/extractor-pool.js'
  import {DEFAULT_LIMITS as limits} from '#lib/model/extraction.js'
  const pool = new ExtractorPool({size: 1, limits, childModule: new URL('${HOSTILE}')})
  const request = {path: process.argv[1], ocr: false, languages: ['eng'], limits}
  await pool.extract(request, {onPage: ({page}) => console.log(page)})`

describe('the readers of a killed worker', () => {
  for (const [deed, processes] of [
    ['never end', 1],
    ['loop', 1],
    ['start a program and loop', 2],
  ] as const) {
    it(`are gone soon after it, though they ${deed}`, async () => {
      const parent = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, deed], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const group = await new Promise<number>((resolve) => {
        parent.stdout.once('data', (pid) => resolve(Number(pid)))
      })
      await eventually('the reader is at it', () => countOfGroup(group) === processes)
      parent.kill('SIGKILL')
      const killed = performance.now()
      await eventually('the reader is gone', () => countOfGroup(group) === 0)
      // 200 ms are needed; the limit is what the machine may be late.
      expect(performance.now() - killed).to.be.below(10_000)
    })
  }
})
