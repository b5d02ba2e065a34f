import {expect} from 'chai'
import {v7 as uuidv7} from 'uuid'
import type {ErasureOrder} from '#lib/model/erasure.js'
import type {Claim, Store} from '#lib/store/store.js'
import {loaded} from '../support/extraction.ts'

/**
 * What any engine must promise of erasures. Called by one test file per engine.
 *
 * @param forgetSources leaves the pages that OCR read as they were kept before it was kept where their files lay
 */
export function erasuresConform(open: () => Promise<Store>, forgetSources: () => void): void {
  const now = new Date('2026-05-01T12:00:00.000Z')
  const later = (ms: number) => new Date(now.getTime() + ms)
  const order: ErasureOrder = {cause: 'request', reason: 'request 7', block: false}
  const a = 'a'.repeat(64)
  const b = 'b'.repeat(64)
  const c = 'c'.repeat(64)
  let store: Store

  beforeEach(async () => {
    store = await open()
    const worker = {workerId: 'w', pid: process.pid, host: 'here', concurrency: 1, leaseMs: 60_000}
    await store.workers.register(worker, now)
  })
  afterEach(() => store.close())

  /** A test after which the database is free of contradictions. */
  const holds = (title: string, test: () => Promise<void>) =>
    it(title, async () => {
      await test()
      const {problems} = await store.maintenance.check({repair: false})
      expect(problems.map(({code}) => code).filter((code) => code !== 'PENDING_ERASURES')).to.deep.equal([])
    })
  const enqueue = async (filePath: string, contentSha256: string | null = null) => {
    const jobId = uuidv7()
    const rest = {maxRetries: 3, priority: 0, availableAt: null, ocr: true, contentSha256}
    await store.jobs.insert([{jobId, filePath, ...rest}], now)
    return jobId
  }
  const claim = async (jobId?: string, at = now): Promise<Claim> => {
    const [taken] = await store.claims.claim({workerId: 'w', limit: 1, now: at, jobId})
    if (!taken) throw new Error('nothing to claim')
    return taken
  }
  const takeIn = async (path: string, sha256: string, at = now) => {
    const jobId = await enqueue(path)
    const {documentId = ''} = await (await claim(jobId)).settle(loaded(path, sha256), at)
    return {jobId, documentId}
  }
  const walkFolder = async (path: string, files: string[]) => {
    const jobId = await enqueue(path)
    const walk = await claim(jobId)
    await walk.addFiles(files.map((file) => ({path: file, pathBytes: null, fingerprint: 'f'})))
    await walk.settle({kind: 'walked'}, now)
    return jobId
  }
  const job = async (id: string) => {
    const found = await store.jobs.get(id)
    if (!found) throw new Error(`no job ${id}`)
    return found
  }
  const erase = (documentIds: string[], more: Partial<ErasureOrder> = {}) =>
    store.erasures.erase({documentIds}, {...order, ...more}, now)
  const ids = async () => (await store.documents.list(100)).map(({documentId}) => documentId)
  const outcomes = async (id: string) =>
    (await store.jobs.files(id)).map(({filePath, outcome, errorCode}) => [filePath, outcome, errorCode])
  const losesLease = async (call: Promise<unknown>) =>
    expect(
      await call.then(
        () => 'went through',
        (error: {code?: string}) => error.code,
      ),
    ).to.equal('LEASE_LOST')

  holds('takes what OCR read on the pages, also when it comes late', async () => {
    const page = {key: 'd'.repeat(64), languages: 'eng', text: 'Ada Muster', confidence: 90}
    const {documentId} = await takeIn('/cvs/a.pdf', a)
    await store.ocrPages.add({...page, sha256: a}, '/cvs/scan.pdf', now)
    await store.ocrPages.add({...page, sha256: b}, '/cvs/scan.pdf', now)
    const reading = await claim(await enqueue('/cvs/copy.pdf'))
    await erase([documentId])
    expect((await store.ocrPages.find(page.key, a))?.sha256).to.equal(b)
    await store.ocrPages.add({...page, sha256: a}, '/cvs/scan.pdf', later(1))
    await reading.settle(loaded('/cvs/copy.pdf', a), later(2))
    expect((await store.ocrPages.find(page.key, a))?.sha256).to.equal(b)
  })

  holds('takes the document, and its path from the history of its job, and leaves the others', async () => {
    const ada = await takeIn('/cv/ada.txt', a)
    const bob = await takeIn('/cv/bob.txt', b)
    const traces = await erase([ada.documentId])
    expect(traces).to.deep.equal({
      documents: [
        {
          documentId: ada.documentId,
          sha256: a,
          fileName: 'ada.txt',
          personName: 'Ada Nowak',
          paths: ['/cv/ada.txt'],
        },
      ],
      siblings: [],
      jobs: 1,
      jobsEnded: 0,
      files: 1,
      ocrPages: 0,
    })
    expect(await ids()).to.deep.equal([bob.documentId])
    expect(await job(ada.jobId)).to.deep.include({
      filePath: '(erased)',
      status: 'completed',
      errorMessage: null,
    })
    expect((await job(ada.jobId)).result).to.deep.include({documents_loaded: 1})
    expect(await outcomes(ada.jobId)).to.deep.equal([['(erased)', 'loaded', null]])
    expect(await outcomes(bob.jobId)).to.deep.equal([['/cv/bob.txt', 'loaded', null]])
  })

  holds('records ids, hash, time, cause and reason, and that it is not completed', async () => {
    const {documentId} = await takeIn('/cv/ada.txt', a)
    await erase([documentId])
    const record = {
      documentId,
      sha256: a,
      cause: 'request',
      reason: 'request 7',
      blocked: false,
      erasedAt: now,
    }
    expect(await store.erasures.list({pending: true, limit: 9})).to.deep.equal([
      {...record, completedAt: null},
    ])
    expect(await store.erasures.cleanse(later(5))).to.deep.equal({pending: 0, obstacle: null})
    expect(await store.erasures.list({pending: true, limit: 9})).to.deep.equal([])
    expect(await store.erasures.list({pending: false, limit: 9})).to.deep.equal([
      {...record, completedAt: later(5)},
    ])
    expect(await store.erasures.find(documentId.slice(-6), 9)).to.have.length(1)
    expect(await store.erasures.find(a.slice(0, 6), 9)).to.have.length(1)
  })

  holds('tells what it would do, and does nothing of it', async () => {
    const {documentId, jobId} = await takeIn('/cv/ada.txt', a)
    const before = [await job(jobId), await outcomes(jobId), await ids()]
    const told = await store.erasures.rehearse({documentIds: [documentId]}, order, now)
    expect([await job(jobId), await outcomes(jobId), await ids()]).to.deep.equal(before)
    expect(await store.erasures.list({pending: false, limit: 9})).to.deep.equal([])
    expect(await erase([documentId])).to.deep.equal(told)
  })

  holds('selects by path, folder and age, and what fits all of them', async () => {
    await takeIn('/cv/ada.txt', a)
    await takeIn('/cv/old/bob.txt', b, later(-1000))
    await takeIn('/cv/older.txt', c, later(-2000))
    const names = async (selection: Parameters<Store['erasures']['rehearse']>[0]) =>
      (await store.erasures.rehearse(selection, order, now)).documents.map(({fileName}) => fileName)
    expect(await names({path: '/cv/ada.txt'})).to.deep.equal(['ada.txt'])
    expect(await names({path: '/cv/old'})).to.deep.equal(['bob.txt'])
    expect(await names({path: '/cv/'})).to.deep.equal(['ada.txt', 'bob.txt', 'older.txt'])
    expect(await names({before: later(-500)})).to.deep.equal(['bob.txt', 'older.txt'])
    expect(await names({path: '/cv/old', before: later(-500)})).to.deep.equal(['bob.txt'])
    expect(await names({path: '/cv/old', before: later(-1500)})).to.deep.equal([])
    expect(await names({documentIds: []})).to.deep.equal([])
    expect(await names({})).to.deep.equal([])
  })

  holds('counts age from the last time that the document was taken in', async () => {
    const {documentId} = await takeIn('/cv/ada.txt', a, later(-5000))
    await takeIn('/cv/ada.txt', a, later(-10))
    expect((await store.erasures.rehearse({before: later(-1000)}, order, now)).documents).to.deep.equal([])
    const [found] = (await store.erasures.rehearse({before: now}, order, now)).documents
    expect(found?.documentId).to.equal(documentId)
  })

  holds('erases more documents than fit in one transaction', async () => {
    for (let i = 0; i < 230; i += 1) await takeIn(`/cv/${i}.txt`, i.toString(16).padStart(64, '0'))
    expect((await store.erasures.erase({path: '/cv'}, order, now)).documents).to.have.length(230)
    expect(await ids()).to.deep.equal([])
    expect(await store.erasures.countPending()).to.equal(230)
  })

  holds('leaves a path to another document that has it too', async () => {
    const first = await takeIn('/cv/cv.txt', a)
    const second = await takeIn('/cv/cv.txt', b)
    const waiting = await enqueue('/cv/cv.txt')
    await erase([first.documentId])
    expect((await job(first.jobId)).filePath).to.equal('(erased)')
    expect((await job(second.jobId)).filePath).to.equal('/cv/cv.txt')
    expect(await job(waiting)).to.deep.include({filePath: '/cv/cv.txt', status: 'pending'})
    expect((await store.documents.find('/cv/cv.txt', 9)).map(({sha256}) => sha256)).to.deep.equal([b])
  })

  holds('leaves the folder of a job that holds files of others, and its counts', async () => {
    const folder = await walkFolder('/cv', ['/cv/ada.txt', '/cv/bob.txt', '/cv/cy.txt'])
    const ada = await (await claim()).settle(loaded('/cv/ada.txt', a), now)
    await (await claim()).settle(loaded('/cv/bob.txt', b), now)
    await erase([ada.documentId ?? ''])
    await (await claim()).settle(
      {
        kind: 'failed',
        path: '/cv/cy.txt',
        error: {code: 'CORRUPT', message: '/cv/cy.txt: bad'},
        durationMs: 1,
      },
      now,
    )
    expect(await job(folder)).to.deep.include({filePath: '/cv', status: 'completed'})
    expect((await job(folder)).result).to.deep.include({documents_loaded: 2, documents_failed: 1})
    expect((await outcomes(folder)).map(([path]) => path)).to.deep.equal([
      '(erased)',
      '/cv/bob.txt',
      '/cv/cy.txt',
    ])
  })

  holds('takes the folder too where it held nothing else', async () => {
    const folder = await walkFolder('/ada nowak', ['/ada nowak/1.txt', '/ada nowak/2.txt'])
    const one = await (await claim()).settle(loaded('/ada nowak/1.txt', a), now)
    const two = await (await claim()).settle(loaded('/ada nowak/2.txt', b), now)
    await erase([one.documentId ?? ''])
    expect((await job(folder)).filePath).to.equal('/ada nowak')
    await erase([two.documentId ?? ''])
    expect((await job(folder)).filePath).to.equal('(erased)')
  })

  holds('takes names from the messages of jobs that stay', async () => {
    const {documentId} = await takeIn('/cv/ada.txt', a)
    const folder = await walkFolder('/cv', ['/cv/ada.txt', '/cv/bob.txt'])
    for (const path of ['/cv/ada.txt', '/cv/bob.txt']) {
      const error = {code: 'CORRUPT' as const, message: `${path}: bad`}
      await (await claim()).settle({kind: 'failed', path, error, durationMs: 1}, now)
    }
    expect((await job(folder)).errorMessage).to.include('/cv/ada.txt')
    await erase([documentId])
    expect(await job(folder)).to.deep.include({
      filePath: '/cv',
      errorMessage: '(erased)',
      errorCode: 'CORRUPT',
    })
    const told = [...(await store.jobs.files(folder)), ...(await store.jobs.attempts(folder))]
    expect(JSON.stringify(told)).to.not.include('ada')
    expect(JSON.stringify(told)).to.include('/cv/bob.txt: bad')
  })

  holds('ends jobs for the path that have not ended, whoever runs them', async () => {
    const {documentId} = await takeIn('/cv/ada.txt', a)
    const [waiting, running] = [await enqueue('/cv/ada.txt'), await enqueue('/cv/ada.txt')]
    const held = await claim(running)
    expect(await erase([documentId])).to.deep.include({jobs: 3, jobsEnded: 2})
    for (const id of [waiting, running]) {
      expect(await job(id)).to.deep.include({
        filePath: '(erased)',
        status: 'failed',
        errorCode: 'ERASED',
        errorMessage: 'the document of this path was erased',
      })
    }
    await losesLease(held.settle(loaded('/cv/ada.txt', a), now))
    expect(await ids()).to.deep.equal([])
    expect(await store.jobs.retry({ids: [waiting]}, now)).to.deep.equal([])
  })

  holds('ends the file of a folder that is being read, and lets the folder go on', async () => {
    const {documentId} = await takeIn('/cv/ada.txt', a)
    const folder = await walkFolder('/cv', ['/cv/ada.txt', '/cv/bob.txt'])
    const held = await claim()
    expect(held.file?.path).to.equal('/cv/ada.txt')
    await erase([documentId])
    await losesLease(held.settle(loaded('/cv/ada.txt', a), now))
    expect(await outcomes(folder)).to.deep.equal([
      ['(erased)', 'skipped', 'ERASED'],
      ['/cv/bob.txt', null, null],
    ])
    await (await claim()).settle(loaded('/cv/bob.txt', b), now)
    expect(await job(folder)).to.deep.include({status: 'completed', filePath: '/cv'})
  })

  holds('completes a folder whose last open file is erased', async () => {
    const {documentId} = await takeIn('/cv/ada.txt', a)
    const folder = await walkFolder('/cv', ['/cv/bob.txt', '/cv/ada.txt'])
    await (await claim()).settle(loaded('/cv/bob.txt', b), now)
    expect((await job(folder)).status).to.equal('pending')
    await erase([documentId])
    expect(await job(folder)).to.deep.include({status: 'completed', filePath: '/cv'})
  })

  holds('keeps a job that was there before from bringing a copy back, and takes its path too', async () => {
    const {documentId} = await takeIn('/cv/ada.txt', a)
    const copy = await enqueue('/elsewhere/copy of ada.txt')
    const held = await claim(copy)
    const folder = await walkFolder('/more', ['/more/ada again.txt', '/more/bob.txt'])
    await erase([documentId])
    const settled = await held.settle(loaded('/elsewhere/copy of ada.txt', a), now)
    expect(settled).to.have.property('refused').with.property('code', 'ERASED')
    expect(settled).to.not.have.property('documentId')
    await (await claim()).settle({kind: 'reused', path: '/more/ada again.txt', sha256: a, durationMs: 1}, now)
    await (await claim()).settle(loaded('/more/bob.txt', b), now)
    expect(await job(copy)).to.deep.include({filePath: '(erased)', status: 'completed'})
    expect((await outcomes(folder))[0]).to.deep.equal(['(erased)', 'skipped', 'ERASED'])
    expect((await store.documents.list(9)).map(({sha256}) => sha256)).to.deep.equal([b])
  })

  holds('lets a later job take the content in again, unless it is blocked', async () => {
    const first = await takeIn('/cv/ada.txt', a)
    await erase([first.documentId])
    const second = await takeIn('/cv/ada.txt', a)
    expect(await ids()).to.deep.equal([second.documentId])
    await erase([second.documentId], {block: true})
    expect(await store.blockList.isBlocked(a)).to.equal(true)
    expect(await store.documents.hasSize(10)).to.equal(true)
    const third = await takeIn('/cv/ada.txt', a)
    expect(third.documentId).to.equal('')
    expect(await job(third.jobId)).to.deep.include({filePath: '(erased)', status: 'completed'})
    expect(await outcomes(third.jobId)).to.deep.equal([['(erased)', 'skipped', 'ERASED']])
    expect([await store.erasures.unblock(a), await store.erasures.unblock(a)]).to.deep.equal([true, false])
    const fourth = await takeIn('/cv/ada.txt', a)
    expect(await ids()).to.deep.equal([fourth.documentId])
  })

  holds('knows files of a folder that are blocked by a number alone, and the folder by nothing', async () => {
    const folder = await enqueue('/cvs of ada')
    const walk = await claim(folder)
    await walk.refuseFiles([{number: 1, sha256: a}])
    await walk.refuseFiles([{number: 2, sha256: a}])
    await walk.settle({kind: 'walked'}, now)
    expect(await outcomes(folder)).to.deep.equal([
      ['(erased)', 'skipped', 'ERASED'],
      ['(erased)', 'skipped', 'ERASED'],
    ])
    expect(await job(folder)).to.deep.include({filePath: '(erased)', status: 'completed'})
    expect((await job(folder)).result).to.deep.include({documents_skipped: 2, documents_failed: 0})
    expect(await store.erasures.countPending()).to.equal(1)
    const shared = await enqueue('/cvs')
    const another = await claim(shared)
    await another.refuseFiles([{number: 1, sha256: a}])
    await another.addFiles([{path: '/cvs/bob.txt', pathBytes: null, fingerprint: 'f'}])
    await another.settle({kind: 'walked'}, now)
    await (await claim()).settle(loaded('/cvs/bob.txt', b), now)
    expect(await job(shared)).to.deep.include({filePath: '/cvs', status: 'completed'})
    expect(await store.erasures.countPending()).to.equal(1)
    const empty = await enqueue('/empty')
    await (await claim(empty)).settle({kind: 'walked'}, now)
    expect(await job(empty)).to.deep.include({filePath: '/empty', status: 'completed'})
  })

  holds('takes paths that led to no document, where the work has ended, and records that', async () => {
    const bad = await enqueue('/cv/locked cv of ada.pdf')
    const error = {code: 'ENCRYPTED' as const, message: '/cv/locked cv of ada.pdf: needs a password'}
    await (await claim(bad)).settle(
      {kind: 'failed', path: '/cv/locked cv of ada.pdf', error, durationMs: 1},
      now,
    )
    const waiting = await enqueue('/cv/locked cv of ada.pdf')
    const bob = await takeIn('/cv/bob.txt', b)
    const traces = await store.erasures.erase({path: '/cv/locked cv of ada.pdf'}, order, now)
    expect(traces).to.deep.equal({documents: [], siblings: [], jobs: 1, jobsEnded: 0, files: 1, ocrPages: 0})
    expect(await job(bad)).to.deep.include({
      filePath: '(erased)',
      errorCode: 'ENCRYPTED',
      errorMessage: '(erased)',
    })
    expect(await job(waiting)).to.deep.include({status: 'pending'})
    expect((await job(bob.jobId)).filePath).to.equal('/cv/bob.txt')
    const [record] = await store.erasures.list({pending: true, limit: 9})
    expect(record).to.deep.include({documentId: null, sha256: null, reason: 'request 7'})
    expect((await store.erasures.cleanse(now)).pending).to.equal(0)
    expect(await store.erasures.erase({path: '/nowhere'}, order, now)).to.deep.equal({
      documents: [],
      siblings: [],
      jobs: 0,
      jobsEnded: 0,
      files: 0,
      ocrPages: 0,
    })
  })

  holds('takes the name of a file that failed from what its folder says', async () => {
    const folder = await walkFolder('/cv', ['/cv/locked ada.pdf', '/cv/locked bob.pdf'])
    for (const path of ['/cv/locked ada.pdf', '/cv/locked bob.pdf']) {
      const error = {code: 'ENCRYPTED' as const, message: `${path}: needs a password`}
      await (await claim()).settle({kind: 'failed', path, error, durationMs: 1}, now)
    }
    expect((await job(folder)).errorMessage).to.include('ada')
    await store.erasures.erase({path: '/cv/locked ada.pdf'}, order, now)
    expect(await job(folder)).to.deep.include({filePath: '/cv', errorMessage: '(erased)'})
    expect(JSON.stringify(await store.jobs.attempts(folder))).to.not.include('ada')
  })

  holds('takes what OCR read of its pages, and keeps nothing that is read of them afterwards', async () => {
    const page = (sha256: string) => ({
      key: 'd'.repeat(64),
      sha256,
      languages: 'eng',
      text: `page of ${sha256}`,
      confidence: 90,
    })
    const {documentId} = await takeIn('/cv/ada.txt', a)
    await takeIn('/cv/bob.txt', b)
    for (const sha256 of [a, b, c]) await store.ocrPages.add(page(sha256), '/cvs/scan.pdf', later(-100))
    await erase([documentId])
    await store.ocrPages.add(page(a), '/cvs/scan.pdf', now)
    const kept = async (sha256: string) =>
      (await store.ocrPages.find('d'.repeat(64), sha256))?.sha256 === sha256
    expect([await kept(a), await kept(b), await kept(c)]).to.deep.equal([false, true, true])
    await takeIn('/cv/ada.txt', a)
    await store.ocrPages.add(page(a), '/cvs/scan.pdf', now)
    expect(await kept(a)).to.equal(true)
    expect(await store.erasures.erase({before: later(-50)}, order, now)).to.deep.include({ocrPages: 1})
    expect([await kept(a), await kept(b), await kept(c)]).to.deep.equal([true, true, false])
  })

  describe('of a file that never became a document', () => {
    const path = '/cv/locked scan of ada.pdf'
    const page = {key: 'd'.repeat(64), languages: 'eng', text: 'Ada Muster', confidence: 90}
    const isKept = async (sha256: string) => (await store.ocrPages.find(page.key, sha256))?.sha256 === sha256
    const fail = async (at = path) => {
      const jobId = await enqueue(at)
      const error = {code: 'TIMEOUT' as const, message: `${at}: too slow`}
      await (await claim(jobId)).settle({kind: 'failed', path: at, error, durationMs: 1}, now)
      return jobId
    }

    holds('takes the pages that OCR read with its path, unless they lie elsewhere too', async () => {
      await fail()
      await store.ocrPages.add({...page, sha256: a}, path, now)
      await store.ocrPages.add({...page, sha256: b}, path, now)
      await store.ocrPages.addSource(b, '/other/bob.pdf')
      expect(await store.erasures.erase({path: '/cv'}, order, now)).to.deep.include({jobs: 1, files: 1})
      expect([await isKept(a), await isKept(b)]).to.deep.equal([false, true])
      expect(await store.erasures.countPending()).to.equal(1)
      await store.erasures.erase({path: '/other/bob.pdf'}, order, now)
      expect(await isKept(b)).to.equal(false)
    })

    holds('takes them by the hash of the file, with its jobs wherever it lay', async () => {
      const jobs = [await fail(), await fail('/copies/ada.pdf')]
      for (const at of [path, '/copies/ada.pdf']) await store.ocrPages.add({...page, sha256: a}, at, now)
      expect(await store.erasures.findStray(a.slice(0, 8), 9)).to.deep.equal([a])
      const erased = await store.erasures.erase({documentIds: [], strayContents: [a]}, order, now)
      expect(erased).to.deep.include({jobs: 2, files: 2})
      expect(await isKept(a)).to.equal(false)
      for (const id of jobs) expect((await job(id)).filePath).to.equal('(erased)')
      expect(await store.erasures.findStray(a.slice(0, 8), 9)).to.deep.equal([])
    })

    holds('takes them by the hash also where nobody knows the path any more', async () => {
      await store.ocrPages.add({...page, sha256: a}, path, now)
      forgetSources()
      const selection = {documentIds: [], strayContents: [a]}
      expect(await store.erasures.rehearse(selection, order, now)).to.deep.include({jobs: 0, ocrPages: 1})
      expect(await store.erasures.erase(selection, order, now)).to.deep.include({jobs: 0, ocrPages: 1})
      expect(await isKept(a)).to.equal(false)
      expect(await store.erasures.findStray(a.slice(0, 8), 9)).to.deep.equal([])
      expect(await store.erasures.countPending()).to.equal(1)
    })

    holds('leaves by the hash what OCR read of another content at the same path', async () => {
      for (const sha256 of [a, b]) await store.ocrPages.add({...page, sha256}, path, now)
      await store.erasures.erase({documentIds: [], strayContents: [a]}, order, now)
      expect([await isKept(a), await isKept(b)]).to.deep.equal([false, true])
      await store.erasures.erase({path}, order, now)
      expect(await isKept(b)).to.equal(false)
    })

    holds(
      'is refused by its hash when it is blocked, however long it is, until it is unblocked',
      async () => {
        await store.ocrPages.add({...page, sha256: a}, path, now)
        await store.erasures.erase({documentIds: [], strayContents: [a]}, {...order, block: true}, now)
        const [record, ...more] = await store.erasures.list({pending: true, limit: 9})
        expect(record).to.deep.include({documentId: null, sha256: a, blocked: true})
        expect(more).to.deep.equal([])
        expect(await store.blockList.isBlocked(a)).to.equal(true)
        expect([...(await store.blockList.blockedSizes())]).to.deep.equal([null])
        expect(await store.documents.hasSize(4711)).to.equal(true)
        const {jobId} = await takeIn(path, a)
        expect(await outcomes(jobId)).to.deep.equal([['(erased)', 'skipped', 'ERASED']])
        expect(await store.erasures.unblock(a)).to.equal(true)
        expect([...(await store.blockList.blockedSizes())]).to.deep.equal([])
        await takeIn(path, a)
        expect(await ids()).to.have.length(1)
      },
    )

    holds('ends the jobs that name it by its hash', async () => {
      const jobId = await enqueue(path, a)
      const selection = {documentIds: [], strayContents: [a]}
      const blocking = {...order, block: true}
      expect(await store.erasures.erase(selection, blocking, now)).to.deep.include({jobs: 1, jobsEnded: 1})
      expect(await job(jobId)).to.deep.include({
        filePath: '(erased)',
        status: 'failed',
        errorCode: 'ERASED',
      })
      expect(await store.blockList.isBlocked(a)).to.equal(true)
      await store.erasures.erase(selection, blocking, now)
      expect(await store.erasures.list({pending: false, limit: 9})).to.have.length(1)
    })

    holds('takes them with the document that the path led to at another time', async () => {
      const {documentId} = await takeIn(path, c)
      await store.ocrPages.add({...page, sha256: a}, path, now)
      await erase([documentId])
      expect(await isKept(a)).to.equal(false)
    })

    holds('takes them with its jobs, and leaves those of documents', async () => {
      await fail()
      await takeIn('/cv/bob.pdf', b)
      await store.ocrPages.add({...page, sha256: a}, path, now)
      await store.ocrPages.add({...page, sha256: b}, '/cv/bob.pdf', now)
      expect(await store.jobs.clear({force: false})).to.equal(2)
      expect([await isKept(a), await isKept(b)]).to.deep.equal([false, true])
    })
  })

  holds('refuses a reason that names one of many before the first is gone', async () => {
    for (let i = 0; i < 230; i += 1) await takeIn(`/cv/${i}.txt`, i.toString(16).padStart(64, '0'))
    await takeIn('/cv/ada nowak.txt', a)
    const refused = await store.erasures
      .erase({path: '/cv'}, {...order, reason: 'Ada Nowak asked'}, now)
      .catch(({code}) => code)
    expect(refused).to.equal('USAGE')
    expect((await store.erasures.rehearse({path: '/cv'}, order, now)).documents).to.have.length(231)
  })

  holds('takes a reason that happens to have a common word of a file name in it', async () => {
    const {documentId} = await takeIn('/cv/request.txt', a)
    expect((await erase([documentId], {reason: 'request 2026-117'})).documents).to.have.length(1)
  })

  holds('remembers to cleanse what a late reader of erased content left', async () => {
    const {documentId} = await takeIn('/cv/ada.txt', a)
    const late = await claim(await enqueue('/cv/copy of it.txt'))
    await erase([documentId])
    expect((await store.erasures.cleanse(later(1))).pending).to.equal(0)
    await late.settle(loaded('/cv/copy of it.txt', a), later(2))
    expect(await store.erasures.countPending()).to.equal(1)
    expect((await store.erasures.cleanse(later(3))).pending).to.equal(0)
  })

  holds('refuses a reason that names what goes', async () => {
    const {documentId} = await takeIn('/cv/ada nowak.txt', a)
    const refused = await erase([documentId], {reason: 'Ms Ada NOWAK asked for it'}).catch(({code}) => code)
    expect(refused).to.equal('USAGE')
    expect(await ids()).to.deep.equal([documentId])
  })
}
