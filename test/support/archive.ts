import type {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {type ExtractionFacts, extractionOf, loadedFrom} from './text-extraction.ts'

/** Takes in a text as if it had been read from a file; from then on it is a document. */
export async function takeIn(
  queue: IngestionQueue,
  path: string,
  text: string,
  facts: ExtractionFacts = {},
  at = new Date(),
): Promise<string> {
  const jobId = await queue.enqueue(path)
  const claim = await (await queue.store()).claims.claimJob(jobId, 'reader', at)
  const {documentId} = await claim.settle(loadedFrom(path, extractionOf(text, facts)), at)
  if (documentId === undefined) throw new Error(`${path} was not stored`)
  return documentId
}
