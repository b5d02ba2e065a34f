import {chmodSync, closeSync, fchmodSync, mkdirSync, openSync} from 'node:fs'

/**
 * Makes an empty file that its owner alone may read and write, whatever the umask. A file that is there is left as it is.
 *
 * @throws the file system's error
 */
export function makePrivateFile(path: string): void {
  try {
    const file = openSync(path, 'wx', 0o600)
    fchmodSync(file, 0o600)
    closeSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** The same for a directory. */
export function makePrivateDirectory(path: string): void {
  const made = mkdirSync(path, {recursive: true, mode: 0o700})
  if (made !== undefined) chmodSync(path, 0o700)
}
