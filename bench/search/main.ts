/**
 * What a search costs beside the same FTS5 query in the `sqlite3` shell, side by side in one run.
 *
 *   npm run bench:search -- [--documents 100000] [--turns 7] [--keep DIR]
 *
 * Each side asks many times over in one process: the library by its public method, which gives whole documents with
 * their scores and marked lines; the shell by a statement that gives id, name, time, score and FTS5's own snippet of the
 * text. The shell's time is that of the whole process, less that of one which asks once. It works on a copy
 * of the file whose index is said to be of the format that shells before 3.42 read.
 *
 * Times are of the processor, all threads together, so that what else the machine does counts for neither side; the
 * medians of turns that alternate.
 */
import {execFileSync} from 'node:child_process'
import {copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import Database from 'better-sqlite3'
import {parseQuery} from '#lib/model/search/parse-query.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {matchExpression} from '#lib/store/sqlite/search/match-expression.js'
import {fill} from './people.ts'

const QUERIES = [
  'kubernetes',
  'kubernetes berlin',
  '"machine learning"',
  'skill:postgresql (berlin OR hamburg) -java',
  'kube*',
  'entwickler lang:de',
  'name:nowak',
  'zymurgy',
]

/** What one side's turn takes at least, so that its clock is fine enough. */
const TURN_MS = 300

const {values} = parseArgs({
  options: {
    documents: {type: 'string', default: '100000'},
    turns: {type: 'string', default: '7'},
    keep: {type: 'string'},
  },
})
const documents = Number(values.documents)
const turns = Number(values.turns)
const directory = values.keep ?? mkdtempSync(join(tmpdir(), 'ats-bench-search-'))
mkdirSync(directory, {recursive: true})
const path = join(directory, `${documents}.db`)
const copy = join(directory, `${documents}-shell.db`)

try {
  if (!existsSync(copy)) await prepare()
  await compare()
} finally {
  if (values.keep === undefined) rmSync(directory, {recursive: true, force: true})
}

async function prepare(): Promise<void> {
  const queue = await new IngestionQueue(path).open()
  await queue.close()
  const seconds = (begin: number) => ((performance.now() - begin) / 1000).toFixed(1)
  const filling = performance.now()
  fill(path, documents)
  const filled = seconds(filling)
  const indexing = performance.now()
  const again = await new IngestionQueue(path).open()
  const before = statSync(path).size
  await again.documents.completeIndex()
  await again.close()
  const database = new Database(path)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  const growth = statSync(path).size / before
  console.log(
    `${documents} documents stored in ${filled} s, indexed in ${seconds(indexing)} s; the file is ${growth.toFixed(2)} times as large with the index`,
  )
  copyFileSync(path, copy)
  const shells = new Database(copy)
  // Nothing was deleted yet, so that the index is the same in both formats.
  shells.unsafeMode(true)
  shells.exec(`DELETE FROM documents_fts_config WHERE k = 'secure-delete';
               UPDATE documents_fts_config SET v = 4 WHERE k = 'version'`)
  shells.pragma('journal_mode = DELETE')
  shells.close()
}

async function compare(): Promise<void> {
  const version = execFileSync('sqlite3', ['--version'], {encoding: 'utf8'}).split(' ')[0]
  console.log(
    `node ${process.version}, sqlite3 shell ${version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}; CPU time, medians of ${turns} turns`,
  )
  console.log(`${'query'.padEnd(46)}${'shell ms'.padStart(10)}${'ats ms'.padStart(10)}${'ratio'.padStart(8)}`)
  const queue = await new IngestionQueue(path, {create: false}).open()
  const ratios: number[] = []
  for (const query of QUERIES) {
    const {shell, ours} = await costs(queue, query)
    ratios.push(ours / shell)
    console.log(
      `${query.padEnd(46)}${shell.toFixed(2).padStart(10)}${ours.toFixed(2).padStart(10)}${(ours / shell).toFixed(2).padStart(8)}`,
    )
  }
  await queue.close()
  console.log(`median ratio ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}`)
}

/** Milliseconds that one search takes. */
async function costs(queue: IngestionQueue, query: string): Promise<{shell: number; ours: number}> {
  const sql = shellQuery(query)
  const rounds = Math.ceil(TURN_MS / Math.max(0.05, shellCost(sql, 20)))
  await ourCost(queue, query, rounds)
  const shell: number[] = []
  const ours: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    shell.push(shellCost(sql, rounds))
    ours.push(await ourCost(queue, query, rounds))
  }
  return {shell: median(shell), ours: median(ours)}
}

async function ourCost(queue: IngestionQueue, query: string, rounds: number): Promise<number> {
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) await queue.documents.search(query)
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000 / rounds
}

/** What is left when a process that asks once is taken off one that asks many times. */
function shellCost(sql: string, rounds: number): number {
  return (shellTime(`${sql}\n`.repeat(rounds + 1)) - shellTime(sql)) / rounds
}

/** `times` tells what the shell's children have used, on its second line. */
function shellTime(input: string): number {
  const told = execFileSync('bash', ['-c', 'sqlite3 "$0" >/dev/null && times', copy], {
    input,
    encoding: 'utf8',
  })
  const used = [...(told.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  if (used.length !== 2) throw new Error(`the shell told no times: ${told}`)
  return used.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  )
}

function shellQuery(query: string): string {
  const {query: wanted} = parseQuery(query)
  if (wanted === undefined) throw new Error(`${query} looks for nothing`)
  const match = matchExpression(wanted).replaceAll("'", "''")
  return `SELECT document_id, documents.file_name, created_at, rank, snippet(documents_fts, 6, '**', '**', '…', 24)
    FROM documents_fts JOIN documents ON documents.doc_seq = documents_fts.rowid
   WHERE documents_fts MATCH '${match}' ORDER BY rank LIMIT 20;`
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
