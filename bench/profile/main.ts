#!/usr/bin/env node
// How well profiles are read: `npm run bench:profile -- --corpus DIR [--only REGEXP] [--verbose]`.
import {availableParallelism, cpus} from 'node:os'
import {relative, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {ExtractorPool} from '#lib/extract/pool/extractor-pool.js'
import {DEFAULT_LANGUAGES, DEFAULT_LIMITS} from '#lib/model/extraction.js'
import {compare, FIELDS, type Verdict} from './score.ts'
import {type Case, casesOf} from './truth.ts'

const {values} = parseArgs({
  options: {
    corpus: {type: 'string'},
    only: {type: 'string', default: ''},
    verbose: {type: 'boolean', default: false},
  },
})
if (values.corpus === undefined) {
  process.stderr.write('usage: npm run bench:profile -- --corpus DIR [--only REGEXP] [--verbose]\n')
  process.exit(2)
}
const corpus = resolve(values.corpus)
const only = new RegExp(values.only)
const pool = new ExtractorPool({size: availableParallelism(), limits: DEFAULT_LIMITS})
const verdicts = new Map<string, Verdict[]>()

print(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
)
for (const one of casesOf(corpus).filter(({file}) => only.test(file))) await score(one)
await pool.close()
printTable()

async function score({source, file, truth}: Case): Promise<void> {
  const {text, profile} = await pool.extract({
    path: file,
    ocr: false,
    languages: DEFAULT_LANGUAGES,
    limits: DEFAULT_LIMITS,
  })
  const own = compare(truth, profile, text)
  verdicts.set(source, [...(verdicts.get(source) ?? []), ...own])
  if (!values.verbose) return
  for (const {field, isRight, isInText, expected, found} of own) {
    if (!isRight && expected !== found)
      print(
        `${relative(corpus, file)}  ${field}${isInText ? '' : ' (not in the text)'}: ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`,
      )
  }
}

/** Of the values that the text holds, those that are right. */
function printTable(): void {
  print(`${'field'.padEnd(14)}${[...verdicts.keys(), 'all'].map((source) => source.padStart(18)).join('')}`)
  for (const field of FIELDS) {
    const columns = [...verdicts.values(), [...verdicts.values()].flat()].map((all) =>
      share(all.filter((one) => one.field === field && one.isInText)),
    )
    print(`${field.padEnd(14)}${columns.map((column) => column.padStart(18)).join('')}`)
  }
  const absent = [...verdicts.values()]
    .flat()
    .filter(({isInText, expected}) => !isInText && expected !== '').length
  print(`${absent} values of the sources are not in the texts and are not counted`)
}

function share(all: readonly Verdict[]): string {
  const right = all.filter(({isRight}) => isRight).length
  return all.length === 0 ? '-' : `${right}/${all.length} ${((100 * right) / all.length).toFixed(0)} %`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
