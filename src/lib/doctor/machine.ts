import {availableParallelism, tmpdir, totalmem} from 'node:os'
import {resolve} from 'node:path'
import {DEFAULT_LANGUAGES, DEFAULT_LIMITS} from '../model/extraction.js'

/** What the doctor starts from: facts of the machine and the settings of its workers. */
export interface Machine {
  /** The database's file, absolute. */
  database: string
  /** Tesseract's names of the languages that OCR shall read. Default English. */
  languages: readonly string[]
  /** Files read at once. Default the cores. */
  concurrency: number
  /** MiB that reading one file may take. Default 1,024. */
  memoryMbPerFile: number
  /** Of Node.js, without the `v`. */
  nodeVersion: string
  temporaryDirectory: string
  /** Bytes that this process may use. Default the machine's memory, or a container's limit. */
  memoryBytes: number
}

export function describeMachine({database, ...known}: Pick<Machine, 'database'> & Partial<Machine>): Machine {
  return {
    database: resolve(database),
    languages: DEFAULT_LANGUAGES,
    concurrency: availableParallelism(),
    memoryMbPerFile: DEFAULT_LIMITS.memoryMb,
    nodeVersion: process.versions.node,
    temporaryDirectory: tmpdir(),
    // Where a control group sets no limit, that is more than any machine has, or zero.
    memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
    ...known,
  }
}
