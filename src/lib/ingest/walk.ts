import type {BigIntStats, Dirent} from 'node:fs'
import {lstat, readdir, realpath, stat} from 'node:fs/promises'
import type {FoundFile} from '../store/store.js'
import {IgnoreRules} from './ignore-rules.js'

const SEPARATOR = Buffer.from('/')
const DOT = '.'.charCodeAt(0)

/** What a walk left out, to be reported. */
export interface WalkTally {
  files: number
  /** Names that begin with a dot; of a hidden directory only itself is counted. */
  hidden: number
  /** What an `.atsignore` names; of an ignored directory only itself is counted. */
  ignored: number
  /** Links that lead out of the tree, to a directory, or nowhere. */
  links: number
  /** Devices, sockets and pipes. */
  others: number
}

export function newTally(): WalkTally {
  return {files: 0, hidden: 0, ignored: 0, links: 0, others: 0}
}

/**
 * Finds the files below a directory that no `.atsignore` leaves out, in the byte order of their names, directory by directory. A sub-directory that
 * cannot be listed is given like a file, so that its reading fails and is reported.
 *
 * @param root absolute; may itself be a link
 * @throws the file system's error when the root itself cannot be listed
 */
export async function* walkFiles(root: string, tally: WalkTally = newTally()): AsyncGenerator<FoundFile> {
  const top = await realpath(root)
  const walk = {root: Buffer.from(top), tally, rules: await new IgnoreRules().within(root)}
  yield* walkDirectory(Buffer.from(root), walk, await list(Buffer.from(root)))
}

interface Walk {
  /** The real path of the root. */
  root: Buffer
  tally: WalkTally
  /** Those of the directory that is walked. */
  rules: IgnoreRules
}

type Entry = Dirent<Buffer>

async function* walkDirectory(directory: Buffer, walk: Walk, entries: Entry[]): AsyncGenerator<FoundFile> {
  for (const entry of entries) {
    const path = join(directory, entry.name)
    if (entry.name[0] === DOT) walk.tally.hidden += 1
    else if (walk.rules.ignores(path.toString(), {isDirectory: entry.isDirectory()})) walk.tally.ignored += 1
    else if (entry.isDirectory()) yield* walkSubdirectory(path, walk)
    else if (await isFile(entry, path, walk)) yield* found(path, walk)
  }
}

async function* walkSubdirectory(path: Buffer, walk: Walk): AsyncGenerator<FoundFile> {
  const entries = await list(path).catch(() => undefined)
  if (entries) yield* walkDirectory(path, {...walk, rules: await walk.rules.within(path.toString())}, entries)
  else yield* found(path, walk)
}

async function list(directory: Buffer): Promise<Entry[]> {
  const entries = await readdir(directory, {withFileTypes: true, encoding: 'buffer'})
  return entries.sort((one, other) => one.name.compare(other.name))
}

async function isFile(entry: Entry, path: Buffer, {root, tally}: Walk): Promise<boolean> {
  if (entry.isFile()) return true
  if (!entry.isSymbolicLink()) {
    tally.others += 1
    return false
  }
  const inside = await leadsToFileInside(path, root)
  if (!inside) tally.links += 1
  return inside
}

async function leadsToFileInside(link: Buffer, root: Buffer): Promise<boolean> {
  try {
    const target = await realpath(link, {encoding: 'buffer'})
    const prefix = join(root, Buffer.alloc(0))
    return target.subarray(0, prefix.length).equals(prefix) && (await stat(target)).isFile()
  } catch {
    // A link that leads nowhere, or in a circle.
    return false
  }
}

async function* found(path: Buffer, {tally}: Walk): AsyncGenerator<FoundFile> {
  const stats = await lstat(path, {bigint: true}).catch(() => undefined)
  // Gone since the directory was listed.
  if (!stats) return
  tally.files += 1
  yield {...name(path), fingerprint: fingerprint(stats)}
}

/** The fingerprint of a file as a walk gives it; undefined where there is none. */
export async function fingerprintOf(path: string): Promise<string | undefined> {
  const stats = await lstat(path, {bigint: true}).catch(() => undefined)
  return stats && fingerprint(stats)
}

/** Milliseconds since 1970 when the file of a fingerprint was last written. */
export function writtenAt(fingerprint: string): number {
  return Number(BigInt(fingerprint.split('-')[1] ?? 0) / 1_000_000n)
}

/** What changes when a file does. */
function fingerprint({size, mtimeNs, ino}: BigIntStats): string {
  return `${size}-${mtimeNs}-${ino}`
}

function name(path: Buffer): Pick<FoundFile, 'path' | 'pathBytes'> {
  const text = path.toString('utf8')
  if (Buffer.from(text).equals(path)) return {path: text, pathBytes: null}
  return {path: escapeOddBytes(path), pathBytes: path}
}

/** Shows bytes that are no UTF-8 as `\xHH`. */
function escapeOddBytes(path: Buffer): string {
  let shown = ''
  for (let at = 0; at < path.length; ) {
    const length = [1, 2, 3, 4].find((n) => isCharacter(path.subarray(at, at + n)))
    if (length === undefined) shown += `\\x${path.toString('hex', at, at + 1).toUpperCase()}`
    else shown += path.toString('utf8', at, at + length)
    at += length ?? 1
  }
  return shown
}

function isCharacter(bytes: Buffer): boolean {
  return [...bytes.toString('utf8')].length === 1 && Buffer.from(bytes.toString('utf8')).equals(bytes)
}

function join(directory: Buffer, name: Buffer): Buffer {
  const slashed = directory.at(-1) === SEPARATOR[0]
  return Buffer.concat(slashed ? [directory, name] : [directory, SEPARATOR, name])
}
