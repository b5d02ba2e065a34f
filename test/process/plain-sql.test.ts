import {mkdirSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {REFERENCE, writeReferenceDatabase} from '../support/reference-database.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {isInstalled, runTool} from '../support/tools.ts'

const LETTER = 'Ines Dambrowski\nRiver engineer\nines@example.org\n'

describe('producers that speak plain SQL', () => {
  const temp = useTempDir()
  let queue: IngestionQueue
  beforeEach(async () => {
    queue = await new IngestionQueue(temp.file('jobs.db')).open()
    mkdirSync(temp.file('cvs'))
    writeFileSync(temp.file('cvs/ines.txt'), LETTER)
  })
  afterEach(() => queue.close())

  const expectTakenIn = async (id: string) => {
    await runWorker({queue, drain: true})
    expect((await queue.getJob(id))?.toJSON()).to.deep.include({status: 'completed', error_message: null})
    expect((await queue.documents.list()).map(({text}) => text)).to.deep.equal([LETTER.trimEnd()])
  }

  const python = (script: string, ...args: string[]) =>
    runTool('python3', ['-c', script, temp.file('jobs.db'), ...args])

  if (isInstalled('python3')) {
    it("enqueue from Python's sqlite3", async () => {
      python(
        `import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("INSERT INTO jobs (job_id, file_path) VALUES ('from-python', ?)", (sys.argv[2],))
db.commit()`,
        temp.file('cvs/ines.txt'),
      )
      await expectTakenIn('from-python')
    })

    it('name paths relative to the database', async () => {
      python(`import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("INSERT INTO jobs (job_id, file_path) VALUES ('relative', 'cvs')")
db.commit()`)
      await expectTakenIn('relative')
      expect((await queue.getJob('relative'))?.result).to.deep.include({
        type: 'directory',
        documents_loaded: 1,
      })
    })

    it('of the old kind go on against the migrated file while ats runs', async () => {
      writeReferenceDatabase(temp.file('old.db'), [
        [
          'orphan',
          temp.file('cvs/ines.txt'),
          'processing',
          0,
          3,
          null,
          '2024-05-01T10:00:00.5',
          '2024-05-01T10:00:00',
          null,
        ],
      ])
      const old = await new IngestionQueue(temp.file('old.db')).open()
      const output = runTool('python3', [
        '-c',
        `import sqlite3, sys, datetime, uuid
db = sqlite3.connect(sys.argv[1])
db.row_factory = sqlite3.Row
db.execute("""${REFERENCE.createTable}""")
db.execute("""${REFERENCE.createIndex}""")
now = datetime.datetime.utcnow().isoformat()
db.execute("""${REFERENCE.insert}""", ('old-style', sys.argv[2], 'pending', 0, 3, now, now))
db.commit()
row = db.execute("""${REFERENCE.pending}""").fetchone()
datetime.datetime.fromisoformat(row['created_at'])
print(row['job_id'], row['status'], dict(db.execute("""${REFERENCE.stats}""").fetchall()))`,
        temp.file('old.db'),
        temp.file('cvs'),
      ])
      expect(output).to.equal("orphan pending {'pending': 2}\n")
      await runWorker({queue: old, drain: true})
      expect(await old.getStats()).to.deep.include({completed: 2, pending: 0, failed: 0})
      await old.close()
    })
  }

  if (isInstalled('sqlite3')) {
    it('enqueue from the sqlite3 shell', async () => {
      runTool('sqlite3', [
        temp.file('jobs.db'),
        `INSERT INTO jobs (job_id, file_path) VALUES ('from-shell', '${temp.file('cvs/ines.txt')}')`,
      ])
      await expectTakenIn('from-shell')
    })
  }
})
