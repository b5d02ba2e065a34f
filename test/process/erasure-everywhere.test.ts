import {mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats, document} from '../support/ats.ts'
import {LoggedWorker} from '../support/logged-worker.ts'
import {findInBytes} from '../support/raw-bytes.ts'
import {useTempDir} from '../support/temp-dir.ts'

const NAME = 'Ottilie Wüstenfuchs'
const MAIL = 'ottilie.wuestenfuchs@example.org'

/** Parts of words too, because an index of words keeps their ends. */
const CANARIES = [
  NAME,
  'Wüstenfuchs',
  'stenfuchs',
  'uestenfuchs',
  'Ottilie',
  '601 777 888 999',
  '777888999',
  'Kranichsegelflug',
  'ichsegelflug',
  'Rösselsprung-Meisterin',
]

/** Names of files, as programs on several systems write them. */
const FILES = {
  ['wüstenfuchs lebenslauf.txt'.normalize('NFC')]: 'text',
  ['wüstenfuchs lebenslauf.html'.normalize('NFD')]: 'html',
  'cv-ottilie.md': 'text',
} as const

const EMPLOYER = 'Nordlicht Werften'

const LINES = [
  NAME,
  MAIL,
  '+48 601 777 888 999',
  '',
  '## Experience',
  `Kranichsegelflug instructor, ${EMPLOYER}, 2015 - 2019`,
  ...Array.from({length: 300}, (_, i) => `Rösselsprung-Meisterin of season ${i}, ${EMPLOYER}`),
]

function contentOf(kind: 'text' | 'html', edition: string): string {
  if (kind === 'text') return [...LINES, edition].join('\n')
  return `<html><head><meta charset="utf-8"></head><body>${[...LINES, edition].map((line) => `<p>${line}</p>`).join('')}</body></html>`
}

describe('an erased person', () => {
  const temp = useTempDir()
  const env = () => ({TMPDIR: temp.file('tmp'), SQLITE_TMPDIR: temp.file('tmp')})
  const run = (...args: string[]) => ats(args, {cwd: temp.path, env: env()})
  /** In all but the source files and the backup, which ats does not touch. */
  const traces = (texts: readonly string[] = CANARIES) =>
    findInBytes(temp.path, texts, (_, path) => !/^(?:cvs|backup)/.test(path))

  beforeEach(() => {
    for (const name of ['cvs', 'tmp', 'backup']) mkdirSync(temp.file(name))
    for (const [name, kind] of Object.entries(FILES))
      writeFileSync(temp.file(`cvs/${name}`), contentOf(kind, `edition of ${kind}`))
    const colleague = [
      'Bo Ekström',
      'bo.ekstrom@example.net',
      '## Experience',
      `Baker, ${EMPLOYER}, 2012 - 2024`,
    ]
    writeFileSync(temp.file('cvs/bo.txt'), colleague.join('\n'))
  })

  /** Takes everything in, in ways that leave as many traces as can be. */
  const live = async () => {
    const [first = ''] = Object.keys(FILES)
    const away = temp.file('cvs/.away')
    renameSync(temp.file(`cvs/${first}`), away)
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const failed = await queue.enqueue(temp.file(`cvs/${first}`), {maxRetries: 0})
    await queue.close()
    await run('worker', 'run', '--drain', '--disable-ocr')
    renameSync(away, temp.file(`cvs/${first}`))
    writeFileSync(temp.file('cvs/copy of ottilie.txt'), contentOf('text', 'edition of text'))
    for (const args of [['cvs'], ['cvs', '--priority', '3'], [`cvs/${first}`], ['cvs/copy of ottilie.txt']])
      await run('queue', 'enqueue', ...args)
    const worker = new LoggedWorker({cwd: temp.path, env: env()}, ['--disable-ocr', '--concurrency', '2'])
    await worker.until('job.completed')
    for (;;) {
      const {jobs} = {jobs: document<{status: string}[]>(await run('queue', 'list', '--json'))}
      if (jobs.every(({status}) => status === 'completed' || status === 'failed')) return {worker, failed}
    }
  }

  it('leaves not a byte while a worker runs, with its log grown, and the colleague found', async () => {
    const {worker, failed} = await live()
    const grower = new Database(temp.file('jobs.db'))
    grower.pragma('wal_autocheckpoint = 0')
    grower.exec('CREATE TABLE ballast AS SELECT text FROM documents')
    for (let i = 0; i < 8; i += 1) grower.exec('INSERT INTO ballast SELECT text FROM ballast')
    grower.exec('DROP TABLE ballast; ANALYZE')
    expect((await run('db', 'backup', 'backup/copy.db')).code).to.equal(0)
    const people = document<{name: string; document_count: number; person_id: string}[]>(
      await run('documents', 'list', '--group', 'person', '--json'),
    )
    const ottilie = people.find(({name}) => name === NAME)
    expect(ottilie?.document_count).to.equal(2)
    expect(traces()).to.not.deep.equal([])
    const {code, stderr} = await run('documents', 'purge', '--person', ottilie?.person_id ?? '', '--yes')
    expect([code, stderr]).to.deep.equal([0, stderr])
    expect(traces([...CANARIES, ...Object.keys(FILES), 'copy of ottilie'])).to.deep.equal([])
    grower.close()
    expect(await worker.stop()).to.equal(0)
    expect(traces([...CANARIES, ...Object.keys(FILES), 'copy of ottilie'])).to.deep.equal([])
    expect(readdirSync(temp.file('tmp'))).to.deep.equal([])
    const found = document<{document: {file_name: string}}[]>(
      await run('documents', 'search', `"${EMPLOYER}"`, '--json'),
    )
    expect(found).to.have.length(1)
    expect((await run('db', 'check')).code).to.equal(0)
    const job = document<{file_path: string; error_message: string}>(
      await run('queue', 'get', failed, '--json'),
    )
    expect(job).to.deep.include({file_path: '(erased)', error_message: '(erased)'})
    const kept = findInBytes(temp.file('backup'), [NAME])
    expect(kept, 'backups are the business of who made them').to.not.deep.equal([])
  })

  it('leaves nothing of a file that failed, by its path or by the job that is cleared', async () => {
    const [locked, bad] = ['cvs/ottilie locked.pdf', 'cvs/ottilie bad.docx']
    rmSync(temp.file('cvs'), {recursive: true})
    mkdirSync(temp.file('cvs'))
    writeFileSync(temp.file(locked), '%PDF-1.4 and nothing more')
    writeFileSync(temp.file(bad), 'PK\u0003\u0004 and nothing more')
    await run('queue', 'enqueue', locked, bad, '--max-retries', '0')
    await run('worker', 'run', '--drain', '--disable-ocr')
    expect(traces(['ottilie locked', 'ottilie bad'])).to.not.deep.equal([])
    expect((await run('documents', 'purge', '--path', locked, '--yes')).code).to.equal(0)
    expect(traces(['ottilie locked'])).to.deep.equal([])
    expect((await run('queue', 'clear', '--yes')).code).to.equal(0)
    expect((await run('db', 'vacuum', '--full')).code).to.equal(0)
    expect(traces(['ottilie bad'])).to.deep.equal([])
  })
})
