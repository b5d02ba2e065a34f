import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {ats, document, startAts} from '../support/ats.ts'
import {scribble, writeCarelessReference} from '../support/careless-writer.ts'
import {eventually} from '../support/eventually.ts'
import {LoggedWorker} from '../support/logged-worker.ts'
import {findInBytes} from '../support/raw-bytes.ts'
import {canMakeSmallDisk, SmallDisk} from '../support/small-disk.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {isInstalled} from '../support/tools.ts'

/**
 * Words that occur nowhere else: of the text, of the name and of the file's name. The last one is the end of a word: of
 * its beginning an index of words may keep only how long it is.
 */
const CANARIES = [
  'Jorinde Kätzchenbühl',
  'jorinde@kaetzchenbuehl.example',
  'Zaunkönigmanufaktur',
  'kaetzchenbuehl-cv',
  'wvkestrelwerk',
]

const FILE = 'kaetzchenbuehl-cv.txt'

/** Long enough for pages of their own. */
const CV = `Jorinde Kätzchenbühl\njorinde@kaetzchenbuehl.example\nZaunkönigmanufaktur\nQxwvkestrelwerk\n${Array.from(
  {length: 400},
  (_, i) => `Jorinde Kätzchenbühl led project ${i} at Zaunkönigmanufaktur.`,
).join('\n')}\n`

const BYSTANDER = 'Balthasar Unbeteiligt'

describe('an erased document', () => {
  const temp = useTempDir()
  beforeEach(() => {
    for (const name of ['cvs', 'tmp']) mkdirSync(temp.file(name))
    writeFileSync(temp.file(`cvs/${FILE}`), CV)
    writeFileSync(temp.file('cvs/balthasar.txt'), `${BYSTANDER}\nBaker, and nothing else for many years\n`)
  })

  const env = () => ({TMPDIR: temp.file('tmp'), SQLITE_TMPDIR: temp.file('tmp')})
  const run = (...args: string[]) => ats(args, {cwd: temp.path, env: env()})
  const purge = (...args: string[]) => run('documents', 'purge', '--yes', ...args)
  /** In the database, all that lies beside it, and the directory for temporary files. */
  const traces = (texts: readonly string[] = CANARIES) =>
    findInBytes(temp.path, texts, (name) => !name.endsWith('.txt'))
  const takeIn = async () => {
    const queue = new IngestionQueue(temp.file('jobs.db'))
    await queue.enqueue(temp.file('cvs'))
    await queue.enqueue(temp.file(`cvs/${FILE}`))
    await runWorker({queue, drain: true, ocr: false})
    const {documentId} = await queue.documents.get(temp.file(`cvs/${FILE}`))
    await queue.close()
    return documentId
  }
  const problems = async () =>
    document<{problems: {code: string}[]}>(await run('db', 'check', '--json')).problems.map(({code}) => code)

  if (isInstalled('python3') && isInstalled('sqlite3')) {
    for (const encoding of ['UTF-8', 'UTF-16le'] as const) {
      it(`leaves not a byte, whoever wrote to the ${encoding} file before`, async () => {
        const path = temp.file(`cvs/${FILE}`)
        writeCarelessReference(temp.file('jobs.db'), {path, text: CV, encoding})
        const id = await takeIn()
        copyFileSync(path, temp.file(FILE))
        scribble(temp.file('jobs.db'), path, CV)
        await run('queue', 'enqueue', FILE)
        await run('worker', 'run', '--drain', '--disable-ocr')
        expect(traces()).to.not.deep.equal([])
        const {code, stderr} = await purge(id)
        expect([code, stderr]).to.deep.equal([0, stderr])
        expect(traces()).to.deep.equal([])
        expect(traces([BYSTANDER])).to.not.deep.equal([])
        expect(await problems()).to.deep.equal([])
        const queue = new IngestionQueue(temp.file('jobs.db'))
        const [{text} = {text: ''}] = await queue.documents.list()
        expect(text).to.include(BYSTANDER)
        await queue.close()
      })
    }

    it('is told to be pending while a reader keeps it in the log, and is completed by the same command', async () => {
      const id = await takeIn()
      const script = `import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute('BEGIN'); db.execute('SELECT count(*) FROM jobs').fetchone()
print('reading', flush=True); time.sleep(600)`
      const reader = spawn('python3', ['-c', script, temp.file('jobs.db')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(reader.stdout, 'data')
      const refused = await purge(id)
      expect([refused.code, refused.stdout]).to.deep.equal([75, `${id}\n`])
      expect(refused.stderr).to.include('1 erased document').and.to.include('ats documents purge --pending')
      const report = document<{pending: number; obstacle: {code: string}}>(await purge('--pending', '--json'))
      expect(report).to.deep.include({pending: 1})
      expect(report.obstacle.code).to.equal('DATABASE_BUSY')
      expect(await problems()).to.deep.equal(['PENDING_ERASURES'])
      const doctor = document<{checks: {check: string; status: string}[]}>(await run('doctor', '--json'))
      expect(doctor.checks.find(({check}) => check === 'erasures')?.status).to.equal('warn')
      expect((await run('documents', 'list', '--json')).stdout).to.not.include(id)
      reader.kill('SIGKILL')
      await once(reader, 'exit')
      expect((await purge(id)).code).to.equal(0)
      expect(traces()).to.deep.equal([])
      expect(await problems()).to.deep.equal([])
    })
  }

  it('is completed by a worker where the purge was killed', async () => {
    const id = await takeIn()
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const order = {cause: 'request' as const, reason: null, block: false}
    await (await queue.store()).erasures.erase({documentIds: [id]}, order, new Date())
    await queue.close()
    expect(await problems()).to.deep.equal(['PENDING_ERASURES'])
    const worker = new LoggedWorker({cwd: temp.path, env: env()}, ['--disable-ocr'])
    await worker.until('erasures.completed')
    expect(await worker.stop()).to.equal(0)
    expect(traces()).to.deep.equal([])
  })

  it('is there whole or pending when the purge is killed at any moment, and then completed', async () => {
    for (const delayMs of [40, 120, 180, 240, 300, 400, 600]) {
      const id = await takeIn()
      const child = startAts(['documents', 'purge', '--yes', id], {
        cwd: temp.path,
        env: env(),
        stdio: 'ignore',
      })
      // It may be over before it is killed.
      const closed = once(child, 'close')
      await sleep(delayMs)
      child.kill('SIGKILL')
      await closed
      expect(await problems()).to.satisfy((codes: string[]) =>
        codes.every((code) => code === 'PENDING_ERASURES'),
      )
      expect((await purge(id)).code).to.equal(0)
      expect(traces()).to.deep.equal([])
    }
  })

  it('does not come back by a worker that is reading it and its copies', async () => {
    for (let i = 0; i < 300; i += 1) writeFileSync(temp.file(`cvs/kaetzchenbuehl-cv ${i}.txt`), CV)
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const jobId = await queue.enqueue(temp.file('cvs'))
    const worker = new LoggedWorker({cwd: temp.path, env: env()}, ['--disable-ocr', '--concurrency', '2'])
    const sha256 = createHash('sha256').update(CV).digest('hex')
    await eventually('the first copy is taken in', async () =>
      (await queue.documents.list()).some((one) => one.sha256 === sha256),
    )
    await queue.documents.purge({documents: [sha256]})
    await worker.until('job.completed', {job_id: jobId})
    expect(await worker.stop()).to.equal(0)
    expect((await queue.documents.list()).map(({text}) => text.split('\n')[0])).to.deep.equal([BYSTANDER])
    expect((await queue.documents.finishErasures()).pending).to.equal(0)
    expect(await problems()).to.deep.equal([])
    const files = await queue.getFiles(jobId)
    await queue.close()
    expect(files).to.have.length(302)
    expect(files.filter(({errorCode}) => errorCode === 'ERASED')).to.not.deep.equal([])
    expect(files.filter(({filePath}) => filePath !== '(erased)')).to.have.length(1)
    expect(traces()).to.deep.equal([])
  })

  it('is refused when it is blocked, without a byte of its name, until it is unblocked', async () => {
    const id = await takeIn()
    await purge(id, '--block', '--reason', 'request 2026-117')
    const enqueued = await run('queue', 'enqueue', `cvs/${FILE}`)
    expect([enqueued.code, enqueued.stdout]).to.deep.equal([0, ''])
    expect(enqueued.stderr).to.include('was erased and is blocked')
    expect((await run('queue', 'enqueue', '--split', 'cvs')).stdout.trim().split('\n')).to.have.length(1)
    await run('worker', 'run', '--drain', '--disable-ocr')
    writeFileSync(temp.file('cvs/copy.txt'), CV)
    const {stdout: folder} = await run('queue', 'enqueue', 'cvs')
    const worker = await run('worker', 'run', '--drain', '--disable-ocr', '--json', '--log-format', 'json')
    expect(document(worker)).to.deep.include({files_loaded: 1, files_skipped: 2, files_failed: 0})
    const told = worker.stderr.split('\n').filter((line) => line.includes('file.skipped'))
    expect(told.map((line) => JSON.parse(line))).to.have.length(2)
    for (const line of told) expect(JSON.parse(line)).to.deep.include({file_path: '(erased)', code: 'ERASED'})
    const {files} = document<{files: {file_path: string; outcome: string; error_code: string | null}[]}>(
      await run('queue', 'get', folder.trim(), '--json'),
    )
    expect(files.find(({error_code}) => error_code === 'ERASED')).to.deep.include({
      file_path: '(erased)',
      outcome: 'skipped',
    })
    expect(traces()).to.deep.equal([])
    const [record] = document<{blocked: boolean; reason: string}[]>(
      await run('documents', 'erasures', '--json'),
    )
    expect(record).to.deep.include({blocked: true, reason: 'request 2026-117'})
    expect((await run('documents', 'unblock', id)).code).to.equal(0)
    const {stdout: again} = await run('queue', 'enqueue', `cvs/${FILE}`)
    await run('worker', 'run', '--drain', '--disable-ocr')
    const job = document<{files: {outcome: string}[]}>(await run('queue', 'get', again.trim(), '--json'))
    expect(job.files[0]).to.deep.include({outcome: 'loaded'})
  })

  it('is refused when it is blocked also where it never became a document', async () => {
    const damaged = '%PDF-1.4\nkaetzchenbuehl, and nothing that a PDF is made of\n'
    writeFileSync(temp.file('kaetzchenbuehl-cv.pdf'), damaged)
    await run('queue', 'enqueue', '--skip-duplicates', 'kaetzchenbuehl-cv.pdf')
    await run('worker', 'run', '--drain', '--disable-ocr')
    const sha256 = createHash('sha256').update(damaged).digest('hex')
    expect((await purge(sha256, '--block')).code).to.equal(0)
    const refused = await run('queue', 'enqueue', 'kaetzchenbuehl-cv.pdf')
    expect([refused.code, refused.stdout]).to.deep.equal([0, ''])
    expect(refused.stderr).to.include('was erased and is blocked')
    expect(findInBytes(temp.path, CANARIES, (name) => !/\.(?:txt|pdf)$/.test(name))).to.deep.equal([])
    expect((await run('documents', 'unblock', sha256)).code).to.equal(0)
    expect((await run('queue', 'enqueue', 'kaetzchenbuehl-cv.pdf')).stdout).to.not.equal('')
  })

  it('is told, asked for and erased where nothing is left of it but a page that OCR read', async () => {
    const sha256 = createHash('sha256').update('a scan').digest('hex')
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const page = {key: sha256, sha256, languages: 'eng', text: CV, confidence: 90}
    await (await queue.store()).ocrPages.add(page, '/scans/1.pdf', new Date())
    await queue.close()
    const rehearsed = await run('documents', 'purge', sha256, '--dry-run')
    expect(rehearsed.stderr).to.include('Would erase').and.to.include('1 page that OCR read')
    expect((await run('documents', 'purge', sha256)).code).to.equal(2)
    expect(traces()).to.not.deep.equal([])
    const erased = await purge(sha256)
    expect(erased.stderr).to.include('1 page that OCR read').and.to.not.include('Nothing was erased')
    expect(traces()).to.deep.equal([])
  })

  it('leaves nothing of its name where a program enqueues it all the same', async () => {
    const id = await takeIn()
    await purge(id, '--block')
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const jobId = await queue.enqueue(temp.file(`cvs/${FILE}`))
    const worker = new LoggedWorker({cwd: temp.path, env: env()}, ['--disable-ocr'])
    await worker.until('job.completed', {job_id: jobId})
    expect(await worker.stop()).to.equal(0)
    expect((await queue.getJob(jobId))?.filePath).to.equal('(erased)')
    expect((await queue.documents.finishErasures()).pending).to.equal(0)
    await queue.close()
    expect(traces()).to.deep.equal([])
  })

  it('is turned away by a watcher, which puts it with what has failed', async () => {
    const id = await takeIn()
    await purge(id, '--block')
    const options = {cwd: temp.path, env: {...env(), ATS_SETTLE: '100ms'}}
    const watcher = new LoggedWorker(options, ['cvs'], ['watch'])
    await watcher.until('watch.left', {message: 'its content was erased and is blocked'})
    expect(await watcher.stop()).to.equal(0)
    const second = new LoggedWorker(options, ['cvs', '--failed-dir', 'failed'], ['watch'])
    const moved = {path: temp.file(`cvs/${FILE}`), to: temp.file(`failed/${FILE}`), code: 'ERASED'}
    await second.until('watch.moved', moved)
    expect(await second.stop()).to.equal(0)
    expect(traces()).to.deep.equal([])
  })

  it('goes when it is older than the worker keeps documents', async () => {
    await takeIn()
    const database = new Database(temp.file('jobs.db'))
    database.exec("UPDATE document_paths SET taken_in_at = '2020-01-01T00:00:00.000Z'")
    database.close()
    const {stderr} = await run('worker', 'run', '--drain', '--retention', '1d', '--log-format', 'json')
    expect(stderr).to.match(/"event":"documents.erased","documents":2/)
    expect(traces([...CANARIES, BYSTANDER])).to.deep.equal([])
    for (const period of ['180', '6m', '0d']) {
      const refused = await run('worker', 'run', '--drain', '--retention', period)
      expect([refused.code, refused.stderr]).to.deep.equal([2, refused.stderr])
      expect(refused.stderr)
        .to.include('--retention')
        .and.to.match(/180d|1d to/)
    }
  })

  if (canMakeSmallDisk()) {
    it('is told to be pending while the disk is full', async () => {
      const disk = await SmallDisk.mount(temp.path, 4 * 1024 * 1024)
      try {
        disk.shell('mkdir tmp')
        const via = {cwd: temp.path, via: disk.via, env: env()}
        disk.shell(`cat > ${FILE} <<'END'\n${CV}END`)
        await ats(['queue', 'enqueue', FILE], via)
        await ats(['worker', 'run', '--drain', '--disable-ocr'], via)
        const [{document_id: id} = {document_id: ''}] = document<{document_id: string}[]>(
          await ats(['documents', 'list', '--json'], via),
        )
        // Room for the rows to go, and not for the file to be written anew.
        disk.fill()
        disk.shell('truncate -s -320k filler')
        const refused = await ats(['documents', 'purge', id, '--yes'], via)
        expect([refused.code, refused.stderr]).to.deep.equal([75, refused.stderr])
        expect(refused.stderr).to.include('no room left on the disk').and.to.include('--pending')
        disk.makeRoom()
        expect((await ats(['documents', 'purge', '--pending'], via)).code).to.equal(0)
        expect(disk.shell(`grep -c -a Zaunk jobs.db* || true`)).to.not.match(/:[1-9]/)
      } finally {
        await disk.unmount()
      }
    })
  }
})
