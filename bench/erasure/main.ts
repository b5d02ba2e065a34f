/**
 * What an erasure costs, beside the `sqlite3` shell's own VACUUM of the same file.
 *
 *   npm run bench:erasure -- [--documents 100000]
 *
 * The database holds so many documents of 4 KB and the one folder job that they came from. A document is erased by its
 * id, then a hundred at once: the rows, which go in a transaction, and the files, which are written anew. Another
 * process enqueues all the while; what it waited at most is told.
 */
import {execFileSync, fork} from 'node:child_process'
import {once} from 'node:events'
import {copyFileSync, mkdtempSync, rmSync, statSync} from 'node:fs'
import {cpus, loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {fill} from './fill.ts'

const {values} = parseArgs({options: {documents: {type: 'string', default: '100000'}}})
const documents = Number(values.documents)
const directory = mkdtempSync(join(tmpdir(), 'ats-bench-erasure-'))
const path = join(directory, 'jobs.db')

try {
  await prepare()
  await measure()
} finally {
  rmSync(directory, {recursive: true, force: true})
}

async function prepare(): Promise<void> {
  const queue = new IngestionQueue(path)
  await queue.open()
  fill(path, documents)
  await queue.documents.completeIndex()
  await queue.close()
}

async function measure(): Promise<void> {
  const megabytes = Math.round(statSync(path).size / 1e6)
  print(`${cpus().length} x ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
  print(`${new Date().toISOString().slice(0, 10)}, ${documents} documents, ${megabytes} MB`)
  const shell = vacuumByShell()
  print(`VACUUM of a copy by the sqlite3 shell: ${seconds(shell)} s`)
  print('erased   rows s   file s   file / VACUUM   longest wait of an enqueue s')
  const queue = new IngestionQueue(path, {busyTimeoutMs: 600_000})
  let erased = 0
  for (const count of [1, 100]) {
    const ids = Array.from({length: count}, (_, i) => `document-${erased + i + 1}`)
    erased += count
    const producer = fork(new URL('producer.ts', import.meta.url), [path])
    await once(producer, 'message')
    const {erasures} = await queue.store()
    const order = {cause: 'request' as const, reason: null, block: false}
    const start = performance.now()
    await erasures.erase({documentIds: ids}, order, new Date())
    const rows = performance.now() - start
    const {pending} = await erasures.cleanse(new Date())
    const file = performance.now() - start - rows
    if (pending > 0) throw new Error(`${pending} erasures are pending`)
    const told = once(producer, 'message')
    producer.send('end')
    const [longest] = (await told) as [number]
    const cells = [count, seconds(rows), seconds(file), (file / shell).toFixed(2), seconds(longest)]
    print(cells.map((cell, at) => String(cell).padStart([6, 9, 9, 16, 31][at] ?? 0)).join(''))
  }
  await queue.close()
}

/** @returns milliseconds */
function vacuumByShell(): number {
  const copy = join(directory, 'copy.db')
  copyFileSync(path, copy)
  const start = performance.now()
  execFileSync('sqlite3', [copy, 'VACUUM; PRAGMA wal_checkpoint(TRUNCATE)'])
  const took = performance.now() - start
  rmSync(copy)
  return took
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
