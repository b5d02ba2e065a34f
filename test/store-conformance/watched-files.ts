import {expect} from 'chai'
import {v7 as uuidv7} from 'uuid'
import type {Settlement, Store} from '#lib/store/store.js'
import {loaded} from '../support/extraction.ts'

const DAY = 86_400_000

/** What any engine must promise of files in watched folders. Called by one test file per engine. */
export function watchedFilesConform(open: () => Promise<Store>): void {
  const now = new Date('2026-05-01T12:00:00.000Z')
  const later = (days: number) => new Date(now.getTime() + days * DAY)
  let store: Store

  beforeEach(async () => {
    store = await open()
    const worker = {workerId: 'w', pid: process.pid, host: 'here', concurrency: 1, leaseMs: 60_000}
    await store.workers.register(worker, now)
  })
  afterEach(() => store.close())

  /** @returns whether it was new */
  const see = (filePath: string, {folder}: {folder?: string | undefined} = {folder: '/in'}) => {
    const job = {maxRetries: 3, priority: 0, availableAt: null, ocr: true, contentSha256: null}
    return store.watchedFiles.enqueue({jobId: uuidv7(), filePath, ...job}, {fingerprint: 'f', folder}, now)
  }
  const settle = async (settlement: Settlement) => {
    const [claim] = await store.claims.claim({workerId: 'w', limit: 1, now})
    await claim?.settle(settlement, now)
  }
  const ended = async (which: {loaded: boolean; failed: boolean}) => {
    const paths: string[] = []
    for await (const {path, outcome} of store.watchedFiles.ended(which)) paths.push(`${path} ${outcome}`)
    return paths
  }

  it('tells of each that became a document or failed, and of none that was skipped or cancelled', async () => {
    const error = {code: 'CORRUPT' as const, message: 'bad'}
    const names = ['good', 'bad', 'unread', 'cancelled', 'waiting'].map((name) => `/in/${name}.pdf`)
    const [good = '', bad = '', unread = '', cancelled = ''] = names
    for (const path of names) await see(path)
    await settle(loaded(good, 'a'.repeat(64)))
    await settle({kind: 'failed', path: bad, error, durationMs: 1})
    await settle({kind: 'skipped', path: unread, error: {...error, code: 'OCR_DISABLED'}, durationMs: 1})
    const jobs = await store.jobs.list({limit: 9})
    await store.jobs.cancel(jobs.find(({filePath}) => filePath === cancelled)?.jobId ?? '', now)
    expect(await ended({loaded: true, failed: true})).to.deep.equal([`${good} loaded`, `${bad} failed`])
    expect(await ended({loaded: false, failed: true})).to.deep.equal([`${bad} failed`])
    expect(await ended({loaded: true, failed: false})).to.deep.equal([`${good} loaded`])
  })

  it('tells of more than it holds at a time', async () => {
    for (let i = 0; i < 1_001; i += 1) await see(`/in/${i}.pdf`)
    const claims = await store.claims.claim({workerId: 'w', limit: 2_000, now})
    const error = {code: 'CORRUPT' as const, message: 'bad'}
    for (const claim of claims)
      await claim.settle({kind: 'failed', path: claim.job.filePath, error, durationMs: 1}, now)
    expect(await ended({loaded: true, failed: true})).to.have.length(1_001)
  })

  it('forgets what was missing for a month of looks, and not what came back or lies elsewhere', async () => {
    const [gone, back, there, elsewhere] = ['/in/gone', '/in/back', '/in/there', '/else/where'] as const
    for (const path of [gone, back, there]) await see(path)
    await see(elsewhere, {folder: '/else'})
    await store.watchedFiles.review('/in', [there], now)
    await store.watchedFiles.review('/in', [there, back], later(20))
    await store.watchedFiles.review('/in', [there], later(29))
    expect(await see(gone)).to.equal(false)
    await store.watchedFiles.review('/in', [there], later(31))
    for (const path of [back, there]) expect(await see(path), path).to.equal(false)
    expect(await see(elsewhere, {folder: '/else'})).to.equal(false)
    expect(await see(gone)).to.equal(true)
  })

  it('learns the folder of what was seen before folders were kept', async () => {
    await see('/in/old', {})
    await store.watchedFiles.review('/in', ['/in/old'], now)
    await store.watchedFiles.review('/in', [], later(1))
    await store.watchedFiles.review('/in', [], later(40))
    expect(await see('/in/old')).to.equal(true)
  })
}
