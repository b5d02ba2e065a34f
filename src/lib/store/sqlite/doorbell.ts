import {existsSync, type FSWatcher, utimesSync, watch} from 'node:fs'
import {dirname} from 'node:path'
import {makePrivateDirectory, makePrivateFile} from './private-files.js'

/** Touched after each commit that adds work; idle workers watch it instead of asking the database all the time. */
function doorbellPath(databasePath: string): string {
  return `${databasePath}-workers/doorbell`
}

/** Tells idle workers that there is work. Without any worker there is no bell; a bell that fails is only slower. */
export function ringDoorbell(databasePath: string): void {
  const path = doorbellPath(databasePath)
  // Without a worker there is none, and an error would cost a producer more than the look.
  if (!existsSync(path)) return
  const now = Date.now() / 1000
  try {
    utimesSync(path, now, now)
  } catch {
    // It was taken down this moment, or this producer may not touch it: the poll finds the work.
  }
}

/** @returns what stops the watching; undefined where the file system cannot be watched */
export function watchDoorbell(databasePath: string, onRing: () => void): (() => void) | undefined {
  const path = doorbellPath(databasePath)
  try {
    makePrivateDirectory(dirname(path))
    makePrivateFile(path)
    const watcher: FSWatcher = watch(path, {persistent: false}, onRing)
    watcher.on('error', () => watcher.close())
    return () => watcher.close()
  } catch {
    // Watches may be used up, or the directory not writable: the poll goes on finding work.
    return undefined
  }
}
