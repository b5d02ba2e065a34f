import {createHash} from 'node:crypto'
import {open} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'

/** @returns hex SHA-256 of a regular file's content; undefined for anything else, or where it cannot be read */
export async function contentHash(path: string | Uint8Array): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    const file = await open(path as string | Buffer, 'r')
    try {
      if (!(await file.stat()).isFile()) return undefined
      await pipeline(file.createReadStream({autoClose: false}), hash)
    } finally {
      await file.close()
    }
    return hash.digest('hex')
  } catch {
    // Whoever reads the file in earnest reports what is wrong with it.
    return undefined
  }
}
