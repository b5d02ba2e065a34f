import {dirname, resolve} from 'node:path'
import {holdsOnlyCounts} from '../../model/erasure.js'
import type {Connection} from './connection.js'
import * as erasures from './erasure-queries.js'

/** Gives a connection the functions that the statements on erased rows call. */
export function defineErasureFunctions({database, path}: Connection): void {
  const directory = dirname(path)
  database.function('ats_absolute', {deterministic: true}, (file) => resolve(directory, String(file)))
  database.function('ats_counts_only', {deterministic: true}, (json) =>
    typeof json === 'string' && holdsOnlyCounts(JSON.parse(json)) ? json : null,
  )
}

/** Leaves of files what the counts of their jobs need. Only within a transaction. */
export function eraseFileRows(connection: Connection, fileIds: readonly number[]): void {
  const ids = JSON.stringify(fileIds)
  connection.run(erasures.eraseFiles, {ids})
  connection.run(erasures.eraseMessagesOfFiles, {ids})
}

/** Leaves of jobs when they ran and how they ended. Only within a transaction. */
export function eraseJobRows(connection: Connection, jobSeqs: readonly number[]): void {
  const seqs = JSON.stringify(jobSeqs)
  connection.run(erasures.eraseJobs, {seqs})
  connection.run(erasures.eraseMessagesOfJobs, {seqs})
}
