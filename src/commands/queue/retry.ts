import {BaseCommand, type FlagsOf} from '../../lib/cli/base-command.js'
import {text, toggle} from '../../lib/cli/flag-types.js'
import {findJobs} from '../../lib/cli/job-ids.js'
import {AtsError} from '../../lib/model/errors.js'
import type {IngestionQueue} from '../../lib/queue/ingestion-queue.js'

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
    'error-code': text({
      summary: 'Failed jobs with this error code.',
      helpValue: 'CODE',
      exclusive: ['failed', 'skipped'],
    }),
  }

  async run() {
    const {flags, words} = await this.readList(QueueRetry)
    checkSelection(flags, words)
    const queue = await this.openQueue(flags.db, {create: false})
    const ids = await queue.retry(await selection(flags, words, queue))
    const jobs = await Promise.all(ids.map((id) => queue.getJob(id)))
    if (ids.length === 0) await this.note('No job was put back')
    await this.show({jobs: jobs.filter((job) => job !== undefined)}, () =>
      ids.map((id) => `${id}\n`).join(''),
    )
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

async function selection(flags: RetryFlags, words: readonly string[], queue: IngestionQueue) {
  if (flags.failed) return {failed: true} as const
  if (flags.skipped) return {skipped: true} as const
  if (flags['error-code'] !== undefined) return {errorCode: flags['error-code'].toUpperCase()}
  return {ids: (await findJobs(queue, words)).map(({jobId}) => jobId)}
}
