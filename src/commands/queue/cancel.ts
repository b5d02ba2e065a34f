import {BaseCommand} from '../../lib/cli/base-command.js'
import {forEachJob, idExitCode, needIds} from '../../lib/cli/job-ids.js'

export default class QueueCancel extends BaseCommand {
  static override summary = 'Stop jobs: waiting ones never run, running ones are ended.'
  static override description = 'A cancelled job is failed with the error code CANCELLED; it can be retried.'
  static override examples = ['ats queue cancel 3f9a2b1c']
  static override argumentHelp = 'ID...'
  static override needsNoReader = true

  async run() {
    const {flags, words} = await this.readList(QueueCancel)
    needIds(words, 'ats queue cancel 3f9a2b1c')
    const queue = await this.openQueue(flags.db, {create: false})
    const outcome = await forEachJob(queue, words, (jobId) => queue.cancel(jobId))
    const exitCode = idExitCode(outcome)
    await this.showOutcome(outcome, queue)
    return exitCode
  }
}
