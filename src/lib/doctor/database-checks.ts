import {accessSync, constants, realpathSync, type Stats, statfsSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileSystemOf, readMounts} from './file-system.js'
import {type Finding, fail, ok, warn} from './finding.js'

const MIB = 1024 ** 2

/** Free space below which work stops soon, and below which somebody should look. */
const LEAST_FREE = 32 * MIB
const LITTLE_FREE = 512 * MIB

/** A log that has grown beyond this is not being played in. */
const LARGE_LOG = 256 * MIB

/** What can be seen of the database without opening it. The file itself is only ever looked up, never read. */
export function checkDatabaseFile(path: string): Finding[] {
  const directory = dirname(path)
  const directoryFinding = checkDirectory(directory)
  if (directoryFinding.verdict === 'fail') return [directoryFinding]
  const file = statSync(path, {throwIfNoEntry: false})
  return [
    directoryFinding,
    checkFile(path, file),
    ...(file?.isFile() ? [checkPrivacy(path), checkLog(path)] : []),
    checkSpace(directory, file?.size ?? 0),
    checkFileSystem(directory, readMounts()),
  ]
}

function checkDirectory(directory: string): Finding {
  try {
    if (!statSync(directory).isDirectory()) throw Object.assign(new Error(), {code: 'ENOTDIR'})
    accessSync(directory, constants.W_OK | constants.X_OK)
    return ok('directory', `${directory} may be written`)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    const isThere = code !== 'ENOENT' && code !== 'ENOTDIR'
    return fail(
      'directory',
      isThere ? `${directory} may not be written (${code})` : `${directory} is not a directory`,
      'The database needs a directory that it may write, for its log and its locks.',
    )
  }
}

function checkFile(path: string, file: Stats | undefined): Finding {
  if (!file) {
    const advice = 'Name another with --db or ATS_DB; the first ats queue enqueue makes it.'
    return warn('file', `There is no database at ${path} yet`, advice)
  }
  if (!file.isFile()) return fail('file', `${path} is not a file`, 'Name a file with --db.')
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return ok('file', `${path} may be read and written`)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    return fail('file', `${path} may not be read and written (${code})`, 'Run ats as its owner.')
  }
}

function checkPrivacy(path: string): Finding {
  const open = [path, `${path}-wal`, `${path}-shm`].filter((one) => {
    const mode = statSync(one, {throwIfNoEntry: false})?.mode ?? 0
    return (mode & 0o007) !== 0
  })
  return open.length === 0
    ? ok('privacy', 'Only its owner and group can open the database')
    : warn('privacy', `Everybody on this machine can open ${open.join(', ')}`, `chmod 600 ${open.join(' ')}`)
}

function checkLog(path: string): Finding {
  const bytes = statSync(`${path}-wal`, {throwIfNoEntry: false})?.size ?? 0
  if (bytes <= LARGE_LOG) return ok('log', `The write-ahead log has ${mib(bytes)} MiB`)
  return warn(
    'log',
    `The write-ahead log has grown to ${mib(bytes)} MiB`,
    'Some program has been reading for long; end it, then run: ats db vacuum',
  )
}

function checkSpace(directory: string, databaseBytes: number): Finding {
  const {bavail, bsize, files, ffree} = statfsSync(directory)
  const free = bavail * bsize
  const advice = 'Make room: ats queue clear, then ats db vacuum; or move the database to a larger disk.'
  if (free < LEAST_FREE) return fail('space', `${mib(free)} MiB are free at ${directory}`, advice)
  if (files > 0 && ffree === 0) return fail('space', `No file can be made at ${directory} any more`, advice)
  if (free < Math.max(LITTLE_FREE, databaseBytes))
    return warn('space', `Only ${mib(free)} MiB are free at ${directory}`, advice)
  return ok('space', `${mib(free)} MiB are free at ${directory}`)
}

/** @param mounts undefined where the system does not tell */
export function checkFileSystem(directory: string, mounts: string | undefined): Finding {
  const found = mounts === undefined ? undefined : fileSystemOf(realpathSync(directory), mounts)
  if (!found) return ok('file_system', 'Its type cannot be told on this system')
  const where = `${directory} is on ${found.type}`
  switch (found.kind) {
    case 'network':
      return warn(
        'file_system',
        `${where}, shared over a network or with another system`,
        'Locks and the write-ahead log are not safe there: put the database on a local disk.',
      )
    case 'overlay':
      return warn(
        'file_system',
        `${where}, the layer of a container`,
        'It goes when the container goes: mount a volume for the directory of the database.',
      )
    case 'memory':
      return warn('file_system', `${where}, in memory`, 'It is gone after a restart: put it on a disk.')
    default:
      return ok('file_system', where)
  }
}

function mib(bytes: number): number {
  return Math.floor(bytes / MIB)
}
