/**
 * What an idle worker holds: `ats worker run` before its first job, and a minute after its last, when its children are
 * let go, beside a bare Node.js process that has opened the database library.
 *
 *   npm run bench:memory -- [--files 300] [--json FILE]
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {Report} from '../support/report.ts'
import {childrenOf, residentOf, shareOf} from './process-memory.ts'

/** Milliseconds after which a process that does nothing has come to rest. */
const REST = 8000
/** Children are let go after a minute. */
const LET_GO = 90_000
const LAUNCHER = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BARE = `
  const Database = require('better-sqlite3')
  const database = new Database(process.argv[1])
  database.exec('CREATE TABLE a (b); INSERT INTO a VALUES (1)')
  setInterval(() => {}, 1000)`

const {values} = parseArgs({options: {files: {type: 'string', default: '300'}, json: {type: 'string'}}})
const folder = mkdtempSync(join(tmpdir(), 'ats-bench-memory-'))
const database = join(folder, 'jobs.db')
const report = new Report(`npm run bench:memory -- ${process.argv.slice(2).join(' ')}`)
const started: ChildProcess[] = []
try {
  await compare()
} finally {
  for (const child of started) child.kill()
  rmSync(folder, {recursive: true, force: true})
}

async function compare(): Promise<void> {
  const bare = start(['-e', BARE, join(folder, 'bare.db')])
  const worker = start([LAUNCHER, 'worker', 'run', '--db', database])
  await sleep(REST)
  const base = look(bare)
  const fresh = look(worker)
  await giveWork(Number(values.files))
  const deadline = performance.now() + LET_GO
  while (childrenOf(worker).length > 0) {
    if (performance.now() > deadline) throw new Error('the worker has not let its children go')
    await sleep(1000)
  }
  await sleep(REST)
  const rested = look(worker)
  for (const [title, key] of [
    ['resident', 'resident'],
    ['proportional share', 'share'],
  ] as const) {
    if (base[key] === undefined) continue
    const ratio = (value = Number.NaN) => ({
      value,
      ratio: value / (base[key] ?? Number.NaN),
      target: {most: 1.4},
    })
    report.add({
      title,
      unit: 'MiB',
      ratio: '/ bare',
      figures: [
        {name: 'node with better-sqlite3', value: base[key]},
        {name: 'worker before its first job', ...ratio(fresh[key])},
        {name: `worker a minute after ${values.files} files`, ...ratio(rested[key])},
      ],
    })
  }
  report.write(values.json)
}

function start(args: string[]): number {
  const child = spawn(process.execPath, args, {stdio: 'ignore', cwd: ROOT})
  started.push(child)
  return child.pid as number
}

function look(pid: number): {resident: number; share: number | undefined} {
  return {resident: residentOf(pid), share: shareOf(pid)}
}

async function giveWork(files: number): Promise<void> {
  const directory = join(folder, 'cvs')
  mkdirSync(directory)
  for (let at = 0; at < files; at += 1) writeFileSync(join(directory, `${at}.txt`), `Ada Fictional ${at}\n`)
  const queue = new IngestionQueue(database)
  await queue.wait([await queue.enqueue(directory)])
  await queue.close()
}
