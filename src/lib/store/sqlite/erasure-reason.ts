import {AtsError} from '../../model/errors.js'
import type {Profile} from '../../model/profile.js'
import type {Connection} from './connection.js'
import * as erasures from './erasure-queries.js'

/** Shorter words are initials, particles and titles. */
const LEAST_OF_NAME = 3

/**
 * The record of an erasure stays, so that its reason must not say what goes. Only within a transaction.
 *
 * @throws AtsError USAGE when it names a person or a file of these documents
 */
export function refuseReason(connection: Connection, docSeqs: readonly number[], reason: string): void {
  const rows = connection.all(erasures.documentsToErase, {seqs: JSON.stringify(docSeqs)})
  for (const {file_name, profile_json} of rows) {
    const profile = profile_json === null ? undefined : (JSON.parse(profile_json) as Partial<Profile>)
    const {name = '', email, phone} = profile?.resume?.basics ?? {}
    refuseNames(reason, [file_name, ...wordsOf(name), ...[email, phone].filter((one) => one !== undefined)])
  }
}

/** @throws AtsError USAGE when the reason has one of the names in it, as words of their own */
export function refuseNames(reason: string, names: readonly string[]): void {
  const told = ` ${wordsOf(reason).join(' ')} `
  const isTold = (name: string) => told.includes(` ${wordsOf(personalPart(name)).join(' ')} `)
  if (!names.some((name) => personalPart(name).length >= LEAST_OF_NAME && isTold(name))) return
  throw new AtsError(
    'USAGE',
    'The reason is kept for good, and names the file or person that is to be erased',
    {suggestions: ["Give the number of the request instead, such as --reason 'DSAR 2026-117'"]},
  )
}

/** A file called `request.pdf` names nobody; `anna nowak.pdf` does. */
function personalPart(name: string): string {
  const [, stem] = /^(.+)\.\w{1,5}$/.exec(name) ?? []
  if (stem === undefined || name.includes('@')) return name
  return wordsOf(stem).filter((word) => /^\p{L}+$/u.test(word)).length > 1 ? stem : ''
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
