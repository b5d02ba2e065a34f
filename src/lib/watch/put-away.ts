import {createHash, randomUUID} from 'node:crypto'
import {constants, type Stats} from 'node:fs'
import {copyFile, link, lstat, mkdir, open, readdir, rename, rm, unlink, utimes} from 'node:fs/promises'
import {basename, dirname, extname, join} from 'node:path'
import {fingerprintOf} from '../ingest/walk.js'

/** What became of a file that was to go. `changed`: it is not what it was, and was not touched. */
export type PutAway = {kind: 'moved'; to: string} | {kind: 'deleted' | 'gone' | 'changed'}

/** A file as it was when it was enqueued. */
export interface Seen {
  path: string
  fingerprint: string
}

/** What a file system says that has no hard links, or is another one than the file's. */
const NO_LINK = new Set(['EXDEV', 'EPERM', 'EOPNOTSUPP', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EACCES'])

export async function deleteFile(seen: Seen): Promise<PutAway> {
  const aside = await takeAside(seen)
  if (typeof aside !== 'string') return aside
  await rm(aside, {force: true})
  await syncDirectory(dirname(seen.path))
  return {kind: 'deleted'}
}

/**
 * Moves a file into a directory, under a name that is free there: `cv.pdf`, else `cv-1.pdf`, … Nothing is overwritten,
 * and at every moment the whole file is in one of the two places.
 *
 * @throws the file system's error; the file is back in its place then
 */
export async function moveFile(seen: Seen, directory: string): Promise<PutAway> {
  await mkdir(directory, {recursive: true})
  const aside = await takeAside(seen)
  if (typeof aside !== 'string') return aside.kind === 'gone' ? afterMove(seen, directory) : aside
  const to = await linkOrCopy(aside, directory, basename(seen.path)).catch(async (error: unknown) => {
    await putBack(aside, seen.path)
    throw error
  })
  if ((await fingerprintOf(aside)) !== seen.fingerprint) {
    await unlink(to)
    await putBack(aside, seen.path)
    return {kind: 'changed'}
  }
  await syncDirectory(directory)
  await rm(aside, {force: true})
  await syncDirectory(dirname(seen.path))
  return {kind: 'moved', to}
}

/**
 * Gives a file a name that nobody else writes to, and only then looks whether it is the one: what takes its place from
 * now on is not touched.
 *
 * @returns the path that it has now, or why it is left
 */
async function takeAside(seen: Seen): Promise<string | PutAway> {
  const kind = await stateOf(seen)
  if (kind !== 'same') return (await recover(seen)) ?? {kind}
  const aside = `${asidePrefix(seen.path)}${randomUUID()}`
  try {
    await rename(seen.path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {kind: 'gone'}
    throw error
  }
  if ((await fingerprintOf(aside)) === seen.fingerprint) return aside
  await putBack(aside, seen.path)
  return {kind: 'changed'}
}

/**
 * A watcher may have been killed, or kept from the database, between the move and the note of it. What was copied, from
 * one file system to another, is not known again.
 */
async function afterMove({path, fingerprint}: Seen, directory: string): Promise<PutAway> {
  for (const to of freeNames(directory, basename(path))) {
    const there = await fingerprintOf(to)
    if (there === fingerprint) return {kind: 'moved', to}
    if (there === undefined) break
  }
  return {kind: 'gone'}
}

/** Looks for what a watcher that was killed has left aside. @returns the file, if it is there; others are put back */
async function recover({path, fingerprint}: Seen): Promise<string | undefined> {
  const prefix = basename(asidePrefix(path))
  const names = await readdir(dirname(path)).catch((): string[] => [])
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const aside = join(dirname(path), name)
    if ((await fingerprintOf(aside)) === fingerprint) return aside
    await putBack(aside, path)
  }
  return undefined
}

/** Hidden, so that no watcher takes it in; of one length, because a name with more before it may be too long. */
function asidePrefix(path: string): string {
  const hash = createHash('sha256').update(basename(path)).digest('hex').slice(0, 16)
  return join(dirname(path), `.ats-${hash}-`)
}

/** Under a name beside its own where a newer file has that already. */
async function putBack(aside: string, path: string): Promise<void> {
  await linkOrCopy(aside, dirname(path), basename(path))
  await rm(aside, {force: true})
}

async function stateOf({path, fingerprint}: Seen): Promise<'same' | 'gone' | 'changed'> {
  const now = await fingerprintOf(path)
  if (now === undefined) return 'gone'
  return now === fingerprint ? 'same' : 'changed'
}

async function linkOrCopy(path: string, directory: string, name: string): Promise<string> {
  return (await linkFree(path, directory, name)) ?? (await copy(path, directory, name))
}

/** @returns the name that was free, or undefined where a file system has no links or is another one */
async function linkFree(path: string, directory: string, name: string): Promise<string | undefined> {
  const stats = await lstat(path)
  for (const to of freeNames(directory, name)) {
    try {
      await link(path, to)
      return to
    } catch (error) {
      const {code = ''} = error as NodeJS.ErrnoException
      if (NO_LINK.has(code)) return undefined
      if (code !== 'EEXIST') throw error
      // A watcher that was killed between the two halves of a move.
      if (await isSameFile(to, stats)) return to
    }
  }
  throw new Error('unreachable')
}

/** The copy has another name until it is whole and on the disk. */
async function copy(path: string, directory: string, name: string): Promise<string> {
  const {atime, mtime} = await lstat(path)
  const partial = join(directory, `.${randomUUID()}.part`)
  try {
    await copyFile(path, partial, constants.COPYFILE_EXCL)
    await utimes(partial, atime, mtime)
    await syncFile(partial)
    return (await linkFree(partial, directory, name)) ?? (await renameFree(partial, directory, name))
  } finally {
    await rm(partial, {force: true})
  }
}

/** For file systems without links: an empty file holds the place meanwhile, so that nobody else takes it. */
async function renameFree(path: string, directory: string, name: string): Promise<string> {
  const to = await takeName(directory, name)
  try {
    await rename(path, to)
    return to
  } catch (error) {
    await rm(to, {force: true})
    throw error
  }
}

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
