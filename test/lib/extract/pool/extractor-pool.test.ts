import {expect} from 'chai'
import {ExtractorPool, type ExtractorPoolOptions} from '#lib/extract/pool/extractor-pool.js'
import {AtsError} from '#lib/model/errors.js'
import {DEFAULT_LIMITS, type ExtractionLimits} from '#lib/model/extraction.js'
import {eventually} from '../../../support/eventually.ts'
import {countOfGroup, isRunning} from '../../../support/processes.ts'

const HOSTILE = new URL('../../../support/hostile-child.ts', import.meta.url)

describe('the extractor pool', () => {
  let pool: ExtractorPool
  let pids: number[]

  const open = (limits: Partial<ExtractionLimits> = {}, options: Partial<ExtractorPoolOptions> = {}) => {
    pids = []
    pool = new ExtractorPool({
      size: 1,
      limits: {...DEFAULT_LIMITS, ...limits},
      childModule: HOSTILE,
      ...options,
    })
  }
  /** What the file was read to, or the code of the error. */
  const read = async (path: string, limits: Partial<ExtractionLimits> = {}, signal?: AbortSignal) => {
    const request = {path, ocr: false, languages: ['eng'], limits: {...DEFAULT_LIMITS, ...limits}}
    const onPage = ({page}: {page: number}) => void pids.push(page)
    try {
      return (await pool.extract(request, {onPage, ...(signal ? {signal} : {})})).text
    } catch (error) {
      return error instanceof AtsError ? error.code : `not an AtsError: ${error}`
    }
  }
  const lastPid = () => pids.at(-1) as number
  const gone = (pid: number) => eventually(`process ${pid} is gone`, () => !isRunning(pid))
  const started = () => eventually('the child reads', () => pids.length > 0)

  afterEach(() => pool.close())

  const deaths: [deed: string, code: string, limits?: Partial<ExtractionLimits>][] = [
    ['loop', 'TIMEOUT', {fileTimeoutMs: 3000}],
    ['never end', 'TIMEOUT', {fileTimeoutMs: 3000}],
    ['start a program and loop', 'TIMEOUT', {fileTimeoutMs: 3000}],
    ['fill the heap', 'OUT_OF_MEMORY', {heapMb: 64}],
    ['fill memory beside the heap', 'OUT_OF_MEMORY', {memoryMb: 300}],
    ['kill itself', 'EXTRACTOR_CRASHED'],
    ['abort', 'EXTRACTOR_CRASHED'],
    ['exit', 'EXTRACTOR_CRASHED'],
    ['throw later', 'EXTRACTOR_CRASHED'],
    ['reject unseen', 'EXTRACTOR_CRASHED'],
    ['say nothing', 'EXTRACTOR_CRASHED'],
    ['say a word', 'EXTRACTOR_CRASHED'],
    ['say an unknown type', 'EXTRACTOR_CRASHED'],
    ['finish with half an extraction', 'EXTRACTOR_CRASHED'],
    ['finish with text that is none', 'EXTRACTOR_CRASHED'],
    ['fail with a code of its own', 'EXTRACTOR_CRASHED'],
    ['fail as if it were cancelled', 'EXTRACTOR_CRASHED'],
    ['fail without a message', 'EXTRACTOR_CRASHED'],
    ['ask without a hash', 'EXTRACTOR_CRASHED'],
    ['keep a page of another file', 'EXTRACTOR_CRASHED'],
    ['finish another file than it asked for', 'EXTRACTOR_CRASHED'],
  ]
  for (const [deed, code, limits = {}] of deaths) {
    it(`answers ${code} when a file makes its reader ${deed}, and reads the next one`, async () => {
      open(limits)
      expect(await read(deed, limits)).to.equal(code)
      await gone(lastPid())
      expect(await read('well:next')).to.equal('next')
    })
  }

  it('calls a file corrupt that makes its reader throw, and keeps the reader', async () => {
    open()
    expect(await read('throw a string')).to.equal('CORRUPT')
    expect(await read('well:next')).to.equal('next')
    expect(new Set(pids).size).to.equal(1)
  })

  it('ends the reader at once when the signal aborts, and does not start one for a signal that has', async () => {
    open()
    const stop = new AbortController()
    const reading = read('loop', {}, stop.signal)
    await started()
    stop.abort()
    expect(await reading).to.equal('CANCELLED')
    await gone(lastPid())
    expect(await read('well:late', {}, stop.signal)).to.equal('CANCELLED')
    expect(pids).to.have.length(1)
  })

  it('ends what the reader has started, too', async () => {
    open()
    const stop = new AbortController()
    const reading = read('start a program and loop', {}, stop.signal)
    await started()
    const group = lastPid()
    await eventually('both run', () => countOfGroup(group) === 2)
    stop.abort()
    await reading
    await eventually('nobody runs', () => countOfGroup(group) === 0)
  })

  it('keeps a reader warm for the next file', async () => {
    open()
    for (const word of ['a', 'b', 'c']) expect(await read(`well:${word}`)).to.equal(word)
    expect(new Set(pids).size).to.equal(1)
  })

  it('replaces a reader after so many files', async () => {
    open({}, {recycleAfterFiles: 2})
    for (const word of ['a', 'b', 'c']) await read(`well:${word}`)
    const [first, second, third] = pids
    expect(first).to.equal(second).and.to.not.equal(third)
    await gone(first as number)
  })

  it('replaces a reader that has grown', async () => {
    open({memoryMb: 220})
    expect(await read('leak:a')).to.equal('a')
    await gone(lastPid())
    expect(await read('well:b')).to.equal('b')
  })

  it('lets an idle reader go', async () => {
    open({}, {idleMs: 50})
    await read('well:a')
    await gone(lastPid())
    expect(await read('well:again')).to.equal('again')
  })

  it('never has more readers than its size', async () => {
    open({}, {size: 2})
    const words = ['a', 'b', 'c', 'd', 'e']
    expect(await Promise.all(words.map((word) => read(`well:${word}`)))).to.deep.equal(words)
    expect(new Set(pids).size).to.be.at.most(2)
  })

  it('leaves nobody behind when it is closed, even in the middle of a file', async () => {
    open()
    const reading = read('loop')
    await started()
    await pool.close()
    expect(await reading).to.equal('EXTRACTOR_CRASHED')
    expect(isRunning(lastPid())).to.equal(false)
  })

  it('answers every file with an error when its readers cannot start', async () => {
    open({}, {childModule: new URL('file:///nowhere/child.js')})
    expect(await read('well:a')).to.equal('EXTRACTOR_CRASHED')
    expect(await read('well:b')).to.equal('EXTRACTOR_CRASHED')
  })
})
