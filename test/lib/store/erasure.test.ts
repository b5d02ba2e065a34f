import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect} from 'chai'
import fc from 'fast-check'
import {v7 as uuidv7} from 'uuid'
import {openStore} from '#lib/store/open-store.js'
import type {Claim, Settlement, Store} from '#lib/store/store.js'
import {loaded} from '../../support/extraction.ts'
import {findInBytes} from '../../support/raw-bytes.ts'

const NOW = new Date('2026-05-01T12:00:00.000Z')

/** A file with one of a few contents, at one of a few places: so that contents have several paths, and the reverse. */
interface Visit {
  content: number
  place: number
  /** How the reading of it ends. */
  end: 'loaded' | 'failed' | 'retry' | 'never begun' | 'in hand'
}

const visit: fc.Arbitrary<Visit> = fc.record({
  content: fc.nat(5),
  place: fc.nat(5),
  end: fc.constantFrom('loaded', 'loaded', 'loaded', 'failed', 'retry', 'never begun', 'in hand'),
})

const textOf = (content: number) => `canary of content ${content}, its text. `
const pathOf = (place: number) => `/inbox/canary-of-place-${place}.txt`
const hashOf = (content: number) => String(content).repeat(64)

function settlementOf({content, place, end}: Visit): Settlement | undefined {
  const path = pathOf(place)
  const error = {code: 'TIMEOUT' as const, message: `${path}: too slow`}
  switch (end) {
    case 'loaded':
      return loaded(path, hashOf(content), {text: textOf(content).repeat(1 + content * 60)})
    case 'failed':
      return {kind: 'failed', path, error, durationMs: 1}
    case 'retry':
      return {kind: 'retry', error, retries: 1, availableAt: new Date(NOW.getTime() + 9e6), delayMs: 9e6}
    default:
      return undefined
  }
}

async function enqueue(store: Store, filePath: string): Promise<string> {
  const jobId = uuidv7()
  const rest = {maxRetries: 3, priority: 0, availableAt: null, ocr: true, contentSha256: null}
  await store.jobs.insert([{jobId, filePath, ...rest}], NOW)
  return jobId
}

const take = (store: Store, jobId?: string): Promise<Claim[]> =>
  store.claims.claim({workerId: 'w', limit: 1, now: NOW, jobId})

/** @returns the claims that are still held */
async function visitAlone(store: Store, one: Visit): Promise<Claim[]> {
  const jobId = await enqueue(store, pathOf(one.place))
  if (one.end === 'never begun') return []
  return settleOrHold(await take(store, jobId), one)
}

/** The same in one folder job. */
async function visitFolder(store: Store, folder: readonly Visit[]): Promise<Claim[]> {
  const jobId = await enqueue(store, '/inbox')
  const [walk] = await take(store, jobId)
  const visits = [...new Map(folder.map((one) => [one.place, one])).values()]
  await walk?.addFiles(visits.map(({place}) => ({path: pathOf(place), pathBytes: null, fingerprint: ''})))
  await walk?.settle({kind: 'walked'}, NOW)
  const held: Claim[] = []
  for (const one of visits) {
    if (one.end === 'never begun') break
    held.push(...(await settleOrHold(await take(store, jobId), one)))
  }
  return held
}

async function settleOrHold(claims: readonly Claim[], one: Visit): Promise<Claim[]> {
  const settlement = settlementOf(one)
  if (!settlement) return [...claims]
  for (const claim of claims) await claim.settle(settlement, NOW)
  return []
}

describe('erasing any of any documents', () => {
  it('leaves no byte of them and all of the others, and a database without contradictions', async function () {
    this.timeout(300_000)
    await fc.assert(
      fc.asyncProperty(
        fc.array(visit, {maxLength: 10}),
        fc.array(fc.array(visit, {minLength: 1, maxLength: 5}), {maxLength: 3}),
        fc.subarray([0, 1, 2, 3, 4, 5], {minLength: 1}),
        async (alone, folders, contents) => {
          const directory = mkdtempSync(join(tmpdir(), 'ats-test-'))
          const store = await openStore(join(directory, 'jobs.db'), {create: true, busyTimeoutMs: 10_000})
          try {
            await check(store, directory, {alone, folders, contents})
          } finally {
            await store.close()
            rmSync(directory, {recursive: true, force: true})
          }
        },
      ),
      {
        numRuns: 25,
        examples: [
          // Of two open files of a folder the first is the one in hand.
          [
            [],
            [
              [
                {content: 0, place: 0, end: 'in hand'},
                {content: 0, place: 3, end: 'never begun'},
              ],
              [
                {content: 0, place: 3, end: 'loaded'},
                {content: 0, place: 0, end: 'loaded'},
              ],
            ],
            [0, 4],
          ],
        ],
      },
    )
  })
})

async function check(
  store: Store,
  directory: string,
  {alone, folders, contents}: {alone: Visit[]; folders: Visit[][]; contents: number[]},
): Promise<void> {
  const worker = {workerId: 'w', pid: process.pid, host: 'here', concurrency: 1, leaseMs: 600_000}
  await store.workers.register(worker, NOW)
  const held: Claim[] = []
  for (const one of alone) held.push(...(await visitAlone(store, one)))
  for (const folder of folders) held.push(...(await visitFolder(store, folder)))
  const before = await store.documents.list(100)
  const hashes = contents.map(hashOf)
  const [gone, kept] = [true, false].map((isGone) =>
    before.filter(({sha256}) => hashes.includes(sha256) === isGone),
  ) as [typeof before, typeof before]
  const order = {cause: 'request' as const, reason: null, block: false}
  const documentIds = gone.map(({documentId}) => documentId)
  await store.erasures.erase({documentIds}, order, NOW)
  for (const claim of held) {
    const {path = ''} = claim.file ?? {path: claim.job.filePath}
    const [content = 0] = contents
    // Whoever had one of these in hand comes too late, or is refused, or did not read it.
    await claim.settle(loaded(path, hashOf(content), {text: textOf(content)}), NOW).catch(({code}) => {
      expect(code).to.equal('LEASE_LOST')
    })
  }
  expect(await store.erasures.cleanse(NOW)).to.deep.equal({pending: 0, obstacle: null})
  const after = await store.documents.list(100)
  const erasedFirst = gone.some(({sha256}) => sha256 === hashes[0])
  if (erasedFirst) expect(after).to.have.length(kept.length)
  for (const {documentId, text} of kept)
    expect(after.find((one) => one.documentId === documentId)?.text).to.equal(text)
  const sharedPaths = new Set(after.flatMap(({paths}) => paths))
  const texts = gone
    .filter(({sha256}) => !after.some((one) => one.sha256 === sha256))
    .map(({text}) => text.slice(0, 30))
  const paths = gone.flatMap((one) => one.paths).filter((path) => !sharedPaths.has(path))
  expect(findInBytes(directory, [...texts, ...paths])).to.deep.equal([])
  expect((await store.maintenance.check({repair: false})).problems).to.deep.equal([])
}
