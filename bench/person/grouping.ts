import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Extraction} from '#lib/model/extraction.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'

export interface Labelled {
  person: string
  name: string
  extraction: Extraction
}

export interface Grouped extends Labelled {
  personId: string
}

/** Stores documents in a new database, in this order, and tells which person each was given to and what
 * time of the processor it took. */
export async function group(
  documents: readonly Labelled[],
): Promise<{grouped: Grouped[]; milliseconds: number}> {
  const folder = mkdtempSync(join(tmpdir(), 'ats-bench-'))
  const queue = new IngestionQueue(join(folder, 'jobs.db'))
  try {
    const store = await queue.store()
    await queue.enqueueMany(documents.map(({name}) => `/${name}`))
    const start = process.cpuUsage()
    for (const {name, extraction} of documents) {
      const [claim] = await store.claims.claim({workerId: 'bench', limit: 1, now: new Date()})
      await claim?.settle(
        {kind: 'loaded', path: `/${name}`, extraction, ocrLanguages: 'eng', durationMs: 0},
        new Date(),
      )
    }
    const {user, system} = process.cpuUsage(start)
    const milliseconds = (user + system) / 1000
    const stored = new Map(
      (await queue.documents.list({limit: 1_000_000})).map((one) => [one.sha256, one.personId]),
    )
    const grouped = documents.map((one) => ({...one, personId: stored.get(one.extraction.sha256) ?? ''}))
    return {grouped, milliseconds}
  } finally {
    await queue.close()
    rmSync(folder, {recursive: true})
  }
}

export interface PairScore {
  together: number
  rightly: number
  same: number
  wrong: [Grouped, Grouped][]
  missed: [Grouped, Grouped][]
}

/** Each two documents are a pair: put together or not, of the same person or not. */
export function scorePairs(grouped: readonly Grouped[]): PairScore {
  const pairs = grouped.flatMap((one, at) =>
    grouped.slice(at + 1).map((other): [Grouped, Grouped] => [one, other]),
  )
  const isSame = ([one, other]: [Grouped, Grouped]) => one.person === other.person
  const isTogether = ([one, other]: [Grouped, Grouped]) => one.personId === other.personId
  const together = pairs.filter(isTogether)
  const wrong = together.filter((pair) => !isSame(pair))
  const same = pairs.filter(isSame)
  return {
    together: together.length,
    rightly: together.length - wrong.length,
    same: same.length,
    wrong,
    missed: same.filter((pair) => !isTogether(pair)),
  }
}
