#!/usr/bin/env node
// Whether documents of one person are found to be: `npm run bench:person -- --corpus DIR [--texts FILE]`.
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {availableParallelism, cpus} from 'node:os'
import {relative, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {ExtractorPool} from '#lib/extract/pool/extractor-pool.js'
import {DEFAULT_LANGUAGES, DEFAULT_LIMITS} from '#lib/model/extraction.js'
import {type Grouped, group, type Labelled, scorePairs} from './grouping.ts'
import {peopleOf} from './people.ts'
import {templateEditions} from './template-editions.ts'

const {values} = parseArgs({
  options: {
    corpus: {type: 'string'},
    // What was read is kept here, and taken from here the next time.
    texts: {type: 'string'},
  },
})
if (values.corpus === undefined) {
  process.stderr.write('usage: npm run bench:person -- --corpus DIR [--texts FILE]\n')
  process.exit(2)
}
const corpus = resolve(values.corpus)

print(`${cpus()[0]?.model}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`)
const read = await readAll()
const documents = distinct([...read, ...editions(read)])
print(`${documents.length} documents of ${new Set(documents.map(({person}) => person)).size} people`)
print('order              pairs  precision  recall  CPU ms a document')
for (const [name, ordered] of orders(documents)) {
  const {grouped, milliseconds} = await group(ordered)
  const {together, rightly, same, wrong, missed} = scorePairs(grouped)
  print(
    [
      name.padEnd(18),
      String(together).padStart(5),
      (rightly / Math.max(1, together)).toFixed(4).padStart(10),
      (rightly / same).toFixed(4).padStart(7),
      (milliseconds / ordered.length).toFixed(2).padStart(18),
    ].join(' '),
  )
  for (const [one, other] of wrong.slice(0, 10)) print(`  wrongly together: ${show(one)} and ${show(other)}`)
  for (const line of parted(missed)) print(line)
}

async function readAll(): Promise<Labelled[]> {
  if (values.texts && existsSync(values.texts)) return JSON.parse(readFileSync(values.texts, 'utf8'))
  const pool = new ExtractorPool({size: availableParallelism(), limits: DEFAULT_LIMITS})
  const all = await Promise.all(
    peopleOf(corpus).map(async ({person, file}) => {
      const extraction = await pool
        .extract({path: file, ocr: true, languages: DEFAULT_LANGUAGES, limits: DEFAULT_LIMITS})
        .catch(() => undefined)
      return extraction ? [{person, name: relative(corpus, file), extraction}] : []
    }),
  )
  await pool.close()
  if (values.texts) writeFileSync(values.texts, JSON.stringify(all.flat()))
  return all.flat()
}

/** Templates that seven people filled in; and again, each sent by one agency under its own address. */
function editions(read: readonly Labelled[]): Labelled[] {
  const source = read.find(({person, name}) => person === 'rendercv' && name.endsWith('ClassicTheme_CV.pdf'))
  if (!source) return []
  const parts = {name: /John Doe/g, mail: /john\.doe@email\.com/g}
  return [
    ...templateEditions(source.extraction, {label: 'template', ...parts}),
    ...templateEditions(source.extraction, {label: 'of an agency', ...parts, shared: 'cv@agency.example'}),
  ].map((edition, at) => ({...edition, name: `edition ${at}`}))
}

/** Files of the same bytes are one document. */
function distinct(all: readonly Labelled[]): Labelled[] {
  return [...new Map(all.map((one) => [one.extraction.sha256, one])).values()]
}

function orders(all: readonly Labelled[]): [string, Labelled[]][] {
  const shuffled = (seed: number) =>
    all
      .map((one, at) => ({one, place: Math.imul(at + 1, seed) >>> 0}))
      .sort((a, b) => a.place - b.place)
      .map(({one}) => one)
  return [
    ['as listed', [...all]],
    ['the other way', all.toReversed()],
    ['shuffled', shuffled(0x9e3779b1)],
    ['shuffled again', shuffled(0x85ebca6b)],
  ]
}

/** The groups that one person's documents fell into. */
function parted(missed: readonly [Grouped, Grouped][]): string[] {
  const people = [...new Set(missed.map(([{person}]) => person))]
  return people.map((person) => {
    const all = new Map(missed.flat().map((one) => [one.name, one]))
    const groups = Object.values(
      Object.groupBy(
        [...all.values()].filter((one) => one.person === person),
        ({personId}) => personId,
      ),
    ).map((members = []) =>
      members.length > 3 ? `${members.length} documents` : members.map(({name}) => name).join(' + '),
    )
    return `  parted, ${person}: ${groups.join(' | ')}`
  })
}

function show({person, name}: Grouped): string {
  return `${name} (${person})`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
