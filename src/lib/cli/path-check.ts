import {statSync, stat as statWithCallback} from 'node:fs'
import {promisify} from 'node:util'
import {AtsError} from '../model/errors.js'

// Not that of node:fs/promises, which takes longer to load than a short command to stat its path.
const stat = promisify(statWithCallback)

/** Says of a path that nothing is there; undefined where something is, or where only the worker can tell. */
export async function missingPath(path: string): Promise<AtsError | undefined> {
  if (path === '') {
    return new AtsError('PATH_NOT_FOUND', 'A path is empty', {
      suggestions: ['Check that the variable it came from is set.'],
    })
  }
  try {
    await stat(path)
    return undefined
  } catch (error) {
    return isOutOfSight(error) ? undefined : notFound(path, error)
  }
}

/** A worker may run as a user who sees more. */
function isOutOfSight(error: unknown): boolean {
  const {code} = error as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM'
}

function notFound(path: string, cause: unknown): AtsError {
  return new AtsError('PATH_NOT_FOUND', `${path}: no such file or directory`, {
    cause,
    suggestions: [
      /\\x[0-9A-F]{2}/.test(path)
        ? 'A name that is not UTF-8 is read when its folder is enqueued.'
        : 'Check the path; a relative one starts at the current directory.',
    ],
  })
}

export function isDirectory(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
}
