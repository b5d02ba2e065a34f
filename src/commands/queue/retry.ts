import {BaseCommand, type FlagsOf} from '../../lib/cli/base-command.js'
import {errorCode, toggle} from '../../lib/cli/flag-types.js'
import {forEachJob, type IdOutcome, idExitCode} from '../../lib/cli/job-ids.js'
import {isErasedPath} from '../../lib/model/erasure.js'
import {AtsError} from '../../lib/model/errors.js'
import type {IngestionQueue, RetrySelection} from '../../lib/queue/ingestion-queue.js'

const SELECTIONS = ['failed', 'skipped', 'error-code'] as const

export default class QueueRetry extends BaseCommand {
  static override summary = 'Put finished jobs back in the queue, with all their retries.'
  static override description =
    'Completed jobs too: what was skipped or has changed since is read, the rest is reused.'
  static override examples = [
    'ats queue retry 3f9a2b1c',
    'ats queue retry --failed',
    'ats queue retry --error-code TIMEOUT',
  ]
  static override argumentHelp = '[ID...]'
  static override needsNoReader = true
  static override flags = {
    failed: toggle({summary: 'All failed jobs.', exclusive: ['skipped', 'error-code']}),
    skipped: toggle({
      summary: 'Jobs that skipped files, scans without OCR for one.',
      exclusive: ['failed', 'error-code'],
    }),
    'error-code': errorCode({
      summary: 'Failed jobs with this error code.',
      exclusive: ['failed', 'skipped'],
    }),
  }

  async run() {
    const {flags, words} = await this.readList(QueueRetry)
    checkSelection(flags, words)
    const queue = await this.openQueue(flags.db, {create: false})
    const outcome = await retry(queue, flags, words)
    const exitCode = idExitCode(outcome)
    if (outcome.done.length === 0) await this.note('No job was put back')
    await this.showOutcome(outcome, queue)
    return exitCode
  }
}

type RetryFlags = FlagsOf<typeof QueueRetry>

function checkSelection(flags: RetryFlags, words: readonly string[]): void {
  const selected = SELECTIONS.filter((name) => flags[name])
  if (selected.length > 0 === words.length > 0) {
    const message =
      words.length > 0 ? `Ids and --${selected[0]} exclude each other` : 'Nothing says which jobs to retry'
    throw new AtsError('USAGE', message, {
      suggestions: ['Give ids, or --failed, --skipped or --error-code CODE.'],
    })
  }
}

async function retry(queue: IngestionQueue, flags: RetryFlags, words: readonly string[]): Promise<IdOutcome> {
  if (words.length > 0) return forEachJob(queue, words, (jobId) => retryOne(queue, jobId))
  return {done: await queue.retry(selection(flags)), refused: []}
}

function selection(flags: RetryFlags): RetrySelection {
  if (flags.failed) return {failed: true}
  return flags['error-code'] === undefined ? {skipped: true} : {errorCode: flags['error-code']}
}

async function retryOne(queue: IngestionQueue, jobId: string): Promise<void> {
  if ((await queue.retry({ids: [jobId]})).length > 0) return
  const job = await queue.getJob(jobId)
  if (job && isErasedPath(job.filePath))
    throw new AtsError('INVALID_STATE', `The path of job ${jobId} was erased; enqueue the file anew`)
  throw new AtsError('INVALID_STATE', `Job ${jobId} has not ended; only a finished job can be retried`)
}
