import {randomUUID} from 'node:crypto'
import {constants, type Stats} from 'node:fs'
import {copyFile, link, lstat, mkdir, open, rename, rm, unlink, utimes} from 'node:fs/promises'
import {basename, dirname, extname, join} from 'node:path'
import {fingerprintOf} from '../ingest/walk.js'

/** What became of a file that was to go. `changed`: it is not what it was, and was not touched. */
export type PutAway = {kind: 'moved'; to: string} | {kind: 'deleted' | 'gone' | 'changed'}

interface Seen {
  path: string
  /** Of the file when it was enqueued. */
  fingerprint: string
}

/** What a file system says that has no hard links, or is another one than the file's. */
const NO_LINK = new Set(['EXDEV', 'EPERM', 'EOPNOTSUPP', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EACCES'])

export async function deleteFile({path, fingerprint}: Seen): Promise<PutAway> {
  const kind = await stateOf({path, fingerprint})
  if (kind !== 'same') return {kind}
  await unlink(path)
  await syncDirectory(dirname(path))
  return {kind: 'deleted'}
}

/**
 * Moves a file into a directory, under a name that is free there: `cv.pdf`, else `cv-1.pdf`, … Nothing is overwritten,
 * and at every moment the whole file is in one of the two places.
 *
 * @throws the file system's error
 */
export async function moveFile({path, fingerprint}: Seen, directory: string): Promise<PutAway> {
  const kind = await stateOf({path, fingerprint})
  if (kind !== 'same') return {kind}
  await mkdir(directory, {recursive: true})
  const to = await linkOrCopy(path, directory)
  if ((await stateOf({path, fingerprint})) !== 'same') {
    await unlink(to)
    return {kind: 'changed'}
  }
  await syncDirectory(directory)
  await unlink(path)
  await syncDirectory(dirname(path))
  return {kind: 'moved', to}
}

async function stateOf({path, fingerprint}: Seen): Promise<'same' | 'gone' | 'changed'> {
  const now = await fingerprintOf(path)
  if (now === undefined) return 'gone'
  return now === fingerprint ? 'same' : 'changed'
}

async function linkOrCopy(path: string, directory: string): Promise<string> {
  const stats = await lstat(path)
  for (const to of freeNames(directory, basename(path))) {
    try {
      await link(path, to)
      return to
    } catch (error) {
      const {code = ''} = error as NodeJS.ErrnoException
      if (NO_LINK.has(code)) return await copy(path, stats, directory)
      if (code !== 'EEXIST') throw error
      // A watcher that was killed between the two halves of a move.
      if (await isSameFile(to, stats)) return to
    }
  }
  throw new Error('unreachable')
}

/** The copy has another name until it is whole and on the disk. */
async function copy(path: string, {atime, mtime}: Stats, directory: string): Promise<string> {
  const partial = join(directory, `.${randomUUID()}.part`)
  try {
    await copyFile(path, partial, constants.COPYFILE_EXCL)
    await utimes(partial, atime, mtime)
    await syncFile(partial)
    const to = await takeName(directory, basename(path))
    await rename(partial, to)
    return to
  } catch (error) {
    await rm(partial, {force: true})
    throw error
  }
}

/** An empty file holds the place, so that nobody else takes it. */
async function takeName(directory: string, name: string): Promise<string> {
  for (const to of freeNames(directory, name)) {
    try {
      await (await open(to, 'wx')).close()
      return to
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  throw new Error('unreachable')
}

function* freeNames(directory: string, name: string): Generator<string> {
  const suffix = extname(name)
  const stem = basename(name, suffix)
  for (let number = 0; ; number += 1)
    yield join(directory, number === 0 ? name : `${stem}-${number}${suffix}`)
}

async function isSameFile(path: string, {dev, ino}: Stats): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined)
  return stats?.dev === dev && stats.ino === ino
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

/** Best effort: some file systems cannot. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => undefined)
  await directory?.sync().catch(() => undefined)
  await directory?.close()
}
