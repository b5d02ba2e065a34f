import {BaseCommand} from '../../lib/cli/base-command.js'
import {limitFlag, statusFlag} from '../../lib/cli/flags.js'
import {renderJobTable} from '../../lib/cli/job-text.js'

export default class QueueList extends BaseCommand {
  static override summary = 'List jobs, the newest first.'
  static override description = 'At a terminal ids are short and long paths are cut; in a pipe nothing is.'
  static override examples = [
    'ats queue list',
    'ats queue list --status failed --limit 20',
    "ats queue list --status failed --json | jq -r '.[].job_id'",
  ]
  static override flags = {
    status: statusFlag({summary: 'Only jobs in this state.'}),
    limit: limitFlag({summary: 'The most jobs to list.', default: 100}),
  }

  async run() {
    const {flags} = await this.read(QueueList)
    const queue = await this.openQueue(flags.db, {create: false})
    const {status, limit} = flags
    const found = await queue.getAllJobs({limit: limit + 1, ...(status === undefined ? {} : {status})})
    const jobs = await this.firstOf(found, limit)
    if (jobs.length === 0 && this.session.stderr.isTerminal) await this.note('No jobs')
    await this.show(jobs, () => (jobs.length === 0 ? '' : renderJobTable(jobs, this.look(flags))))
  }
}
