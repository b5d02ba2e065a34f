import {crc32} from 'node:zlib'
import {type Entry, fromBufferPromise, type ZipFile} from 'yauzl'
import {AtsError} from '../../model/errors.js'
import type {ExtractionLimits} from '../../model/extraction.js'

/** A word processor's file has tens of parts; a hundred thousand of them are an attack on memory. */
const MAX_ENTRIES = 10_000
const END_OF_DIRECTORY = 0x06054b50
const END_SIZE = 22
const MAX_COMMENT = 0xffff
const ZIP64_MARK = 0xffffffff

/** The parts of a ZIP held in memory. Nothing is ever written to disk, so hostile names are only odd keys. */
export interface Archive {
  /** In the directory's order; of a name that occurs twice the last one counts. */
  names: readonly string[]
  has(name: string): boolean
  /**
   * Unpacks one part.
   *
   * @returns undefined where there is no such part
   * @throws AtsError `CORRUPT`, `ENCRYPTED` or, when the parts read so far exceed the limit, `TOO_LARGE`
   */
  read(name: string): Promise<Buffer | undefined>
}

/**
 * Opens a ZIP. Declared sizes are summed before anything is unpacked, and counted again while unpacking, since they
 * can lie. Bytes before and after the archive are ignored.
 *
 * @throws AtsError `CORRUPT` (no usable directory), `ENCRYPTED` or `TOO_LARGE`
 */
export async function openArchive(
  bytes: Buffer,
  {maxUnpackedBytes}: Pick<ExtractionLimits, 'maxUnpackedBytes'>,
): Promise<Archive> {
  const zip = await openDirectory(withoutJunk(bytes))
  const entries = await listEntries(zip, maxUnpackedBytes)
  let budget = maxUnpackedBytes
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: async (name) => {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = await unpack(zip, entry, budget)
      budget -= content.length
      return content
    },
  }
}

/** yauzl refuses bytes after the directory's end and misreads offsets when bytes were put in front. */
function withoutJunk(bytes: Buffer): Buffer {
  const end = findEndOfDirectory(bytes)
  if (end === -1) return bytes
  const stop = end + END_SIZE + bytes.readUInt16LE(end + 20)
  const size = bytes.readUInt32LE(end + 12)
  const offset = bytes.readUInt32LE(end + 16)
  const shift = offset === ZIP64_MARK ? 0 : end - size - offset
  return bytes.subarray(shift > 0 ? shift : 0, stop)
}

function findEndOfDirectory(bytes: Buffer): number {
  const oldest = Math.max(0, bytes.length - 4 * MAX_COMMENT)
  for (let at = bytes.length - END_SIZE; at >= oldest; at--) {
    if (bytes.readUInt32LE(at) !== END_OF_DIRECTORY) continue
    if (at + END_SIZE + bytes.readUInt16LE(at + 20) <= bytes.length) return at
  }
  return -1
}

async function openDirectory(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, {lazyEntries: true, validateEntrySizes: true, decodeStrings: false})
  } catch (cause) {
    throw damaged(cause)
  }
}

async function listEntries(zip: ZipFile, maxUnpackedBytes: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw tooLarge(`it declares ${zip.entryCount} parts`)
  const entries = new Map<string, Entry>()
  let declared = 0
  for await (const entry of directory(zip)) {
    declared += entry.uncompressedSize
    if (declared > maxUnpackedBytes) throw tooLarge(`its parts declare more than ${maxUnpackedBytes} bytes`)
    entries.set(partName(entry), entry)
  }
  return entries
}

async function* directory(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (cause) {
    if (cause instanceof Error && /encrypt/i.test(cause.message)) throw encrypted(cause)
    throw damaged(cause)
  }
}

/** With `decodeStrings: false` the name is bytes, so that yauzl does not refuse the whole file for one bad name. */
function partName(entry: Entry): string {
  return entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '')
}

async function unpack(zip: ZipFile, entry: Entry, budget: number): Promise<Buffer> {
  if (entry.isEncrypted()) throw encrypted()
  const chunks: Buffer[] = []
  let size = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > budget) throw tooLarge('its parts unpack to more than the limit')
      chunks.push(chunk)
    }
  } catch (cause) {
    throw cause instanceof AtsError ? cause : damaged(cause)
  }
  const content = Buffer.concat(chunks)
  if (crc32(content) !== entry.crc32) throw damaged(`checksum of ${partName(entry)} does not match`)
  return content
}

function damaged(cause: unknown): AtsError {
  return new AtsError('CORRUPT', 'the file is a damaged archive: it was cut off or changed', {cause})
}

function encrypted(cause?: unknown): AtsError {
  return new AtsError('ENCRYPTED', 'the file is protected by a password', {cause})
}

function tooLarge(reason: string): AtsError {
  return new AtsError('TOO_LARGE', `the file unpacks to more than is allowed: ${reason}`)
}
