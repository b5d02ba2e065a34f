import {existsSync, globSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {SectionKind} from '#lib/model/section.js'
import {sectionTruth} from './section-truth.ts'
import {structuredTruth, type Truth, textTruth} from './truth.ts'

/** One file to read, and what is known of it. */
export interface Case {
  /** The row of the table. */
  source: string
  format: string
  /** Absolute. */
  file: string
  truth?: Truth
  /** Strings that the text must hold. */
  strings?: string[]
  /** Read by OCR: edits per character are counted too. */
  ocr?: boolean
  /** Tesseract's names, where they are not English. */
  languages?: string[]
  /** Those that the CV has. */
  sections?: SectionKind[]
  /** ISO 639-1. */
  language?: string
}

/** Tesseract's names, and those in file names. */
const ISO: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  jpn: 'ja',
  chi_sim: 'zh',
  chi_tra: 'zh',
}

/** Everything in a corpus of the known layout that can be scored. */
export function casesOf(corpus: string): Case[] {
  return [
    ...rendercv(corpus),
    ...reactiveResume(corpus),
    ...jsonResume(corpus),
    ...converted(corpus),
    ...scans(corpus),
    ...asserted(corpus),
  ]
}

/** Two files of the same words, in two formats. */
export function pairsOf(corpus: string): [string, string][] {
  return find(corpus, 'torture/word-extractor/**/*.doc')
    .map((doc): [string, string] => [doc, `${doc}x`])
    .filter(([, docx]) => existsSync(docx))
}

/** The same CV in several formats: each of a group's files beside each other. */
export function conversionsOf(corpus: string): [string, string][] {
  const files = find(corpus, 'derived/{convert,jsonresume}/*.{pdf,docx,doc,rtf,odt,html}')
  const groups = Map.groupBy(files, (file) => file.replace(/\.\w+$/, ''))
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, at) => group.slice(at + 1).map((other): [string, string] => [one, other])),
  )
}

/** DOCX files whose every visible run must be in the text. */
export function docxOf(corpus: string): string[] {
  return ['mammoth', 'python-docx', 'docling'].flatMap((source) =>
    find(corpus, `torture/${source}/**/*.docx`),
  )
}

function rendercv(corpus: string): Case[] {
  const files = find(corpus, 'cv/rendercv/examples/*.pdf')
  return withTruth('rendercv', files, (file) => [file.replace(/pdf$/, 'yaml')]).map((one) => ({
    ...one,
    language: 'en',
  }))
}

function reactiveResume(corpus: string): Case[] {
  const json = join(corpus, 'cv/reactive-resume/apps/client/public/templates/json')
  return withTruth('reactive-resume', find(corpus, 'cv/reactive-resume/**/templates/**/*.pdf'), (file) => [
    join(json, basename(file).replace(/pdf$/, 'json')),
  ])
}

function jsonResume(corpus: string): Case[] {
  const files = find(corpus, 'derived/jsonresume/*.*').filter((file) => !file.endsWith('.json'))
  return withTruth('jsonresume', files, (file) => [file.replace(/\.\w+\.\w+$/, '.json')]).map((one) => {
    const [, language] = /_([a-z]{2})\./.exec(basename(one.file)) ?? []
    return language ? {...one, language} : one
  })
}

function converted(corpus: string): Case[] {
  const files = find(corpus, 'derived/convert/*.*').filter((file) => !file.endsWith('.truth.md'))
  return files.flatMap((file) => {
    const truth = file.replace(/\.\w+$/, '.truth.md')
    return existsSync(truth)
      ? [{source: 'convert', format: formatOf(file), file, truth: textTruth(truth)}]
      : []
  })
}

function scans(corpus: string): Case[] {
  return find(corpus, 'derived/scans/*.{pdf,tif,jpg,png}').flatMap((file) => {
    const id = file.replace(/\.[^/]*$/, '')
    const whole = join(corpus, 'derived/scans', `${basename(id)}.truth.txt`)
    if (!existsSync(whole)) return []
    const pages = readFileSync(whole, 'utf8').split('\f')
    const text = /\.p1\.|rot/.test(basename(file)) ? (pages[0] ?? '') : pages.join('\n')
    const language = `${id}.lang`
    const languages = existsSync(language) ? readFileSync(language, 'utf8').trim().split('+') : undefined
    const kind = basename(file).split('.').slice(1, -1).join('.')
    return [
      {
        source: `scans ${kind.startsWith('p1') ? 'page' : kind.replace(/content_|page|_.*/g, '') || kind}`,
        format: formatOf(file),
        file,
        truth: {text, lines: [text.split('\n')]},
        ocr: true,
        ...(languages ? {languages} : {}),
        ...(languages?.[0] && ISO[languages[0]] ? {language: ISO[languages[0]]} : {}),
      },
    ]
  })
}

/** Strings that Tika's own tests expect, embedded files and metadata included. */
function asserted(corpus: string): Case[] {
  const list = join(corpus, 'tika_expected_text.json')
  if (!existsSync(list)) return []
  const expected = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string[]>
  return Object.entries(expected)
    .filter(([file]) => /\.(pdf|docx|doc|rtf|odt|html)$/.test(file))
    .map(([file, strings]) => ({source: 'tika', format: formatOf(file), file: join(corpus, file), strings}))
}

function withTruth(source: string, files: readonly string[], truthOf: (file: string) => string[]): Case[] {
  return files.flatMap((file) => {
    const truth = truthOf(file).find((path) => existsSync(path))
    if (truth === undefined) return []
    const sections = sectionTruth(truth)
    return [{source, format: formatOf(file), file, truth: structuredTruth(truth), sections}]
  })
}

function find(corpus: string, pattern: string): string[] {
  return globSync(pattern, {cwd: corpus})
    .map((file) => join(corpus, file))
    .sort()
}

function formatOf(file: string): string {
  return file.split('.').at(-1) ?? ''
}
