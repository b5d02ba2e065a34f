import {lstat, open, rename, rm} from 'node:fs/promises'
import {dirname} from 'node:path'
import {AtsError, toFileError} from '../model/errors.js'
import {partialPath, removeForgotten} from './partial-file.js'

/** Text or bytes, piece by piece. */
export type Pieces<Result> = AsyncGenerator<string | Uint8Array, Result>

/**
 * Writes a file that is complete and on the disk before it gets its name, readable by its owner alone; of one that
 * fails nothing is left, and what a killed process has left of the same file is taken away.
 *
 * @param path absolute
 * @returns how many bytes were written, and what the pieces returned
 * @throws AtsError CONFIRMATION_REQUIRED (there is a file, and no `force`), USAGE (a directory), PATH_NOT_FOUND,
 *   PERMISSION_DENIED, IO_ERROR, INTERRUPTED (`signal`)
 */
export async function writeFileAtomically<Result>(
  path: string,
  pieces: Pieces<Result>,
  {force, signal}: {force: boolean; signal?: AbortSignal},
): Promise<{bytes: number; result: Result}> {
  await refusePresent(path, force)
  await removeForgotten(path)
  const partial = partialPath(path)
  try {
    const written = await writeAll(partial, pieces, signal)
    // Somebody else may have made one meanwhile.
    await refusePresent(path, force)
    await rename(partial, path)
    await flushDirectory(dirname(path))
    return written
  } catch (error) {
    throw fileErrorOf(error, path)
  } finally {
    await rm(partial, {force: true})
  }
}

async function writeAll<Result>(path: string, pieces: Pieces<Result>, signal: AbortSignal | undefined) {
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for (;;) {
      if (signal?.aborted) throw new AtsError('INTERRUPTED', 'Stopped; nothing was written')
      const next = await pieces.next()
      if (next.done) {
        await file.sync()
        return {bytes, result: next.value}
      }
      const piece = typeof next.value === 'string' ? Buffer.from(next.value) : next.value
      await file.writeFile(piece)
      bytes += piece.byteLength
    }
  } finally {
    await file.close()
  }
}

async function refusePresent(path: string, force: boolean): Promise<void> {
  const present = await lstat(path).catch(() => undefined)
  if (present?.isDirectory()) throw new AtsError('USAGE', `${path} is a directory; name a file in it`)
  if (present && !force) {
    throw new AtsError('CONFIRMATION_REQUIRED', `${path} exists already`, {
      suggestions: ['Name another file, or replace it with --force.'],
    })
  }
}

async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

function fileErrorOf(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (error instanceof AtsError || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AtsError('PATH_NOT_FOUND', `${dirname(path)}: no such directory`, {
      suggestions: ['Make it first, or name another place.'],
      cause: error,
    })
  }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AtsError('IO_ERROR', `${path}: no space is left on the disk; nothing was left behind`, {
      cause: error,
    })
  return toFileError(error, path)
}
