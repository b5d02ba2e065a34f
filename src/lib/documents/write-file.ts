import {link, lstat, open, rename, rm} from 'node:fs/promises'
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
    await giveName(partial, path, force)
    await flushDirectory(dirname(path))
    return written
  } catch (error) {
    throw fileErrorOf(error, path)
  } finally {
    await rm(partial, {force: true})
  }
}

/** A link fails where somebody else has made one meanwhile, as a rename would not; not every file system has links. */
async function giveName(partial: string, path: string, force: boolean): Promise<void> {
  if (force) return rename(partial, path)
  await link(partial, path).catch(async (error: NodeJS.ErrnoException) => {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(error.code ?? '')) throw error
    await refusePresent(path, force)
    await rename(partial, path)
  })
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
  if (present && !present.isFile() && !present.isSymbolicLink()) {
    throw new AtsError('USAGE', `${path} is no regular file`, {
      suggestions: ['Leave --output out and send the output there: > FILE'],
    })
  }
  if (present && !force) throw presentAlready(path)
}

function presentAlready(path: string): AtsError {
  return new AtsError('CONFIRMATION_REQUIRED', `${path} exists already`, {
    suggestions: ['Name another file, or replace it with --force.'],
  })
}

/** As far as the directory may be read: the file is there and complete in any case. */
async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => undefined)
  await directory?.sync().catch(() => undefined)
  await directory?.close()
}

function fileErrorOf(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (error instanceof AtsError || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error
  if (code === 'EEXIST') return presentAlready(path)
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
