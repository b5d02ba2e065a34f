import type {Dump} from './dump.ts'
import type {QueueModel} from './queue-model.ts'

/** The model and the database drawn in the same lines of text, so that what differs can be read. */

export function portraitOfModel(model: QueueModel): string[] {
  const jobs = model.jobs.flatMap((job) => [
    line(`job ${job.id}`, {
      status: model.statusOf(job),
      priority: job.priority,
      retries: `${job.retries}/${job.maxRetries}`,
      crashes: job.crashes,
      attempts: job.attempts,
      available: instant(model.availabilityOf(job)),
      walked: Number(job.walked),
      open: model.openFiles(job).length,
      generation: job.generation,
      code: job.code,
      result: JSON.stringify(job.end?.result ?? null),
    }),
    ...job.files.map((file) =>
      line(`file ${job.id} ${file.path}`, {
        state: file.outcome ?? (model.holderOf({job, file}) ? 'processing' : 'pending'),
        retries: file.retries,
        crashes: file.crashes,
        attempts: file.attempts,
        available: instant(file.availableAt),
        generation: file.generation,
        code: file.code,
        document: file.reading?.sha256.slice(0, 4),
        reused: Number(file.reading?.reused ?? false),
        pages: file.reading?.pages ?? 0,
      }),
    ),
  ])
  const attempts = model.attempts.map(({job, file, number, workerId, outcome, code, token}) =>
    line(`attempt ${job.id} ${file?.path} ${number}`, {worker: workerId, outcome, code, token}),
  )
  const documents = [...model.documents.values()].map(
    ({sha256, text, paths, pages, ocrPages, skippedPages}) =>
      line(`document ${sha256}`, {text, pages, ocrPages, skippedPages, paths: [...paths].sort().join()}),
  )
  const workers = [...model.workers.values()].map(({workerId, beat}) => line(`worker ${workerId}`, {beat}))
  return [...jobs, ...attempts, ...documents, ...workers, ...(model.paused ? ['paused'] : [])].sort()
}

export function portraitOfDatabase(dump: Dump): string[] {
  const idOf = new Map(dump.jobs.map(({seq, job_id}) => [seq, job_id]))
  const pathOf = new Map(dump.files.map(({file_id, path}) => [file_id, path]))
  const hashOf = new Map(dump.documents.map(({doc_seq, sha256}) => [doc_seq, sha256]))
  const jobs = dump.jobs.map((job) =>
    line(`job ${job.job_id}`, {
      status: job.status,
      priority: job.priority,
      retries: `${job.retries}/${job.max_retries}`,
      crashes: job.crashes,
      attempts: job.attempts,
      available: job.status === 'pending' ? job.available_at : null,
      walked: job.walked,
      open: job.files_open,
      generation: job.generation,
      code: job.error_code,
      result: job.result_json ?? 'null',
    }),
  )
  const files = dump.files.map((file) =>
    line(`file ${idOf.get(file.job_seq)} ${file.path}`, {
      state: file.outcome ?? file.state,
      retries: file.retries,
      crashes: file.crashes,
      attempts: file.attempts,
      available: file.available_at,
      generation: file.generation,
      code: file.error_code,
      document: hashOf.get(file.doc_seq ?? 0)?.slice(0, 4),
      reused: file.reused,
      pages: file.pages,
    }),
  )
  const attempts = dump.attempts.map((row) =>
    line(`attempt ${idOf.get(row.job_seq)} ${pathOf.get(row.file_id ?? 0)} ${row.attempt}`, {
      worker: row.worker_id,
      outcome: row.outcome,
      code: row.error_code,
      token: row.token,
    }),
  )
  const documents = dump.documents.map((row) =>
    line(`document ${row.sha256}`, {
      text: row.text,
      pages: row.pages,
      ocrPages: row.ocr_pages,
      skippedPages: row.skipped_pages,
      paths: dump.document_paths
        .filter(({doc_seq}) => doc_seq === row.doc_seq)
        .map(({path}) => path)
        .sort()
        .join(),
    }),
  )
  const workers = dump.workers.map(({worker_id, beat}) => line(`worker ${worker_id}`, {beat}))
  const settings = dump.settings.map(({name}) => name)
  return [...jobs, ...files, ...attempts, ...documents, ...workers, ...settings].sort()
}

/** @returns one line for each that only one of them has */
export function differences(model: readonly string[], database: readonly string[]): string[] {
  return [
    ...model.filter((each) => !database.includes(each)).map((each) => `model:    ${each}`),
    ...database.filter((each) => !model.includes(each)).map((each) => `database: ${each}`),
  ].sort((one, other) => one.slice(10).localeCompare(other.slice(10)))
}

function line(name: string, facts: Record<string, string | number | null | undefined>): string {
  const told = Object.entries(facts).map(([key, value]) => `${key}=${value ?? '-'}`)
  return `${name}: ${told.join(' ')}`
}

function instant(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString().slice(0, -1)
}
