#!/usr/bin/env node
// How faithfully files are read; `npm run bench:fidelity -- --help` says the rest.
import {mkdirSync, writeFileSync} from 'node:fs'
import {cpus} from 'node:os'
import {extname, join, relative} from 'node:path'
import {HELP, type Request, readRequest, UsageError} from './command-line.ts'
import {type Case, casesOf, conversionsOf, docxOf, pairsOf} from './corpus.ts'
import {runsNotIn} from './docx-runs.ts'
import {type Reader, type Reading, readers} from './readers.ts'
import {Score} from './score.ts'
import {StructureScore} from './structure-score.ts'
import {missing, overlap} from './words.ts'

const {corpus, out, only} = requested()
const [ats, ...peers] = readers()
const present = [ats, ...peers.filter(({version}) => version !== '')]
const results: Record<string, unknown>[] = []

try {
  const cases = chosenCases()
  mkdirSync(out, {recursive: true})
  printMachine()
  await scoreCases(cases)
  await scorePairs('The same words in two formats', pairsOf(corpus))
  await scorePairs('The same CV, converted', conversionsOf(corpus))
  await scoreRuns()
  writeFileSync(join(out, 'results.json'), JSON.stringify(results, undefined, 2))
  print(`\nTexts and results.json are in ${out}`)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  fail(error)
} finally {
  for (const reader of present) await reader.end()
}

/** Ends the program where there is nothing to do. */
function requested(): Request {
  try {
    const request = readRequest(process.argv.slice(2))
    if (request) return request
    process.stdout.write(HELP)
    process.exit(0)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    fail(error)
    process.exit()
  }
}

function fail({message}: UsageError): void {
  process.stderr.write(`${message}\nnpm run bench:fidelity -- --help says how it is called.\n`)
  process.exitCode = 2
}

function printMachine(): void {
  const machine = `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`
  print(`${machine}, ${new Date().toISOString().slice(0, 10)}`)
  for (const {name, version} of present) print(`${name} ${version}`)
  const absent = peers.filter(({version}) => version === '').map(({name}) => name)
  if (absent.length > 0) print(`not on this machine: ${absent.join(', ')}`)
}

/** @throws UsageError where the corpus has nothing of what was asked for */
function chosenCases(): Case[] {
  const cases = casesOf(corpus)
  const files = [
    ...cases.map(({file}) => file),
    ...docxOf(corpus),
    ...pairsOf(corpus).flat(),
    ...conversionsOf(corpus).flat(),
  ]
  if (files.length === 0) {
    throw new UsageError(
      `${corpus} holds no file of the layout that docs/fidelity.md describes (cv/, derived/, torture/)`,
    )
  }
  if (!files.some((file) => only.test(file)))
    throw new UsageError(`--only ${only.source}: no file's path matches`)
  return cases.filter(({file}) => only.test(file))
}

async function scoreCases(cases: readonly Case[]): Promise<void> {
  const scores = new Map<string, Score>()
  const structures = new Map<string, StructureScore>()
  for (const one of cases) {
    const readings = new Map<Reader, Reading>()
    for (const reader of present.filter((candidate) => candidate.reads(one))) {
      readings.set(reader, await reader.read(one))
    }
    for (const [reader, reading] of readings) {
      keep(reader, one.file, reading)
      const witnesses = [...readings.values()].filter((other) => other !== reading).map(({text}) => text)
      const key = `${one.source}\t${one.format}\t${reader.name}`
      const score = scores.get(key) ?? new Score()
      scores.set(key, score)
      const facts = score.add(one, reading, one.ocr ? [] : witnesses)
      if (reader === ats && (one.sections || one.language)) {
        const structure = structures.get(one.source) ?? new StructureScore()
        structures.set(one.source, structure)
        Object.assign(facts, structure.add(one, reading))
      }
      results.push({source: one.source, reader: reader.name, file: relative(corpus, one.file), ...facts})
    }
  }
  if (scores.size === 0) return
  print(Score.header())
  for (const [key, score] of [...scores].sort(([one], [other]) => one.localeCompare(other)))
    print(score.row(key.split('\t')))
  if (structures.size === 0) return
  print('\nSections and language, as ats finds them')
  print(StructureScore.header())
  for (const [source, structure] of [...structures].sort(([one], [other]) => one.localeCompare(other)))
    print(structure.row(source))
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
  const reading = await ats.read(asCase(file))
  keep(ats, file, reading)
  return reading.text
}

async function scoreRuns(): Promise<void> {
  const files = docxOf(corpus).filter((file) => only.test(file))
  if (files.length === 0) return
  let runs = 0
  let lost = 0
  print('\nRuns of DOCX files that are not in the text')
  for (const file of files) {
    const reading = await ats.read(asCase(file))
    keep(ats, file, reading)
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
function keep({name}: Reader, file: string, {text, original = text, error}: Reading): void {
  const target = join(out, name, `${relative(corpus, file).replaceAll('/', '__')}.txt`)
  mkdirSync(join(out, name), {recursive: true})
  writeFileSync(target, error === undefined ? original : `(${error})\n`)
}

function percent(share: number): string {
  return share.toFixed(4)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
