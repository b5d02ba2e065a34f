import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import mammoth from 'mammoth'
import {ExtractorPool} from '#lib/extract/pool/extractor-pool.js'
import {PIPELINE_VERSION} from '#lib/model/document.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'
import {plainText} from '#lib/model/plain-text.js'
import type {SectionKind} from '#lib/model/section.js'
import type {Case} from './corpus.ts'

export interface Reading {
  /** Plain, as it is scored. */
  text: string
  /** As the reader gives it, where that is another. */
  original?: string
  /** Kinds, each as often as it begins. */
  sections?: SectionKind[]
  /** ISO 639-1, or null where the reader cannot tell. */
  language?: string | null
  milliseconds: number
  /** Why there is no text. */
  error?: string
}

/** Something that turns files into text. */
export interface Reader {
  name: string
  /** Blank for one that is not on this machine. */
  version: string
  reads(one: Case): boolean
  read(one: Case): Promise<Reading>
  end(): Promise<void>
}

/** ats first, then every peer, those included that are not on this machine. */
export function readers(): [ats: Reader, ...peers: Reader[]] {
  return [ats(), ...peers()]
}

function ats(): Reader {
  const pool = new ExtractorPool({size: availableParallelism(), limits: DEFAULT_LIMITS})
  return {
    name: 'ats',
    version: `pipeline ${PIPELINE_VERSION}`,
    reads: () => true,
    read: (one) =>
      timed(async () => {
        const {text, fileType, sections, language} = await pool.extract({
          path: one.file,
          ocr: true,
          languages: ['auto'],
          limits: DEFAULT_LIMITS,
        })
        const kinds = sections.map(({kind}) => kind)
        return {text: plainText(text, fileType), original: text, sections: kinds, language}
      }),
    end: () => pool.close(),
  }
}

function peers(): Reader[] {
  const plainly = (formats: RegExp) => (one: Case) => formats.test(one.format) && !one.ocr
  return [
    tool('pdftotext', ['-v'], plainly(/pdf/), ({file}) => ['pdftotext', file, '-']),
    tool('mutool', ['-v'], plainly(/pdf/), ({file}) => ['mutool', 'draw', '-q', '-F', 'txt', file]),
    pdfJs(plainly(/pdf/)),
    tool('pandoc', ['--version'], plainly(/docx|rtf|odt|html/), ({file}) => [
      'pandoc',
      '-t',
      'plain',
      '--wrap=none',
      file,
    ]),
    mammothReader(),
    tool('odt2txt', ['--version'], plainly(/^odt$/), ({file}) => [
      'odt2txt',
      '--encoding=UTF-8',
      '--width=-1',
      file,
    ]),
    tool('antiword', ['-h'], plainly(/^doc$/), ({file}) => ['antiword', '-m', 'UTF-8.txt', file]),
    tool('tesseract', ['--version'], ({ocr = false}) => ocr, undefined),
  ]
}

/** pdf.js as its examples use it: the text of its items in their order, with its own line ends. */
function pdfJs(reads: (one: Case) => boolean): Reader {
  const folder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  const {version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return {
    name: 'pdf.js',
    version,
    reads,
    read: (one) => timed(async () => ({text: await readWithPdfJs(one.file, folder)})),
    end: async () => undefined,
  }
}

async function readWithPdfJs(file: string, folder: string): Promise<string> {
  // Loaded only when a PDF is read: it takes longer than many a run.
  const {getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    cMapUrl: join(folder, 'cmaps/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const {items} = await (await document.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    return pages.join('\n')
  } finally {
    await task.destroy()
  }
}

function tool(
  name: string,
  versionArgs: string[],
  reads: (one: Case) => boolean,
  command: ((one: Case) => string[]) | undefined,
): Reader {
  const {stdout, stderr, error} = spawnSync(name, versionArgs, {encoding: 'utf8'})
  return {
    name,
    version: error ? '' : (`${stdout}${stderr}`.match(/\d+\.\d+[\w.]*/)?.[0] ?? 'of unknown version'),
    reads,
    read: (one) => timed(async () => ({text: command ? run(command(one)) : nativeOcr(one)})),
    end: async () => undefined,
  }
}

/** A library, in this process, as the programs are that use it. */
function mammothReader(): Reader {
  const manifest = new URL('../../node_modules/mammoth/package.json', import.meta.url)
  return {
    name: 'mammoth',
    version: JSON.parse(readFileSync(manifest, 'utf8')).version,
    reads: ({format}) => format === 'docx',
    read: ({file}) => timed(async () => ({text: (await mammoth.extractRawText({path: file})).value})),
    end: async () => undefined,
  }
}

/** Each page drawn at 200 dpi and read by the machine's own Tesseract, one thread a page. */
function nativeOcr(one: Case): string {
  const {file, format} = one
  const languages = languagesOf(one)
  if (format !== 'pdf') return run(['tesseract', file, '-', '-l', languages.join('+')])
  const folder = mkdtempSync(join(tmpdir(), 'ats-bench-'))
  try {
    run(['pdftoppm', '-r', '200', '-gray', file, join(folder, 'page')])
    const pages = run(['ls', folder]).trim().split('\n')
    return pages
      .map((page) => run(['tesseract', join(folder, page), '-', '-l', languages.join('+')]))
      .join('\n')
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** English stands in for a language whose data is not installed. */
function languagesOf({languages = []}: Case): string[] {
  const here = new Set(run(['tesseract', '--list-langs']).split('\n'))
  const known = languages.filter((language) => here.has(language))
  return known.length > 0 ? known : ['eng']
}

function run([program = '', ...args]: string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    timeout: 120_000,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {...process.env, OMP_THREAD_LIMIT: '1'},
  })
}

async function timed(read: () => Promise<Omit<Reading, 'milliseconds'>>): Promise<Reading> {
  const started = performance.now()
  const since = () => performance.now() - started
  try {
    const found = await read()
    return {...found, milliseconds: since()}
  } catch (error) {
    const {code, message} = error as {code?: string; message: string}
    return {text: '', milliseconds: since(), error: code ?? message.split('\n')[0] ?? ''}
  }
}
