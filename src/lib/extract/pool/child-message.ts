import {isFileErrorCode} from '../../model/errors.js'
import {WARNING_CODES} from '../../model/extraction.js'
import type {FromChild} from '../child/messages.js'

type Shape = (value: unknown) => boolean
type Shapes = Readonly<Record<string, Shape>>

/** Values inside values, beyond which nothing that a child makes goes. */
const MAX_DEPTH = 32
/** What only the parent decides of: a child that says so lies. */
const PARENT_ONLY = new Set(['CANCELLED', 'WORKER_LOST', 'HANDLER_FAILED', 'ERASED', 'TIMEOUT'])

const text: Shape = (value) => typeof value === 'string'
const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const percent: Shape = (value) => typeof value === 'number' && value >= 0 && value <= 100
const hash: Shape = (value) => text(value) && /^[0-9a-f]{64}$/.test(value as string)
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value)
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value)
const oneOf =
  (...values: readonly string[]): Shape =>
  (value) =>
    values.includes(value as string)
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape)
const record =
  (shapes: Shapes): Shape =>
  (value) =>
    isRecord(value) && Object.entries(shapes).every(([key, shape]) => shape(value[key]))
const json: Shape = (value) => isJson(value, MAX_DEPTH)

const method = oneOf('text', 'ocr', 'both', 'skipped', 'empty')

const extraction = record({
  sha256: hash,
  bytes: count,
  fileType: oneOf(...'pdf docx doc rtf odt txt md html jpeg png tiff webp bmp gif'.split(' ')),
  text,
  language: orNull(text),
  words: count,
  sections: listOf(record({kind: text, heading: text, page: count, line: count})),
  profile: orNull((value) => isRecord(value) && json(value)),
  pages: count,
  ocrPages: count,
  skippedPages: count,
  ocrConfidence: orNull(percent),
  pageReadings: listOf(record({page: count, method, characters: count, confidence: optional(percent)})),
  metadata: (value) => isRecord(value) && Object.values(value).every(text),
  attachments: listOf(record({name: text, bytes: orNull(count)})),
  warnings: listOf(record({code: oneOf(...WARNING_CODES), message: text, page: optional(count)})),
})

const SHAPES: Readonly<Record<FromChild['type'], Shape>> = {
  page: record({page: count, pages: count, method}),
  recall: record({question: count, key: hash, sha256: hash}),
  keep: record({
    page: record({key: hash, sha256: hash, languages: text, text, confidence: percent}),
  }),
  done: record({extraction, rss: count}),
  failed: record({
    code: (value) => text(value) && isChildsCode(value as string),
    message: text,
    suggestions: listOf(text),
    rss: count,
  }),
}

/** What a child said, or undefined where it is nothing that ours would say: a hostile file may speak through it. */
export function readMessage(value: unknown): FromChild | undefined {
  if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(SHAPES, value.type))
    return undefined
  return SHAPES[value.type as FromChild['type']](value) ? (value as unknown as FromChild) : undefined
}

/** The hash of the file that a message speaks of, where it speaks of one. */
export function fileOf(message: FromChild): string | undefined {
  if (message.type === 'recall') return message.sha256
  if (message.type === 'keep') return message.page.sha256
  return message.type === 'done' ? message.extraction.sha256 : undefined
}

/** Of a file, or that OCR lacks a language. */
function isChildsCode(code: string): boolean {
  return (isFileErrorCode(code) && !PARENT_ONLY.has(code)) || code === 'CONFIGURATION'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((one) => isJson(one, depth - 1))
  return isRecord(value) && Object.values(value).every((one) => one === undefined || isJson(one, depth - 1))
}
