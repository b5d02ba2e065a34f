import {encodingOfCodePage} from '../code-page.js'
import {decodeAs} from '../decode-text.js'

const FIRST_SET_AT = 44
const ENTRY_SIZE = 8
/** A set of facts has some twenty; more are an attack or damage. */
const MOST_PROPERTIES = 1000
const CODE_PAGE = 1
const TYPES = {short: 0x02, text: 0x1e, wideText: 0x1f, time: 0x40} as const
/** 1601, from where a FILETIME counts, to 1970. */
const EPOCH_DISTANCE_MS = 11_644_473_600_000
const LAST_TIME_MS = 8.64e15

/**
 * The texts and times of a stream of properties ([MS-OLEPS] 2.21), times in ISO 8601 and UTC, by the number of each
 * property. Of several sets in the stream the first one counts; other types of property are left out.
 *
 * @throws RangeError when the stream is cut off
 */
export function readPropertySet(stream: Buffer): Map<number, string> {
  const set = stream.subarray(stream.readUInt32LE(FIRST_SET_AT))
  const places = placesIn(set)
  const codePage = places.get(CODE_PAGE)
  const encoding = encodingOfCodePage(codePage === undefined ? undefined : codePageAt(set, codePage))
  const properties = new Map<number, string>()
  for (const [id, at] of places) {
    const value = valueAt(set, at, encoding)
    if (value !== undefined) properties.set(id, value)
  }
  return properties
}

function placesIn(set: Buffer): Map<number, number> {
  const count = Math.min(set.readUInt32LE(4), MOST_PROPERTIES)
  const places = new Map<number, number>()
  for (let at = ENTRY_SIZE; at < ENTRY_SIZE * (count + 1); at += ENTRY_SIZE) {
    places.set(set.readUInt32LE(at), set.readUInt32LE(at + 4))
  }
  return places
}

function codePageAt(set: Buffer, at: number): number | undefined {
  return set.readUInt16LE(at) === TYPES.short ? set.readUInt16LE(at + 4) : undefined
}

function valueAt(set: Buffer, at: number, encoding: string): string | undefined {
  const type = set.readUInt16LE(at)
  if (type === TYPES.time) return timeOf(set.readBigUInt64LE(at + 4))
  if (type !== TYPES.text && type !== TYPES.wideText) return undefined
  const size = set.readUInt32LE(at + 4) * (type === TYPES.wideText ? 2 : 1)
  const bytes = set.subarray(at + 8, at + 8 + size)
  const [text = ''] = decodeAs(bytes, type === TYPES.wideText ? 'utf-16le' : encoding).split('\0')
  return text
}

/** @param ticks tenths of a microsecond since 1601; 0 for what never was */
function timeOf(ticks: bigint): string | undefined {
  const time = Number(ticks / 10_000n) - EPOCH_DISTANCE_MS
  return ticks === 0n || time > LAST_TIME_MS ? undefined : new Date(time).toISOString()
}
