import {awaitJobs, waitExitCode} from '../../lib/cli/await-jobs.js'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {duration} from '../../lib/cli/flag-types.js'
import {findJobs, needIds} from '../../lib/cli/job-ids.js'
import {renderJobTable} from '../../lib/cli/job-text.js'

export default class QueueWait extends BaseCommand {
  static override summary = 'Wait until jobs have ended.'
  static override description =
    'Exits 0 when all were completed, 1 when one failed, 75 when the time is over.'
  static override examples = [
    'ats queue wait 3f9a2b1c',
    'ats queue wait "$id" --timeout 10m && echo taken in',
  ]
  static override argumentHelp = 'ID...'
  static override flags = {
    timeout: duration({summary: 'Wait no longer than this: 30s, 10m.'}),
  }

  async run() {
    const {flags, words} = await this.readList(QueueWait)
    needIds(words, 'ats queue wait 3f9a2b1c')
    const queue = await this.openQueue(flags.db, {create: false})
    const ids = (await findJobs(queue, words)).map(({jobId}) => jobId)
    const jobs = await awaitJobs(queue, ids, {session: this.session, timeoutMs: flags.timeout})
    await this.show({jobs}, () => renderJobTable(jobs, this.look(flags)))
    return waitExitCode(jobs)
  }
}
