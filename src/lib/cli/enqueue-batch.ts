import {resolve} from 'node:path'
import type {AtsError} from '../model/errors.js'
import type {EnqueueOptions, IngestionQueue} from '../queue/ingestion-queue.js'
import {missingPath} from './path-check.js'

export interface SkippedPath {
  path: string
  /** `blocked`: the content was erased, and is not to come back. */
  reason: 'queued' | 'ingested' | 'tried' | 'blocked'
  job_id?: string
  document_id?: string
  sha256?: string
}

export interface RefusedPath {
  path: string
  error: AtsError
}

/** What became of a batch of paths. */
export interface EnqueuedBatch {
  ids: string[]
  skipped: SkippedPath[]
  refused: RefusedPath[]
}

export interface EnqueueBatchOptions {
  cwd: string
  skipDuplicates: boolean
  job: EnqueueOptions
  /** Called for the first batch that has something to enqueue, so that a wrong path makes no database. */
  openQueue: () => Promise<IngestionQueue>
}

/** Puts the paths that exist in the queue, in one transaction; what is refused or left out is told, not thrown. */
export async function enqueueBatch(
  paths: readonly string[],
  {cwd, skipDuplicates, job, openQueue}: EnqueueBatchOptions,
): Promise<EnqueuedBatch> {
  const {present, refused} = await checkPaths(paths, cwd)
  if (present.length === 0) return {ids: [], skipped: [], refused}
  const queue = await openQueue()
  const {allowed, blocked} = await partBlocked(queue, present)
  const {wanted, skipped} = skipDuplicates
    ? await partDuplicates(queue, allowed)
    : {wanted: allowed, skipped: []}
  const ids = wanted.length === 0 ? [] : await queue.enqueueMany(wanted, job)
  return {ids, skipped: [...blocked, ...skipped], refused}
}

async function checkPaths(
  given: readonly string[],
  cwd: string,
): Promise<{present: string[]; refused: RefusedPath[]}> {
  const paths = given.map((path) => (path === '' ? '' : resolve(cwd, path)))
  const errors = await Promise.all(paths.map(missingPath))
  const refused = paths.flatMap((path, i) => (errors[i] ? [{path, error: errors[i]}] : []))
  return {present: paths.filter((_, i) => errors[i] === undefined), refused}
}

async function partBlocked(
  queue: IngestionQueue,
  paths: readonly string[],
): Promise<{allowed: string[]; blocked: SkippedPath[]}> {
  const found = await queue.findBlocked(paths)
  return {
    allowed: paths.filter((path) => !found.has(path)),
    blocked: paths.flatMap((path) => {
      const sha256 = found.get(path)
      return sha256 === undefined ? [] : [{path, reason: 'blocked' as const, sha256}]
    }),
  }
}

async function partDuplicates(
  queue: IngestionQueue,
  paths: readonly string[],
): Promise<{wanted: string[]; skipped: SkippedPath[]}> {
  const wanted = new Set<string>()
  const skipped: SkippedPath[] = []
  for (const path of paths) {
    const duplicate = wanted.has(path)
      ? ({path, reason: 'queued'} as const)
      : await findDuplicate(queue, path)
    if (duplicate) skipped.push(duplicate)
    else wanted.add(path)
  }
  return {wanted: [...wanted], skipped}
}

async function findDuplicate(queue: IngestionQueue, path: string): Promise<SkippedPath | undefined> {
  const found = await queue.findDuplicate(path)
  if (found === undefined) return undefined
  return found.reason === 'ingested'
    ? {path, reason: found.reason, document_id: found.documentId}
    : {path, reason: found.reason, job_id: found.jobId}
}
