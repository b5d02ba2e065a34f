import {copyFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats} from '../../support/ats.ts'
import {LoggedWorker} from '../../support/logged-worker.ts'
import {useTempDir} from '../../support/temp-dir.ts'

describe('a database that is taken away while it is in use', () => {
  const temp = useTempDir()
  const db = (suffix = '') => temp.file(`jobs.db${suffix}`)
  const enqueue = async () => {
    writeFileSync(temp.file('ada.txt'), 'Ada Example\nEngineer\n')
    expect((await ats(['queue', 'enqueue', 'ada.txt'], {cwd: temp.path})).code).to.equal(0)
  }

  const DEEDS: Record<string, () => void> = {
    deleted: () => rmSync(db()),
    'replaced by another': () => {
      copyFileSync(db(), temp.file('other.db'))
      renameSync(temp.file('other.db'), db())
    },
    emptied: () => truncateSync(db()),
    'left without its -wal': () => rmSync(db('-wal')),
    'left without its -shm': () => rmSync(db('-shm')),
  }
  for (const [deed, act] of Object.entries(DEEDS)) {
    it(`stops the worker when it was ${deed}`, async () => {
      await enqueue()
      const options = {cwd: temp.path, env: {ATS_POLL_INTERVAL: '600'}}
      const worker = new LoggedWorker(options, ['--disable-ocr'])
      await worker.until('worker.idle')
      act()
      expect(await worker.ended()).to.equal(78)
      expect(worker.words).to.match(
        /jobs\.db(-wal|-shm)? was deleted, replaced or emptied while it was in use/,
      )
    })
  }

  it('has lost nothing of its log when only the -wal or -shm was deleted', async () => {
    const queue = await new IngestionQueue(db()).open()
    await queue.enqueue('/cv')
    for (const suffix of ['-wal', '-shm']) rmSync(db(suffix))
    await queue.close()
    const heir = await new IngestionQueue(db()).open()
    expect(await heir.getStats()).to.include({pending: 1, total: 1})
    await heir.close()
  })

  it('stops a worker at once that is reading a file', async () => {
    await enqueue()
    const worker = new LoggedWorker({cwd: temp.path}, ['--disable-ocr', '--verbose'])
    await worker.until('file.started')
    rmSync(db())
    expect(await worker.ended()).to.equal(78)
  })

  it('acknowledges no job that nobody would see', async () => {
    const queue = await new IngestionQueue(db()).open()
    await queue.enqueue('/cv/1')
    rmSync(db())
    const refused = await queue.enqueue('/cv/2').catch((error) => error)
    expect(refused).to.include({code: 'DATABASE_GONE'})
    await queue.close()
  })

  it('leaves the database alone that was put in its place', async () => {
    const queue = await new IngestionQueue(db()).open()
    await queue.enqueue('/cv/old')
    mkdirSync(temp.file('new'))
    const other = await new IngestionQueue(temp.file('new/jobs.db')).open()
    await other.enqueue('/cv/new')
    for (const suffix of ['', '-wal', '-shm']) rmSync(db(suffix))
    for (const suffix of ['', '-wal', '-shm']) renameSync(temp.file(`new/jobs.db${suffix}`), db(suffix))
    await queue.close()
    const heir = await new IngestionQueue(db()).open()
    expect((await heir.getAllJobs()).map(({filePath}) => filePath)).to.deep.equal(['/cv/new'])
    await heir.close()
    await other.close()
  })
})
