/**
 * Born-digital PDFs a second: through the queue and a warm worker, beside `pdftotext` as one process per file, as many
 * at a time as there are cores, and pdf-parse in one warm process.
 *
 *   npm run bench:files -- [--corpus DIR] [--turns 5] [--least 60] [--json FILE]
 *
 * Without a corpus the PDFs of `samples/` are read. The figure of ats has everything in it: the walk, the reading in
 * reading order, sections, language, profile, and the document in the database. Neither of the others has more than text.
 */
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {Report} from '../support/report.ts'
import {median, pairedRatio} from '../support/statistics.ts'
import {inTurns, type Side, timed} from '../support/turns.ts'
import {Copies, pdfsIn} from './copies.ts'
import {inParallel, run, versionOf} from './programs.ts'
import {WarmWorker} from './warm-worker.ts'

/** Files after which V8 has compiled in each child what is hot. */
const WARM = 300

const {values} = parseArgs({
  options: {
    corpus: {type: 'string', default: fileURLToPath(new URL('../../samples/cvs', import.meta.url))},
    turns: {type: 'string', default: '5'},
    least: {type: 'string', default: '60'},
    json: {type: 'string'},
  },
})
const cores = availableParallelism()
const folder = mkdtempSync(join(tmpdir(), 'ats-bench-files-'))
const cvs = join(folder, 'cvs')
// A scan has no text, and would be read by OCR on one side only.
const paths = pdfsIn(values.corpus).filter((path) => !/scan/.test(path))
const copies = new Copies(cvs, paths, Math.ceil(Number(values.least) / paths.length))
const report = new Report(`npm run bench:files -- ${process.argv.slice(2).join(' ')}`)
const worker = new WarmWorker(folder)
const parser = fork(fileURLToPath(new URL('./pdf-parse-process.ts', import.meta.url)), {
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
})
try {
  await compare()
} finally {
  parser.kill()
  await worker.close()
  rmSync(folder, {recursive: true})
}

async function compare(): Promise<void> {
  const sides = new Map<string, Side>([['ats, warm worker', () => perFile(() => worker.ingest(cvs))]])
  sides.set('pdf-parse, one warm process', () => perFile(parseAll))
  const pdftotext = versionOf('pdftotext', '-v')
  if (pdftotext) sides.set(`pdftotext, ${cores} at a time`, () => perFile(textOfAll))
  else report.skip('pdftotext', 'it is not installed')
  report.uses({'pdf-parse': packageVersion('pdf-parse'), ...(pdftotext ? {pdftotext} : {})})
  for (let read = 0; read < WARM * cores; read += copies.count) await worker.ingest(renewed())
  const samples = await inTurns(sides, Number(values.turns))
  const [ours = [], parsed = [], texted = []] = [...samples.values()]
  report.add({
    title: `${copies.count} PDFs a turn`,
    unit: 'PDFs / s',
    ratio: 'ats / it',
    figures: [...samples].map(([name, times]) => {
      const target = times === parsed ? {least: 1.5} : {least: 0.8}
      const compared = times === ours ? {} : {ratio: pairedRatio(times, ours), target}
      return {name, value: 1000 / median(times), ...compared}
    }),
  })
  if (texted.length === 0) console.log('Without pdftotext half of the comparison is missing.')
  report.write(values.json)
}

async function perFile(read: (paths: string[]) => Promise<void>): Promise<number> {
  const fresh = copies.renew()
  return (await timed(() => read(fresh))) / copies.count
}

function renewed(): string {
  copies.renew()
  return cvs
}

async function parseAll(files: string[]): Promise<void> {
  const done = once(parser, 'message')
  parser.send(files)
  await done
}

function textOfAll(files: string[]): Promise<void> {
  return inParallel(files, cores, (path) => run('pdftotext', [path, '-']))
}

function packageVersion(name: string): string {
  const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}
