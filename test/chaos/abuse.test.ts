import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import sharp from 'sharp'
import {FILE_ERRORS, type FileErrorCode} from '#lib/model/errors.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {useTempDir} from '../support/temp-dir.ts'
import {queryAll} from './support/audit.ts'
import {form, seeded, tell} from './support/form.ts'
import {mutate} from './support/mutation.ts'
import type {Random} from './support/random.ts'
import {smallCv} from './support/small-cv.ts'
import {residentMb, Watch} from './support/watch.ts'
import {WorkerProgram} from './support/worker-program.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/cvs', import.meta.url))
const LEASE = 10_000
const BEAT = LEASE / 6

/** What no file may ever lead to. */
const FOREIGN = new Set<string>(['HANDLER_FAILED', 'CANCELLED', 'WORKER_LOST'] satisfies FileErrorCode[])
const STACK = /\n|\bat .+:\d+:\d+|Error:|undefined|\[object/

interface FileRow {
  path: string
  outcome: string
  error_code: string | null
  error_message: string | null
  pages: number
  duration_ms: number
  attempts: number
  crashes: number
}

describe('files that are made to do harm', () => {
  const temp = useTempDir()
  let queue: IngestionQueue
  let worker: WorkerProgram

  beforeEach(async () => {
    queue = new IngestionQueue(temp.file('jobs.db'))
    await queue.getStats()
    mkdirSync(temp.file('scratch'))
    worker = WorkerProgram.library(
      temp.file('jobs.db'),
      temp.file('scratch'),
      `concurrency: 2, leaseMs: ${LEASE}`,
    )
  })
  afterEach(async () => {
    worker.program.signal('SIGKILL')
    await worker.program.ended
    await queue.close()
  })

  const ingest = async (directory: string): Promise<FileRow[]> => {
    const id = await queue.enqueue(directory, {maxRetries: 0})
    await queue.wait([id])
    return queryAll<FileRow>(
      temp.file('jobs.db'),
      `select files.* from files join jobs on seq = job_seq where job_id = '${id}' order by path`,
    )
  }

  it('each end in a code, harm neither the worker nor the others, and cost no memory', async function () {
    this.timeout(process.env.ATS_CORPUS ? 7_200_000 : form({short: 120_000, long: 7_200_000}))
    const random = seeded('abuse')
    const mutants = form({short: 60, long: 2_000})
    await fillWithMutants(temp.file('mutants'), mutants, random)
    fillWithGood(temp.file('before'), 1_000_000, 40)
    fillWithGood(temp.file('after'), 2_000_000, 40)
    expectAllLoaded(await ingest(temp.file('before')))
    const plateau = residentMb(worker.program.pid)
    const watch = new Watch(temp.file('jobs.db'), {pid: worker.program.pid, beatMs: BEAT})
    const started = performance.now()
    const files = await ingest(temp.file('mutants'))
    const corpus = process.env.ATS_CORPUS ? await ingest(process.env.ATS_CORPUS) : []
    const tookMs = performance.now() - started
    await watch.end()
    expectAllLoaded(await ingest(temp.file('after')))
    const rss = residentMb(worker.program.pid)

    report('mutants', temp.file('mutants'), files)
    if (corpus.length > 0) report('corpus', process.env.ATS_CORPUS ?? '', corpus)
    tell(`heartbeats: ${watch.heartbeats}, the worst ${Math.round(watch.worstDelay)} ms late`)
    tell(
      `memory in MiB: worker ${Math.round(plateau)} before, ${Math.round(rss)} after; reader at most ${Math.round(watch.readerPeak)}`,
    )
    expect(files.length).to.be.at.least(mutants)
    expectAllLoaded(files.filter(({path}) => path.includes('-good')))
    expect([...files, ...corpus].filter(isUntyped)).to.deep.equal([])
    expect([...files, ...corpus].filter(isOverTime)).to.deep.equal([])
    expect(
      [...files, ...corpus].filter(({attempts, crashes}) => attempts !== 1 || crashes !== 0),
    ).to.deep.equal([])
    expect(watch.heartbeats).to.be.at.least(Math.floor(tookMs / BEAT / 2))
    expect(watch.worstDelay).to.be.below(LEASE / 5)
    expect(watch.readerPeak).to.be.below(1.5 * DEFAULT_LIMITS.memoryMb)
    expect(rss).to.be.below(1.5 * plateau + 50)
    expect(worker.heard.filter(({type}) => type === 'lease.lost' || type === 'worker.waiting')).to.deep.equal(
      [],
    )
    worker.program.signal('SIGTERM')
    await worker.program.succeed()
    expect(readdirSync(temp.file('scratch'))).to.deep.equal([])
  })
})

/** Every tenth is whole. */
async function fillWithMutants(directory: string, count: number, random: Random): Promise<void> {
  mkdirSync(directory)
  const good = await goodFiles(random)
  for (let made = 0; made < count; made += 1) {
    const {name, bytes} = pickOne(good, random)
    const mutant = await mutate(bytes, random, pickOne(good, random).bytes)
    const deed = mutant.name.replaceAll(' ', '-')
    writeFileSync(join(directory, `${number(made)}-${deed}-${name}`), mutant.bytes)
    if (made % 10 === 0) writeGood(directory, made)
  }
}

function fillWithGood(directory: string, firstEdition: number, count: number): void {
  mkdirSync(directory)
  for (let made = 0; made < count; made += 1) writeGood(directory, firstEdition + made)
}

function writeGood(directory: string, edition: number): void {
  const {suffix, bytes} = smallCv(edition)
  writeFileSync(join(directory, `${number(edition)}-good.${suffix}`), bytes)
}

interface NamedFile {
  name: string
  bytes: Buffer
  /** Read by OCR, which takes its time. */
  isSlow: boolean
}

async function goodFiles(random: Random): Promise<NamedFile[]> {
  const samples = readdirSync(SAMPLES).map((name) => ({
    name,
    bytes: readFileSync(join(SAMPLES, name)),
    isSlow: /scan|photo/.test(name),
  }))
  const small = Array.from({length: 28}, () => smallCv(random.between(0, 100_000)))
  const named = small.map(({suffix, bytes}) => ({name: `small.${suffix}`, bytes, isSlow: false}))
  return [...samples, ...named, ...(await pictures())]
}

/** A piece of the photo in the formats that the samples lack. */
async function pictures(): Promise<NamedFile[]> {
  const photo = readFileSync(join(SAMPLES, 'daniel-herrera-photo.jpg'))
  const small = sharp(photo).resize(500)
  const files = {
    'small.png': await small.png().toBuffer(),
    'small.tiff': await small.tiff().toBuffer(),
    'small.webp': await small.webp().toBuffer(),
    'small.gif': await small.gif().toBuffer(),
  }
  return Object.entries(files).map(([name, bytes]) => ({name, bytes, isSlow: true}))
}

function pickOne(files: readonly NamedFile[], random: Random): NamedFile {
  const slow = random.chance(0.08)
  return random.pick(files.filter(({isSlow}) => isSlow === slow))
}

function number(index: number): string {
  return String(index).padStart(7, '0')
}

function expectAllLoaded(files: readonly FileRow[]): void {
  expect(files.length).to.be.above(0)
  expect(files.filter(({outcome}) => outcome !== 'loaded')).to.deep.equal([])
}

function isUntyped({outcome, error_code, error_message}: FileRow): boolean {
  if (outcome === 'loaded') return error_code !== null
  const known = error_code !== null && error_code in FILE_ERRORS && !FOREIGN.has(error_code)
  return !known || STACK.test(error_message ?? '')
}

/** Pages may be read by OCR, each within a limit of its own. */
function isOverTime({pages, duration_ms}: FileRow): boolean {
  const {fileTimeoutMs, pageTimeoutMs} = DEFAULT_LIMITS
  return duration_ms > fileTimeoutMs + Math.max(1, pages) * pageTimeoutMs + 10_000
}

/** How many ended how, and which ended in a way that a reader of the run may want to look at. */
function report(title: string, directory: string, files: readonly FileRow[]): void {
  const counts = Object.entries(Object.groupBy(files, ({outcome, error_code}) => error_code ?? outcome))
  const sums = counts.map(([code, all]) => `${code} ${all?.length}`).sort()
  tell(`${title}: ${files.length} files: ${sums.join(', ')}`)
  const notable = (file: FileRow) =>
    /TIMEOUT|OUT_OF_MEMORY|EXTRACTOR_CRASHED|IO_ERROR/.test(file.error_code ?? '') ||
    file.duration_ms > 20_000
  for (const {path, error_code, outcome, duration_ms, error_message} of files.filter(notable)) {
    tell(
      `  ${error_code ?? outcome} after ${duration_ms} ms: ${relative(directory, path)} ${error_message ?? ''}`,
    )
  }
}
