import {randomUUID} from 'node:crypto'
import {existsSync, lstatSync, readdirSync, rmSync, statSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {AtsError} from '../../../model/errors.js'
import type {BackupPaths} from './back-up.js'

/** A partial copy that nobody has written to for so long has lost its process. */
const FORGOTTEN_MS = 3_600_000

const COMPANIONS = ['', '-wal', '-shm', '-journal', '-workers']

/**
 * Where a copy may be written.
 *
 * @throws AtsError PATH_NOT_FOUND, USAGE, CONFIRMATION_REQUIRED (there is a file, and no `force`), INVALID_STATE
 */
export function chooseDestination(database: string, destination: string, force: boolean): BackupPaths {
  const directory = dirname(destination)
  if (!statSync(directory, {throwIfNoEntry: false})?.isDirectory()) {
    throw new AtsError('PATH_NOT_FOUND', `${directory}: no such directory`, {
      suggestions: ['Make it first, or name another place.'],
    })
  }
  refuseOriginal(database, destination)
  const present = lstatSync(destination, {throwIfNoEntry: false})
  if (present?.isDirectory()) throw new AtsError('USAGE', `${destination} is a directory; name a file in it`)
  if (present && !force) {
    throw new AtsError('CONFIRMATION_REQUIRED', `${destination} exists already`, {
      suggestions: ['Name another file, or replace it with --force.'],
    })
  }
  refuseForeignLog(destination)
  sweep(destination)
  return {destination, partial: `${partialPrefix(destination)}${randomUUID()}`}
}

function refuseOriginal(database: string, destination: string): void {
  const names = COMPANIONS.map((suffix) => `${database}${suffix}`)
  if (names.includes(destination) || isSameFile(database, destination))
    throw new AtsError('USAGE', `${destination} is the database itself, or belongs to it`)
}

function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => statSync(path, {throwIfNoEntry: false}))
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev
}

/** SQLite would play the log of one database into the other. */
function refuseForeignLog(destination: string): void {
  const log = [`${destination}-wal`, `${destination}-journal`].find((path) => existsSync(path))
  if (log === undefined) return
  throw new AtsError('INVALID_STATE', `${destination} is a database in use: ${log} lies beside it`, {
    suggestions: ['Name another file.'],
  })
}

/** Takes away what killed processes have left. */
function sweep(destination: string): void {
  const directory = dirname(destination)
  const prefix = basename(partialPrefix(destination))
  for (const name of readdirSync(directory).filter((one) => one.startsWith(prefix))) {
    const path = join(directory, name)
    const age = Date.now() - (statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? Date.now())
    if (age > FORGOTTEN_MS) rmSync(path, {force: true})
  }
}

function partialPrefix(destination: string): string {
  return `${destination}.partial-`
}

/** With what SQLite may have put beside it. */
export function removePartial({partial}: BackupPaths): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${suffix}`, {force: true})
}
