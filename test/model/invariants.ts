import type {AttemptRow, Dump, FileRow, JobRow} from './dump.ts'

/**
 * What must hold of the tables at every moment, whatever happened before: told from the rows alone, so that an error
 * in the model cannot hide one in the store.
 *
 * @returns what is wrong, each a sentence
 */
export function violations(dump: Dump): string[] {
  return [
    ...wrongCounts(dump),
    ...duplicates(
      'token',
      dump.attempts.map(({token}) => token),
    ),
    ...duplicates(
      'document',
      dump.documents.map(({sha256}) => sha256),
    ),
    ...dump.jobs.flatMap((job) => wrongJob(job, dump)),
    ...dump.files.flatMap((file) => wrongFile(file, dump)),
  ]
}

function wrongCounts({jobs, job_counts}: Dump): string[] {
  return job_counts.flatMap(({status, jobs: counted}) => {
    const real = jobs.filter((job) =>
      status === 'scheduled' ? job.status === 'pending' && job.available_at !== null : job.status === status,
    ).length
    return unless(real === counted, `${counted} jobs are counted as ${status} and ${real} are`)
  })
}

function duplicates(what: string, values: readonly string[]): string[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => `the ${what} ${value} is there twice`)
}

function wrongJob(job: JobRow, {attempts, files}: Dump): string[] {
  const name = `job ${job.seq}`
  const all = attempts.filter((attempt) => attempt.job_seq === job.seq)
  const open = all.filter(isOpen)
  const left = files.filter((file) => file.job_seq === job.seq && file.outcome === null).length
  const final = job.status === 'completed' || job.status === 'failed'
  return [
    ...unless(
      (job.status === 'processing') === open.length > 0,
      `${name} is ${job.status}, ${open.length} hold it`,
    ),
    ...unless(job.files_open === left, `${name} says ${job.files_open} files are open and ${left} are`),
    ...unless(!final || left === 0, `${name} is ${job.status} and has ${left} open files`),
    ...wrongUnit(
      name,
      job,
      job.max_retries,
      final,
      all.filter(({file_id}) => file_id === null),
    ),
  ]
}

function wrongFile(file: FileRow, {attempts, jobs, documents}: Dump): string[] {
  const name = `file ${file.file_id} (${file.path})`
  const own = attempts.filter(({file_id}) => file_id === file.file_id)
  const held = own.some(isOpen)
  const job = jobs.find(({seq}) => seq === file.job_seq)
  const read = documents.some(({doc_seq}) => doc_seq === file.doc_seq)
  return [
    ...unless(job !== undefined, `${name} belongs to no job`),
    ...unless((file.state === 'processing') === held, `${name} is ${file.state}, held: ${held}`),
    ...unless(
      (file.outcome === 'loaded') === read,
      `${name}: outcome ${file.outcome}, document ${file.doc_seq}`,
    ),
    ...wrongUnit(name, file, job?.max_retries ?? 0, file.outcome !== null, own),
  ]
}

interface UnitRow {
  retries: number
  crashes: number
  attempts: number
}

/** What holds of a job and of a file alike. */
function wrongUnit(
  name: string,
  unit: UnitRow,
  maxRetries: number,
  final: boolean,
  own: readonly AttemptRow[],
): string[] {
  const died = own.filter(({outcome}) => outcome === 'crashed' || outcome === 'lost').length
  const numbers = own.map(({attempt}) => attempt)
  return [
    ...unless(unit.retries <= maxRetries, `${name} has used ${unit.retries} of ${maxRetries} retries`),
    ...unless(unit.crashes <= (final ? 3 : 2), `${name} goes on after ${unit.crashes} crashes`),
    ...unless(unit.crashes <= died, `${name} counts ${unit.crashes} crashes, ${died} workers died`),
    ...unless(own.filter(isOpen).length <= 1, `${name} has more than one holder`),
    ...unless(
      numbers.every((number, index) => number === index + 1) && numbers.length === unit.attempts,
      `${name} has ${unit.attempts} attempts, numbered ${numbers.join(', ')}`,
    ),
  ]
}

function isOpen({outcome}: AttemptRow): boolean {
  return outcome === null
}

function unless(holds: boolean, sentence: string): string[] {
  return holds ? [] : [sentence]
}
