#!/usr/bin/env node
// How faithfully files are read: `npm run bench:fidelity -- --corpus DIR [--out DIR] [--only REGEXP]`.
import {mkdirSync, writeFileSync} from 'node:fs'
import {cpus} from 'node:os'
import {extname, join, relative, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {type Case, casesOf, conversionsOf, docxOf, pairsOf} from './corpus.ts'
import {runsNotIn} from './docx-runs.ts'
import {type Reader, type Reading, readers} from './readers.ts'
import {Score} from './score.ts'
import {missing, overlap} from './words.ts'

const {values} = parseArgs({
  options: {
    corpus: {type: 'string'},
    out: {type: 'string', default: 'bench/out/fidelity'},
    only: {type: 'string', default: ''},
  },
})
if (values.corpus === undefined) {
  process.stderr.write('usage: npm run bench:fidelity -- --corpus DIR [--out DIR] [--only REGEXP]\n')
  process.exit(2)
}
const corpus = resolve(values.corpus)
const only = new RegExp(values.only)
const all = readers()
const [own] = all as [Reader]
const results: Record<string, unknown>[] = []

print(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
)
for (const {name, version} of all) if (version !== '') print(`${name} ${version}`)
await scoreCases()
await scorePairs('The same words in two formats', pairsOf(corpus))
await scorePairs('The same CV, converted', conversionsOf(corpus))
await scoreRuns()
writeFileSync(join(values.out, 'results.json'), JSON.stringify(results, undefined, 2))
for (const reader of all) await reader.end()

async function scoreCases(): Promise<void> {
  const scores = new Map<string, Score>()
  for (const one of casesOf(corpus).filter(({file}) => only.test(file))) {
    const readings = new Map<Reader, Reading>()
    for (const reader of all.filter((candidate) => candidate.reads(one))) {
      readings.set(reader, await reader.read(one))
    }
    for (const [reader, reading] of readings) {
      keep(reader, one.file, reading)
      const witnesses = [...readings.values()].filter((other) => other !== reading).map(({text}) => text)
      const key = `${one.source}\t${one.format}\t${reader.name}`
      const score = scores.get(key) ?? new Score()
      scores.set(key, score)
      const facts = score.add(one, reading, one.ocr ? [] : witnesses)
      results.push({source: one.source, reader: reader.name, file: relative(corpus, one.file), ...facts})
    }
  }
  print(Score.header())
  for (const [key, score] of [...scores].sort(([one], [other]) => one.localeCompare(other)))
    print(score.row(key.split('\t')))
}

async function scorePairs(title: string, all: readonly [string, string][]): Promise<void> {
  const pairs = all.filter((files) => files.some((file) => only.test(file)))
  if (pairs.length === 0) return
  print(`\n${title}`)
  const texts = new Map<string, string>()
  for (const file of new Set(pairs.flat())) texts.set(file, await ownText(file))
  for (const [file, other] of pairs) {
    const [one = '', two = ''] = [texts.get(file), texts.get(other)]
    const {recall, precision} = overlap(one, two)
    const apart = [...missing(one, two, 5), ...missing(two, one, 5)].join(' ')
    print(`${percent(Math.min(recall, precision))}  ${relative(corpus, file)} ${extname(other)}  ${apart}`)
  }
}

async function ownText(file: string): Promise<string> {
  const reading = await own.read(asCase(file))
  keep(own, file, reading)
  return reading.text
}

async function scoreRuns(): Promise<void> {
  const files = docxOf(corpus).filter((file) => only.test(file))
  if (files.length === 0) return
  let runs = 0
  let lost = 0
  print('\nRuns of DOCX files that are not in the text')
  for (const file of files) {
    const reading = await own.read(asCase(file))
    keep(own, file, reading)
    const {visible, absent} = await runsNotIn(file, reading.text)
    runs += visible
    lost += absent.length
    if (absent.length > 0)
      print(
        `${relative(corpus, file)}${reading.error ? ` ${reading.error}` : ''}: ${JSON.stringify(absent.slice(0, 5))}`,
      )
  }
  print(`${runs - lost} of ${runs} runs of ${files.length} files are in the text`)
}

function asCase(file: string): Case {
  return {source: '', format: file.split('.').at(-1) ?? '', file}
}

/** The texts stay, for reading beside their sources. */
function keep({name}: Reader, file: string, {text, error}: Reading): void {
  const target = join(values.out, name, `${relative(corpus, file).replaceAll('/', '__')}.txt`)
  mkdirSync(join(values.out, name), {recursive: true})
  writeFileSync(target, error === undefined ? text : `(${error})\n`)
}

function percent(share: number): string {
  return share.toFixed(4)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
