import {createHash} from 'node:crypto'
import {type BigIntStats, constants} from 'node:fs'
import {type FileHandle, open, stat} from 'node:fs/promises'
import {AtsError, toFileError} from '../model/errors.js'

/** Readings of a file that changes under them before it is reported. */
const TRIES = 3

export interface FileContent {
  bytes: Buffer
  /** Hex, of exactly these bytes. */
  sha256: string
  /**
   * Whether somebody has written to the file since: then what was read may be the first half of a copy. A file that was
   * deleted, or replaced by another, was whole when it was read.
   */
  hasGrown: () => Promise<boolean>
}

/**
 * Reads a file whole, and only as it stood at one moment.
 *
 * @param shown the path as people see it
 * @throws AtsError FILE_NOT_FOUND, PERMISSION_DENIED, UNSUPPORTED_FORMAT (a device, a pipe), EMPTY_FILE, TOO_LARGE,
 * FILE_CHANGED, IO_ERROR
 */
export async function readFile(
  path: string | Uint8Array,
  shown: string,
  maxBytes: number,
): Promise<FileContent> {
  try {
    const name = typeof path === 'string' ? path : Buffer.from(path)
    // Opening a pipe that nobody writes to would wait for ever.
    const file = await open(name, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const {bytes, stats} = await readStill(file, shown, maxBytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return {bytes, sha256, hasGrown: () => wasWritten(name, stats)}
    } finally {
      await file.close()
    }
  } catch (error) {
    // What a socket answers to whoever opens it.
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') throw notRegular(shown)
    throw toFileError(error, shown)
  }
}

export function fileChanged(shown: string): AtsError {
  return new AtsError('FILE_CHANGED', `${shown} changed while it was read`)
}

async function wasWritten(name: string | Buffer, read: BigIntStats): Promise<boolean> {
  const now = await stat(name, {bigint: true}).catch(() => undefined)
  const isSameFile = now?.ino === read.ino && now.dev === read.dev
  return isSameFile && (now.size !== read.size || now.mtimeNs !== read.mtimeNs)
}

async function readStill(
  file: FileHandle,
  shown: string,
  maxBytes: number,
): Promise<{bytes: Buffer; stats: BigIntStats}> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = await file.stat({bigint: true})
    check(before, shown, maxBytes)
    const bytes = await readAll(file, Number(before.size))
    if (bytes && isSame(before, await file.stat({bigint: true}))) return {bytes, stats: before}
  }
  throw fileChanged(shown)
}

function check(stats: BigIntStats, shown: string, maxBytes: number): void {
  if (!stats.isFile()) throw notRegular(shown)
  if (stats.size === 0n) throw new AtsError('EMPTY_FILE', `${shown} is empty`)
  if (stats.size > maxBytes) {
    throw new AtsError('TOO_LARGE', `${shown} has ${stats.size} bytes; the limit is ${maxBytes}`)
  }
}

/** @returns undefined when the file has become shorter */
async function readAll(file: FileHandle, size: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(size)
  for (let at = 0; at < size; ) {
    const {bytesRead} = await file.read(bytes, at, size - at, at)
    if (bytesRead === 0) return undefined
    at += bytesRead
  }
  return bytes
}

function isSame(before: BigIntStats, after: BigIntStats): boolean {
  return before.size === after.size && before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs
}

function notRegular(shown: string): AtsError {
  return new AtsError('UNSUPPORTED_FORMAT', `${shown} is not a regular file`)
}
