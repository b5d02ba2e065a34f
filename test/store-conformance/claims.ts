import {expect} from 'chai'
import {v7 as uuidv7} from 'uuid'
import type {Extraction} from '#lib/model/extraction.js'
import type {Claim, Settlement, Store} from '#lib/store/store.js'

/** What any engine must promise of claims. Called by one test file per engine. */
export function claimsConform(open: () => Promise<Store>): void {
  const now = new Date('2026-05-01T12:00:00.000Z')
  const later = (ms: number) => new Date(now.getTime() + ms)
  const error = {code: 'TIMEOUT' as const, message: 'too slow'}
  let store: Store

  beforeEach(async () => {
    store = await open()
    for (const workerId of ['w1', 'w2']) {
      await store.workers.register(
        {workerId, pid: process.pid, host: 'here', concurrency: 1, leaseMs: 60_000},
        now,
      )
    }
  })
  afterEach(() => store.close())

  const enqueue = async (
    filePath: string,
    draft: {priority?: number; availableAt?: Date; maxRetries?: number} = {},
  ) => {
    const jobId = uuidv7()
    const rest = {maxRetries: 3, priority: 0, availableAt: null, ocr: true, contentSha256: null, ...draft}
    await store.jobs.insert([{jobId, filePath, ...rest}], now)
    return jobId
  }
  const claim = async (workerId = 'w1', at = now, jobId?: string): Promise<Claim | undefined> =>
    (await store.claims.claim({workerId, limit: 1, now: at, jobId}))[0]
  const mustClaim = async (workerId = 'w1', at = now): Promise<Claim> => {
    const taken = await claim(workerId, at)
    if (!taken) throw new Error('nothing to claim')
    return taken
  }
  const job = async (id: string) => {
    const found = await store.jobs.get(id)
    if (!found) throw new Error(`no job ${id}`)
    return found
  }
  const loaded = (path: string, sha256: string, more: Partial<Extraction> = {}): Settlement => ({
    kind: 'loaded',
    path,
    ocrLanguages: 'eng',
    durationMs: 1,
    extraction: {
      sha256,
      bytes: 10,
      fileType: 'txt',
      text: 'Ada Nowak',
      pages: 1,
      ocrPages: 0,
      skippedPages: 0,
      ocrConfidence: null,
      language: null,
      words: 1,
      sections: [],
      profile: null,
      attachments: [],
      pageReadings: [],
      metadata: {},
      warnings: [],
      ...more,
    },
  })
  const losesLease = async (call: Promise<unknown>) => {
    const outcome = await call.then(
      () => 'went through',
      (reason: {code?: string}) => reason.code,
    )
    expect(outcome).to.equal('LEASE_LOST')
  }
  const a = 'a'.repeat(64)
  const b = 'b'.repeat(64)

  it('gives each job to one worker', async () => {
    await enqueue('/a')
    expect(await claim('w1')).to.not.equal(undefined)
    expect(await claim('w2')).to.equal(undefined)
  })

  it('takes the higher priority first, then the older job', async () => {
    const old = await enqueue('/old')
    await enqueue('/young')
    const urgent = await enqueue('/urgent', {priority: 9})
    const taken = await store.claims.claim({workerId: 'w1', limit: 2, now})
    expect(taken.map((one) => one.job.jobId)).to.deep.equal([urgent, old])
  })

  it('leaves a job alone until its time has come', async () => {
    const id = await enqueue('/a', {availableAt: later(1000)})
    expect(await claim()).to.equal(undefined)
    expect((await store.jobs.stats(now)).scheduled).to.equal(1)
    expect(await store.claims.nextAvailableAt()).to.deep.equal(later(1000))
    expect((await claim('w1', later(1000)))?.job.jobId).to.equal(id)
    expect((await store.jobs.stats(now)).scheduled).to.equal(0)
  })

  it('claims nothing while paused', async () => {
    await enqueue('/a')
    await store.jobs.setPaused(true)
    expect(await claim()).to.equal(undefined)
    await store.jobs.setPaused(false)
    expect(await claim()).to.not.equal(undefined)
  })

  it('commits a document, its outcome and the job together', async () => {
    const id = await enqueue('/a.txt')
    const taken = await mustClaim()
    const {documentId} = await taken.settle(loaded('/a.txt', a), now)
    const [document] = await store.documents.list(10)
    expect([document?.documentId, document?.paths]).to.deep.equal([documentId, ['/a.txt']])
    expect((await job(id)).result).to.deep.include({documents_loaded: 1, type: 'file', pages: 1})
    expect(await store.jobs.files(id)).to.have.length(1)
  })

  it('refuses every second settlement of a claim and changes nothing', async () => {
    const id = await enqueue('/a.txt')
    const taken = await mustClaim()
    await taken.settle({kind: 'retry', error, retries: 1, availableAt: later(10), delayMs: 10}, now)
    const before = await job(id)
    const settlements: Settlement[] = [
      loaded('/a.txt', a),
      {kind: 'completed', result: null},
      {kind: 'failed', error, durationMs: 0},
      {kind: 'released'},
      {kind: 'walked'},
    ]
    for (const settlement of settlements) await losesLease(taken.settle(settlement, later(5)))
    await losesLease(taken.addFiles([{path: '/x', pathBytes: null, fingerprint: ''}]))
    expect(await job(id)).to.deep.equal(before)
    expect(await store.documents.list(10)).to.deep.equal([])
  })

  it('cannot be fooled by an old claim on a job that runs again', async () => {
    const id = await enqueue('/a.txt')
    const first = await mustClaim('w1')
    await first.settle({kind: 'released'}, now)
    const second = await mustClaim('w2')
    await losesLease(first.settle(loaded('/a.txt', a), now))
    expect((await job(id)).status).to.equal('processing')
    await second.settle(loaded('/a.txt', b), now)
    expect((await store.documents.list(10)).map(({sha256}) => sha256)).to.deep.equal([b])
  })

  it('hands a released job back without cost', async () => {
    const id = await enqueue('/a')
    await (await mustClaim()).settle({kind: 'released'}, now)
    const back = await job(id)
    expect([back.status, back.retries, back.crashes]).to.deep.equal(['pending', 0, 0])
    expect((await store.jobs.attempts(id)).map(({outcome}) => outcome)).to.deep.equal(['released'])
  })

  it('takes the next job in the transaction that ends the last', async () => {
    await enqueue('/a')
    const second = await enqueue('/b')
    const taken = await mustClaim()
    const request = {workerId: 'w1', limit: 1, now}
    const {next} = await taken.settle({kind: 'completed', result: null}, now, request)
    expect(next.map((one) => one.job.jobId)).to.deep.equal([second])
  })

  it('cancels a running job under its worker', async () => {
    const id = await enqueue('/a')
    const taken = await mustClaim()
    expect(await store.claims.lost('w1', [taken.token])).to.deep.equal([])
    await store.jobs.cancel(id, now)
    expect(await store.claims.lost('w1', [taken.token])).to.deep.equal([taken.token])
    await losesLease(taken.settle({kind: 'completed', result: null}, now))
    expect((await job(id)).errorCode).to.equal('CANCELLED')
  })

  it('knows a worker again that was struck off and takes work', async () => {
    await enqueue('/a')
    await store.workers.reap(now, 0)
    const other = await open()
    await other.workers.reap(now, 0)
    await other.workers.reap(now, 60_001)
    expect(await store.workers.list()).to.deep.equal([])
    const taken = await mustClaim('w1')
    expect(await other.workers.reap(now, 60_002)).to.deep.equal([])
    expect((await taken.settle({kind: 'completed', result: null}, now)).job.status).to.equal('completed')
    await other.close()
  })

  describe('of a directory', () => {
    const walkThree = async (paths = ['/d/1', '/d/2', '/d/3']) => {
      const id = await enqueue('/d')
      const walk = await mustClaim('w1')
      await walk.addFiles(paths.map((path) => ({path, pathBytes: null, fingerprint: 'f'})))
      await walk.settle({kind: 'walked'}, now)
      return id
    }

    it('ends what is done for its files when its walk fails for good', async () => {
      await enqueue('/d')
      const walk = await mustClaim('w1')
      await walk.addFiles([{path: '/d/1', pathBytes: null, fingerprint: 'f'}])
      const file = await mustClaim('w2')
      await walk.settle({kind: 'failed', error, durationMs: 1}, now)
      await losesLease(file.settle(loaded('/d/1', a), now))
      expect(await store.documents.list(10)).to.deep.equal([])
    })

    it('is taken back whole from a worker that walks it and reads a file of it', async () => {
      const id = await enqueue('/d')
      for (let death = 1; death <= 3; death += 1) {
        const walk = await mustClaim('w1')
        await walk.addFiles([{path: '/d/1', pathBytes: null, fingerprint: 'f'}])
        await mustClaim('w1')
        await store.workers.reap(now, death * 200_000)
        const other = await open()
        await other.workers.reap(now, 0)
        const taken = await other.workers.reap(now, 60_001)
        expect(taken.map(({dead}) => dead)).to.deep.equal(death < 3 ? [false, false] : [true])
        await other.close()
      }
      expect(await job(id)).to.deep.include({status: 'failed', errorCode: 'WORKER_LOST', crashes: 3})
    })

    it('is being processed while its walk waits and a file is read, and walks no sooner for that', async () => {
      const id = await enqueue('/d')
      const walk = await mustClaim('w1')
      await walk.addFiles([{path: '/d/1', pathBytes: null, fingerprint: 'f'}])
      const file = await mustClaim('w2')
      await walk.settle({kind: 'retry', error, retries: 1, availableAt: later(5000), delayMs: 5000}, now)
      expect((await job(id)).status).to.equal('processing')
      await file.settle(loaded('/d/1', a), now)
      expect((await job(id)).status).to.equal('pending')
      expect(await claim('w1', later(4999))).to.equal(undefined)
      expect((await claim('w1', later(5000)))?.file).to.equal(undefined)
    })

    it('shares the files among workers and ends the job with the last of them', async () => {
      const id = await walkThree()
      const one = await mustClaim('w1')
      const two = await mustClaim('w2')
      await one.settle(loaded('/d/1', a), now)
      await two.settle({kind: 'failed', path: '/d/2', error, durationMs: 1}, now)
      const three = await mustClaim('w2')
      const skipped = {code: 'OCR_DISABLED' as const, message: 'no OCR'}
      const {job: ended} = await three.settle(
        {kind: 'skipped', path: '/d/3', error: skipped, durationMs: 1},
        now,
      )
      expect([one, two, three].map((each) => each.file?.path)).to.deep.equal(['/d/1', '/d/2', '/d/3'])
      expect(ended.status).to.equal('completed')
      expect(ended.result).to.deep.include({documents_loaded: 1, documents_failed: 1, documents_skipped: 1})
      expect((await store.jobs.files(id)).map(({outcome}) => outcome)).to.deep.equal([
        'loaded',
        'failed',
        'skipped',
      ])
    })

    it('completes an empty one with nothing', async () => {
      const id = await walkThree([])
      expect((await job(id)).result).to.deep.include({documents_loaded: 0, type: 'directory'})
      expect((await job(id)).status).to.equal('completed')
    })

    it('fails when files failed and none was loaded', async () => {
      const id = await walkThree(['/d/1'])
      await (await mustClaim()).settle({kind: 'failed', path: '/d/1', error, durationMs: 1}, now)
      expect([(await job(id)).status, (await job(id)).errorCode]).to.deep.equal(['failed', 'TIMEOUT'])
    })

    it('is pending while nobody holds any of its files', async () => {
      const id = await walkThree()
      expect((await job(id)).status).to.equal('pending')
      const one = await mustClaim()
      expect((await job(id)).status).to.equal('processing')
      await one.settle({kind: 'released'}, now)
      expect((await job(id)).status).to.equal('pending')
    })

    it('waits for the earliest retry when all its files wait', async () => {
      const id = await walkThree(['/d/1', '/d/2'])
      for (const ms of [200, 100]) {
        const settlement = {kind: 'retry' as const, error, retries: 1, availableAt: later(ms), delayMs: ms}
        await (await mustClaim()).settle(settlement, now)
      }
      expect([(await job(id)).status, (await job(id)).availableAt]).to.deep.equal(['pending', later(100)])
      expect((await mustClaim('w2', later(100))).file?.path).to.equal('/d/2')
    })

    it('is walked again after a crash without doing a file twice', async () => {
      const id = await enqueue('/d')
      const walk = await mustClaim()
      await walk.addFiles([{path: '/d/1', pathBytes: null, fingerprint: 'f'}])
      await walk.settle({kind: 'released'}, now)
      const again = await mustClaim('w2')
      await again.addFiles(['/d/1', '/d/2'].map((path) => ({path, pathBytes: null, fingerprint: 'f'})))
      await again.settle({kind: 'walked'}, now)
      for (const hash of [a, b]) await (await mustClaim()).settle(loaded('/d/x', hash), now)
      expect(await claim()).to.equal(undefined)
      expect((await job(id)).result).to.deep.include({documents_loaded: 2})
    })

    it('looks again, when retried, at what failed, changed, or has unread pages, and at nothing else', async () => {
      const paths = ['/d/changed', '/d/failed', '/d/good', '/d/partly']
      const id = await walkThree(paths)
      await (await mustClaim()).settle(loaded('/d/changed', a), now)
      await (await mustClaim()).settle({kind: 'failed', path: '/d/failed', error, durationMs: 1}, now)
      await (await mustClaim()).settle(loaded('/d/good', b), now)
      await (await mustClaim()).settle(loaded('/d/partly', 'c'.repeat(64), {skippedPages: 1}), now)
      expect(await store.jobs.retry({ids: [id]}, now)).to.deep.equal([id])
      const walk = await mustClaim()
      const found = paths.map((path) => ({
        path,
        pathBytes: null,
        fingerprint: path === '/d/changed' ? 'g' : 'f',
      }))
      await walk.addFiles(found)
      await walk.settle({kind: 'walked'}, now)
      const again: (string | undefined)[] = []
      for (let taken = await claim(); taken; taken = await claim()) {
        again.push(taken.file?.path)
        await taken.settle(loaded(taken.file?.path ?? '', a), now)
      }
      expect(again).to.deep.equal(['/d/changed', '/d/failed', '/d/partly'])
      expect((await job(id)).result).to.deep.include({documents_loaded: 4, documents_failed: 0})
    })
  })

  describe('and documents', () => {
    const read = async (path: string, settlement: Settlement) => {
      await enqueue(path)
      return (await mustClaim()).settle(settlement, now)
    }

    it('keeps one document per content, with every path', async () => {
      const first = await read('/a', loaded('/a', a))
      const second = await read('/b', {kind: 'reused', path: '/b', sha256: a, durationMs: 1})
      expect(second.documentId).to.equal(first.documentId)
      expect(second.job.result).to.deep.include({documents_loaded: 1, documents_reused: 1})
      const [document, ...others] = await store.documents.list(10)
      expect([document?.paths, others]).to.deep.equal([['/a', '/b'], []])
    })

    it('never lets a reading without OCR replace one with it, and the other way round does', async () => {
      await read('/a', loaded('/a', a, {text: 'half', skippedPages: 1}))
      await read('/a', loaded('/a', a, {text: 'whole', ocrPages: 1}))
      expect((await store.documents.list(1))[0]?.text).to.equal('whole')
      await read('/a', loaded('/a', a, {text: 'half', skippedPages: 1}))
      expect((await store.documents.list(1))[0]?.text).to.equal('whole')
    })

    it('finds a document by id, the ends of it, hash and path', async () => {
      const {documentId = ''} = await read('/cv/a.txt', loaded('/cv/a.txt', a))
      for (const key of [
        documentId,
        documentId.slice(0, 12),
        documentId.slice(-6),
        a,
        'aaaaaa',
        '/cv/a.txt',
      ]) {
        expect(
          (await store.documents.find(key, 5)).map((found) => found.documentId),
          key,
        ).to.deep.equal([documentId])
      }
    })
  })
}
