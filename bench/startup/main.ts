#!/usr/bin/env node
// What the shell waits for: whole processes, taken in turns. `npm run bench:startup -- [--runs N] [--json FILE]`.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

const {values} = parseArgs({options: {runs: {type: 'string', default: '40'}, json: {type: 'string'}}})
const launcher = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ats-startup-'))
const cv = join(folder, 'cv.txt')
writeFileSync(cv, 'Ada Fictional\n')

/** The first one is what the others are compared with. */
const COMMANDS: Record<string, string[]> = {
  'node -e 0': ['-e', '0'],
  'ats --version': [launcher, '--version'],
  'ats queue enqueue PATH': [launcher, 'queue', 'enqueue', cv],
  'ats queue enqueue PATH, unbundled': ['--conditions=unbundled', launcher, 'queue', 'enqueue', cv],
  'ats queue stats': [launcher, 'queue', 'stats'],
}

try {
  report(measure(Number(values.runs)))
} finally {
  rmSync(folder, {recursive: true})
}

/** @returns milliseconds by command; of each run every command has one, so that a noisy moment hits all */
function measure(runs: number): Map<string, number[]> {
  const times = new Map(Object.keys(COMMANDS).map((name) => [name, [] as number[]]))
  for (const args of Object.values(COMMANDS)) run(args)
  for (let i = 0; i < runs; i++) {
    for (const [name, args] of Object.entries(COMMANDS)) times.get(name)?.push(run(args))
  }
  return times
}

function run(args: string[]): number {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(process.execPath, args, {
    env: {PATH: process.env.PATH, HOME: folder, ATS_DB: join(folder, 'jobs.db')},
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function report(times: Map<string, number[]>): void {
  const machine = `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`
  const [base = Number.NaN] = [...times.values()].map(median)
  const rows = [...times].map(([name, samples]) => ({
    name,
    medianMs: median(samples),
    ratio: median(samples) / base,
  }))
  process.stdout.write(`${machine}, ${new Date().toISOString().slice(0, 10)}, ${values.runs} runs\n`)
  for (const {name, medianMs, ratio} of rows)
    process.stdout.write(
      `${name.padEnd(36)}${medianMs.toFixed(0).padStart(6)} ms${ratio.toFixed(2).padStart(7)}\n`,
    )
  if (values.json) writeFileSync(values.json, JSON.stringify({machine, rows}, undefined, 2))
}

function median(samples: number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
