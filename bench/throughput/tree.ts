/**
 * Many small text files as one directory job: whether the time per file and the worker's memory stay what they were.
 *
 *   npm run bench:tree -- [--files 100000] [--every 10000] [--json FILE]
 */
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {Report} from '../support/report.ts'
import type {Milestone} from './tree-worker.ts'

const A_DIRECTORY = 500
const SYLLABLES =
  'ba be bi do du fa fe ga gi ha jo ka ke la le lo ma me mi na ne no pa pe ra re ro sa se ta ti va vi wo'.split(
    ' ',
  )

const {values} = parseArgs({
  options: {
    files: {type: 'string', default: '100000'},
    every: {type: 'string', default: '10000'},
    json: {type: 'string'},
  },
})
const files = Number(values.files)
const folder = mkdtempSync(join(tmpdir(), 'ats-bench-tree-'))
const report = new Report(`npm run bench:tree -- ${process.argv.slice(2).join(' ')}`)
try {
  makeTree()
  tell(await work())
} finally {
  rmSync(folder, {recursive: true})
}

function makeTree(): void {
  for (let at = 0; at < files; at += 1) {
    const directory = join(folder, 'tree', String(Math.floor(at / A_DIRECTORY)))
    if (at % A_DIRECTORY === 0) mkdirSync(directory, {recursive: true})
    const text = cv(at)
    writeFileSync(join(directory, `${at}.txt`), text)
  }
}

/** Of somebody else each time, as CVs are: the same name over and over would only measure how namesakes are told apart. */
function cv(at: number): string {
  const name = `${capitalized(madeUp(at + 7))} ${capitalized(madeUp(at * 31 + 1234))}`
  return `${name}\n${madeUp(at)}${at}@example.com\n\nExperience\nEngineer, ${capitalized(madeUp(at * 7))} Works, 2019 - 2024\n`
}

/** A different word for each number. */
function madeUp(seed: number): string {
  const syllable = SYLLABLES[seed % SYLLABLES.length] ?? ''
  return seed < SYLLABLES.length ? syllable : madeUp(Math.floor(seed / SYLLABLES.length)) + syllable
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

async function work(): Promise<Milestone[]> {
  const database = join(folder, 'jobs.db')
  const queue = new IngestionQueue(database)
  await queue.enqueue(join(folder, 'tree'))
  await queue.close()
  const milestones: Milestone[] = []
  const worker = fork(fileURLToPath(new URL('./tree-worker.ts', import.meta.url)), [database, values.every])
  worker.on('message', (milestone: Milestone) => {
    milestones.push(milestone)
    console.log(
      `${milestone.event.padEnd(8)}${String(milestone.files).padStart(8)} files ${(milestone.ms / 1000).toFixed(1).padStart(8)} s ${milestone.mebibytes.toFixed(0).padStart(6)} MiB`,
    )
  })
  const [code] = await once(worker, 'close')
  if (code !== 0) throw new Error(`the worker ended with ${code}`)
  return milestones
}

function tell(milestones: readonly Milestone[]): void {
  const loaded = milestones.filter(({event}) => event === 'loaded')
  const steps = loaded.map((milestone, at) => {
    const before = loaded[at - 1] ?? {files: 0, ms: 0}
    return {files: milestone.files, perFile: (milestone.ms - before.ms) / (milestone.files - before.files)}
  })
  // The first step has the walk in it, and the children's start.
  const usual = steps[1]?.perFile ?? Number.NaN
  report.add({
    title: 'time per file',
    unit: 'ms',
    ratio: '/ the second',
    figures: steps.map(({files, perFile}) => ({
      name: `up to ${files}`,
      value: perFile,
      ratio: perFile / usual,
      target: {most: 1.2},
    })),
  })
  const early = loaded[1]?.mebibytes ?? Number.NaN
  report.add({
    title: 'memory of the worker',
    unit: 'MiB',
    ratio: '/ the second',
    figures: loaded.map(({files, mebibytes}) => ({
      name: `at ${files}`,
      value: mebibytes,
      ratio: mebibytes / early,
      target: {most: 1.2},
    })),
  })
  report.write(values.json)
}
