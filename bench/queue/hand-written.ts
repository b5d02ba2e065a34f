import {join} from 'node:path'
import Database from 'better-sqlite3'
import {v7 as uuidv7} from 'uuid'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import type {Connection} from '#lib/store/sqlite/connection.js'
import {jobById} from '#lib/store/sqlite/job-queries.js'
import {openDatabase} from '#lib/store/sqlite/open-database.js'
import type {Table} from '../support/report.ts'
import {median, pairedRatio} from '../support/statistics.ts'
import {inTurns, timed} from '../support/turns.ts'
import {pathOf} from './contestants/contestant.ts'

const INSERTS = 100
const READS = 5_000

/** An enqueue, and a look at a job by a statement that Kysely has built, beside the same statements by hand, on one database. */
export async function compareWithHandWritten(folder: string, turns: number): Promise<Table> {
  const path = join(folder, 'hand-written.db')
  const queue = await new IngestionQueue(path).open()
  const id = await queue.enqueue(pathOf(0))
  const connection = await openDatabase({path, create: false, busyTimeoutMs: 1000})
  const database = new Database(path)
  database.pragma('synchronous = FULL')
  const samples = await inTurns(
    new Map([
      ['enqueue', async () => (await timed(() => enqueue(queue))) / INSERTS],
      ['enqueue, by hand', async () => (await timed(() => insert(database))) / INSERTS],
      ['a job by its id', async () => (await timed(() => read(connection, id))) / READS],
      ['a job by its id, by hand', async () => (await timed(() => readByHand(database, id))) / READS],
    ]),
    turns,
  )
  connection.close()
  database.close()
  await queue.close()
  return {
    title: 'through the library',
    unit: 'ms',
    ratio: '/ by hand',
    figures: ['enqueue', 'a job by its id'].flatMap((name) => {
      const ours = samples.get(name) ?? []
      const byHand = samples.get(`${name}, by hand`) ?? []
      return [
        {name, value: median(ours), ratio: pairedRatio(ours, byHand), target: {most: 1.1}},
        {name: `${name}, by hand`, value: median(byHand)},
      ]
    }),
  }
}

async function enqueue(queue: IngestionQueue): Promise<void> {
  for (let n = 0; n < INSERTS; n += 1) await queue.enqueue(pathOf(n))
}

function insert(database: Database.Database): void {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const statement = database.prepare(
    'INSERT INTO jobs (job_id, file_path, max_retries, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
  )
  const commit = database.prepare('COMMIT')
  for (let n = 0; n < INSERTS; n += 1) {
    const now = new Date().toISOString().slice(0, -1)
    begin.run()
    statement.run(uuidv7(), pathOf(n), 3, now, now)
    commit.run()
  }
}

function read(connection: Connection, id: string): Promise<void> {
  return connection.read(() => {
    for (let n = 0; n < READS; n += 1) connection.get(jobById, {id})
  })
}

function readByHand(database: Database.Database, id: string): void {
  const statement = database.prepare('SELECT * FROM jobs WHERE job_id = ?')
  database.transaction(() => {
    for (let n = 0; n < READS; n += 1) statement.get(id)
  })()
}
