import {Readable} from 'node:stream'
import {createInflateRaw} from 'node:zlib'
import {AtsError} from '../../model/errors.js'
import type {Archive} from './archive.js'

const LOCAL_HEADER = 'PK\x03\x04'
const HEADER_SIZE = 30
const STORED = 0
const DEFLATED = 8
const MOST_PARTS = 1_000
/** At damage the text of one slice is lost, and no more. */
const SLICE_SIZE = 64

interface LostPart {
  method: number
  /** Where its content begins. */
  start: number
  /** At the latest where it ends. */
  end: number
}

/**
 * The parts of a ZIP that has lost its directory, found by the headers before each of them. Of a part that is cut off
 * or changed in the middle, what comes before is given.
 *
 * @returns undefined where no part is found; its `read` throws AtsError `TOO_LARGE` like that of a whole archive
 */
export function salvageArchive(bytes: Buffer, maxUnpackedBytes: number): Archive | undefined {
  const parts = findParts(bytes)
  if (parts.size === 0) return undefined
  const unpacked = new Map<string, Buffer>()
  let budget = maxUnpackedBytes
  return {
    names: [...parts.keys()],
    has: (name) => parts.has(name),
    read: async (name) => {
      const part = parts.get(name)
      if (!part) return undefined
      const known = unpacked.get(name)
      if (known) return known
      const content = await unpack(bytes.subarray(part.start, part.end), part.method, budget)
      budget -= content.length
      unpacked.set(name, content)
      return content
    },
  }
}

function findParts(bytes: Buffer): Map<string, LostPart> {
  const parts = new Map<string, LostPart>()
  for (let at = bytes.indexOf(LOCAL_HEADER); at >= 0 && parts.size < MOST_PARTS; ) {
    const next = bytes.indexOf(LOCAL_HEADER, at + 4)
    const end = next < 0 ? bytes.length : next
    if (at + HEADER_SIZE > bytes.length) break
    const nameEnd = at + HEADER_SIZE + bytes.readUInt16LE(at + 26)
    const start = nameEnd + bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + HEADER_SIZE, nameEnd)
    if (start < end) parts.set(name, {method: bytes.readUInt16LE(at + 8), start, end})
    at = next
  }
  return parts
}

function unpack(packed: Buffer, method: number, budget: number): Promise<Buffer> {
  if (method === STORED) {
    return packed.length > budget ? Promise.reject(tooLarge()) : Promise.resolve(packed)
  }
  if (method !== DEFLATED) return Promise.resolve(Buffer.alloc(0))
  return new Promise((resolve, reject) => {
    const inflate = createInflateRaw()
    const chunks: Buffer[] = []
    let size = 0
    const finish = () => {
      inflate.destroy()
      resolve(Buffer.concat(chunks))
    }
    inflate.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > budget) {
        inflate.destroy()
        reject(tooLarge())
      } else chunks.push(chunk)
    })
    // Whatever is wrong further on, what came before stands.
    inflate.on('error', finish).on('end', finish)
    Readable.from(slices(packed)).pipe(inflate)
  })
}

function tooLarge(): AtsError {
  return new AtsError('TOO_LARGE', 'the file unpacks to more than is allowed')
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE_SIZE) yield bytes.subarray(at, at + SLICE_SIZE)
}
