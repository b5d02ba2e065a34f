/**
 * What a search costs beside the same FTS5 query in the `sqlite3` shell, side by side in one run.
 *
 *   npm run bench:search -- [--documents 100000] [--rounds 20] [--keep DIR]
 *
 * The shell is asked for what the library gives: ids, names, scores and a snippet of each of the twenty best. It works
 * on a copy whose index is of the format that shells before 3.42 read.
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

const {values} = parseArgs({
  options: {
    documents: {type: 'string', default: '100000'},
    rounds: {type: 'string', default: '20'},
    keep: {type: 'string'},
  },
})
const documents = Number(values.documents)
const rounds = Number(values.rounds)
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
  shells.exec(`INSERT INTO documents_fts (documents_fts, rank) VALUES ('secure-delete', 0);
               INSERT INTO documents_fts (documents_fts) VALUES ('rebuild')`)
  shells.pragma('journal_mode = DELETE')
  shells.close()
}

async function compare(): Promise<void> {
  const version = execFileSync('sqlite3', ['--version'], {encoding: 'utf8'}).split(' ')[0]
  console.log(
    `node ${process.version}, sqlite3 shell ${version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}; medians of ${rounds}`,
  )
  console.log(`${'query'.padEnd(46)}${'shell ms'.padStart(10)}${'ats ms'.padStart(10)}${'ratio'.padStart(8)}`)
  const queue = await new IngestionQueue(path, {create: false}).open()
  const ratios: number[] = []
  for (const query of QUERIES) {
    const shell = shellMedian(query)
    const ours = await ourMedian(queue, query)
    ratios.push(ours / shell)
    console.log(
      `${query.padEnd(46)}${shell.toFixed(2).padStart(10)}${ours.toFixed(2).padStart(10)}${(ours / shell).toFixed(2).padStart(8)}`,
    )
  }
  await queue.close()
  console.log(`median ratio ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}`)
}

async function ourMedian(queue: IngestionQueue, query: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const begin = performance.now()
    await queue.documents.search(query)
    if (round > 0) times.push(performance.now() - begin)
  }
  return median(times)
}

/** The shell's own timer, of the same rounds in one process. */
function shellMedian(query: string): number {
  const {query: wanted} = parseQuery(query)
  if (wanted === undefined) throw new Error(`${query} looks for nothing`)
  const match = matchExpression(wanted).replaceAll("'", "''")
  const sql = `SELECT documents.*, rank, snippet(documents_fts, 6, '**', '**', '…', 24)
    FROM documents_fts JOIN documents ON documents.doc_seq = documents_fts.rowid
   WHERE documents_fts MATCH '${match}' ORDER BY rank LIMIT 20;`
  const input = `.output /dev/null\n.timer on\n${`${sql}\n`.repeat(rounds + 1)}`
  const told = execFileSync('sqlite3', [copy], {input, encoding: 'utf8', maxBuffer: 1 << 30})
  const times = [...told.matchAll(/Run Time: real ([\d.]+)/g)].map(([, seconds]) => Number(seconds) * 1000)
  if (times.length !== rounds + 1)
    throw new Error(`the shell told ${times.length} times: ${told.slice(0, 400)}`)
  return median(times.slice(1))
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
