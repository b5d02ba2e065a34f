import {ingest, isDirectory} from '../ingest/ingest.js'
import {ocrCacheOf} from '../ingest/ocr-cache.js'
import type {WalkTally} from '../ingest/walk.js'
import {AtsError, toFileError} from '../model/errors.js'
import type {PageProgress} from '../model/extraction.js'
import type {Claim, Settlement, Store, TurnedAway} from '../store/store.js'
import type {WorkerSettings} from './worker-defaults.js'
import type {JobHandler} from './worker-options.js'

export interface WorkListeners {
  onFile: (filePath: string) => void
  onPage: (filePath: string, progress: PageProgress) => void
  onWalked: (tally: WalkTally) => void
  onTurnedAway: (file: TurnedAway) => void
  onFound: () => void
}

/** What a worker does with a claim. */
export interface Work {
  /** Does it, and says how it ended; throws LEASE_LOST and database errors only. */
  perform(
    claim: Claim,
    signal: AbortSignal,
    listeners: WorkListeners,
    options?: {reuse: boolean},
  ): Promise<Settlement>
  /** Whether another worker's claim, on this path, may still turn into work for everybody. */
  mayBecomeWork(path: string): Promise<boolean>
  end(): Promise<void>
}

/** Ingestion, or the program's own handler in its place. @throws AtsError CONFIGURATION (languages) */
export async function createWork(settings: WorkerSettings, store: Store): Promise<Work> {
  return settings.handler ? handling(settings.handler, settings) : ingesting(settings, store)
}

async function ingesting(settings: WorkerSettings, store: Store): Promise<Work> {
  const {ExtractorPool} = await import('../extract/pool/extractor-pool.js')
  const {queue, ocr, languages, limits, concurrency, clock} = settings
  if (ocr) await requireOcr(languages)
  const pool = new ExtractorPool({size: concurrency, limits})
  const {documents, blockList} = store
  const ocrCache = (path: string) => ocrCacheOf(store.ocrPages, path, clock)
  const reader = {pool, documents, blockList, ocrCache, languages, limits}
  return {
    perform: (claim, signal, listeners, {reuse} = {reuse: true}) =>
      ingest({reader, ocr, database: store.location}, claim, {
        signal,
        reuse,
        judge: (error) => queue.failure(claim, error),
        listeners: {
          ...listeners,
          onFile: (file) => listeners.onFile(file.path),
          onPage: (file, progress) => listeners.onPage(file.path, progress),
        },
      }),
    mayBecomeWork: (path) => isDirectory(path, store.location),
    end: () => pool.close(),
  }
}

async function requireOcr(languages: readonly string[]): Promise<void> {
  const {requireLanguages} = await import('../extract/ocr/ocr-tools.js')
  await requireLanguages(languages)
}

function handling(handler: JobHandler, {queue}: WorkerSettings): Work {
  return {
    async perform(claim, signal) {
      try {
        const result = await handler(claim.job, {signal, attempt: claim.attempt})
        return {kind: 'completed', result: result ?? null}
      } catch (thrown) {
        if (signal.aborted) return {kind: 'released'}
        const error = thrown instanceof AtsError ? thrown : handlerError(thrown, claim)
        return queue.failure(claim, error)
      }
    },
    mayBecomeWork: async () => false,
    end: async () => undefined,
  }
}

/** A file system error keeps its meaning; anything else is the handler's own failure. */
function handlerError(thrown: unknown, claim: Claim): AtsError {
  return toFileError(thrown, claim.job.filePath)
}
