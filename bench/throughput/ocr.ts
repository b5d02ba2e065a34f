/**
 * Pages of scans a second: through the worker's pool of processes, with native Tesseract and without, beside
 * `pdftoppm` and `tesseract` as a script would call them, as many files at a time as there are cores.
 *
 *   npm run bench:ocr -- [--corpus DIR] [--most 8] [--turns 3] [--languages eng] [--json FILE]
 *
 * Without a corpus the scan of `samples/` is read, in copies. Nothing is remembered from one turn to the next.
 */
import {globSync, mkdtempSync, rmSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {basename, delimiter, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {ExtractorPool} from '#lib/extract/pool/extractor-pool.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'
import {Report} from '../support/report.ts'
import {median, pairedRatio} from '../support/statistics.ts'
import {inTurns, type Side, timed} from '../support/turns.ts'
import {Copies, pdfsIn} from './copies.ts'
import {inParallel, run, versionOf} from './programs.ts'

/** What scanners make, and what our own drawing of a scan comes to. */
const DPI = '200'
const PATH = process.env.PATH ?? ''

const {values} = parseArgs({
  options: {
    corpus: {type: 'string', default: fileURLToPath(new URL('../../samples/cvs', import.meta.url))},
    most: {type: 'string', default: '8'},
    turns: {type: 'string', default: '3'},
    languages: {type: 'string', default: 'eng'},
    json: {type: 'string'},
  },
})
const most = Number(values.most)
const cores = availableParallelism()
const languages = values.languages.split('+')
const folder = mkdtempSync(join(tmpdir(), 'ats-bench-ocr-'))
const scans = pdfsIn(values.corpus)
  .filter((path) => /scan/.test(path))
  .slice(0, most)
const copies = new Copies(join(folder, 'scans'), scans, Math.max(1, Math.floor(most / scans.length)))
const report = new Report(`npm run bench:ocr -- ${process.argv.slice(2).join(' ')}`)
const pools: ExtractorPool[] = []
/** Of all files of a turn. */
let pages = 0
try {
  await compare()
} finally {
  await Promise.all(pools.map((pool) => pool.close()))
  rmSync(folder, {recursive: true})
}

async function compare(): Promise<void> {
  const [tesseract, pdftoppm] = [versionOf('tesseract', '--version'), versionOf('pdftoppm', '-v')]
  const sides = new Map<string, Side>()
  const targets = new Map<string, number>()
  if (tesseract && pdftoppm) {
    report.uses({tesseract, pdftoppm})
    sides.set(`pdftoppm and tesseract, ${cores} at a time`, () => perPage(asScript))
    sides.set('ats, native Tesseract', ours(PATH))
    targets.set('ats, native Tesseract', 0.9)
  } else report.skip('native Tesseract', 'tesseract or pdftoppm is not installed')
  sides.set('ats, tesseract.js', ours(pathWithout('tesseract')))
  targets.set('ats, tesseract.js', 0.45)
  const samples = await inTurns(sides, Number(values.turns))
  const [base = []] = [...samples.values()]
  report.add({
    title: `${copies.count} scans a turn, ${pages} pages`,
    unit: 'pages / s',
    ratio: '/ the first',
    figures: [...samples].map(([name, times]) => {
      const least = targets.get(name)
      const compared =
        times === base || least === undefined ? {} : {ratio: pairedRatio(base, times), target: {least}}
      return {name, value: 1000 / median(times), ...compared}
    }),
  })
  report.write(values.json)
}

/** @param path where the children look for Tesseract */
function ours(path: string): Side {
  const pool = new ExtractorPool({size: cores, limits: DEFAULT_LIMITS})
  pools.push(pool)
  return () => {
    // Children take it from here as they start, which the first turn does.
    process.env.PATH = path
    return perPage(async (paths) => {
      let read = 0
      await inParallel(paths, cores, async (file) => {
        read += (await pool.extract({path: file, ocr: true, languages, limits: DEFAULT_LIMITS})).pages
      })
      pages = read
    })
  }
}

async function perPage(read: (paths: string[]) => Promise<void>): Promise<number> {
  const fresh = copies.renew()
  const took = await timed(() => read(fresh))
  return took / Math.max(1, pages)
}

async function asScript(paths: string[]): Promise<void> {
  process.env.PATH = PATH
  if (pages === 0) pages = await countPages(paths)
  await inParallel(paths, cores, async (path) => {
    const prefix = join(folder, basename(path))
    await run('pdftoppm', ['-r', DPI, '-gray', path, prefix])
    for (const image of globSync(`${prefix}-*.pgm`)) {
      await run('tesseract', [image, 'stdout', '-l', languages.join('+')])
      rmSync(image)
    }
  })
}

async function countPages(paths: readonly string[]): Promise<number> {
  const prefix = join(folder, 'count')
  for (const [at, path] of paths.entries()) await run('pdftoppm', ['-r', '10', path, `${prefix}-${at}`])
  const images = globSync(`${prefix}-*`)
  for (const image of images) rmSync(image)
  return images.length
}

function pathWithout(program: string): string {
  const holds = (directory: string) => globSync(join(directory, program)).length > 0
  return PATH.split(delimiter)
    .filter((directory) => !holds(directory))
    .join(delimiter)
}
