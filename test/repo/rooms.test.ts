import {globSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url))

/** The house (docs/architecture.md): which rooms each room may import. Nothing looks up, and no two at each other. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  store: ['model'],
  extract: ['model'],
  documents: ['store', 'model'],
  queue: ['documents', 'store', 'extract', 'model'],
  ingest: ['extract', 'store', 'model'],
  worker: ['queue', 'ingest', 'extract', 'store', 'model'],
  watch: ['queue', 'ingest', 'store', 'model'],
  doctor: ['queue', 'extract', 'store', 'model'],
  cli: ['doctor', 'watch', 'worker', 'queue', 'ingest', 'documents', 'extract', 'model'],
  commands: ['cli', 'doctor', 'watch', 'worker', 'queue', 'ingest', 'documents', 'extract', 'model'],
  index: ['doctor', 'watch', 'worker', 'queue', 'ingest', 'documents', 'store', 'model'],
}

/** Libraries that belong to one place. */
const OWNERS: [library: RegExp, place: RegExp][] = [
  [/^(kysely|better-sqlite3)$/, /^lib\/store\//],
  [/^libphonenumber-js/, /^lib\/extract\/profile\//],
  [/^(@oclif\/|chalk|listr2)/, /^(lib\/cli|commands)\//],
  [
    /^(pdf-parse|pdfjs-dist|tesseract\.js|sharp|dingbat-to-unicode|saxes|yauzl|parse5|@napi-rs\/canvas|iconv-lite|chardet)/,
    /^lib\/extract\/(formats|ocr|layout|detect)/,
  ],
  [/^eld/, /^lib\/extract\/(structure|ocr)\//],
]

interface Import {
  file: string
  from: string
  to: string
}

function roomOf(file: string): string {
  const [first, second] = file.split('/')
  return first === 'lib' ? (second ?? '') : (first ?? '').replace(/\.ts$/, '')
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, specifier]) => specifier as string,
  )
  return specifiers.map((to) => ({file, from: roomOf(file), to}))
}

function target({file, to}: Import): string {
  return relative(SOURCE, join(SOURCE, dirname(file), to))
}

describe('the house', () => {
  const files = globSync('**/*.ts', {cwd: SOURCE})
  const imports = files.flatMap(importsOf)

  it('has a rule for every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).to.deep.equal([])
  })

  it('imports downwards only', () => {
    const wrong = imports
      .filter(({to}) => to.startsWith('.'))
      .filter((one) => {
        const room = roomOf(target(one))
        return room !== one.from && !MAY_IMPORT[one.from]?.includes(room)
      })
    expect(wrong).to.deep.equal([])
  })

  it('leaves each library to the room that owns it', () => {
    const wrong = imports.filter(({file, to}) =>
      OWNERS.some(([library, place]) => library.test(to) && !place.test(file)),
    )
    expect(wrong).to.deep.equal([])
  })

  it('touches process and console only where a person or a parent process is spoken to', () => {
    const wrong = files
      .filter((file) => !/^(lib\/cli|commands)\/|^lib\/extract\/child\//.test(file))
      .filter((file) => /\bprocess\.(exit|cwd|stdout|stdin|argv|env)\b|\bconsole\./.test(code(file)))
    expect(wrong).to.deep.equal([])
  })

  it('has a model that is pure', () => {
    const wrong = files
      .filter((file) => file.startsWith('lib/model/'))
      .filter((file) => /\b(Date\.now|new Date\(\)|Math\.random|setTimeout)\b|from 'node:/.test(code(file)))
    expect(wrong).to.deep.equal([])
  })

  /** A file without its comments, which may show what the code must not do. */
  function code(file: string): string {
    return readFileSync(join(SOURCE, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  }
})
