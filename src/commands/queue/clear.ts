import {BaseCommand} from '../../lib/cli/base-command.js'
import {confirm} from '../../lib/cli/confirm.js'
import {duration, toggle} from '../../lib/cli/flag-types.js'
import {statusFlag} from '../../lib/cli/flags.js'

export default class QueueClear extends BaseCommand {
  static override summary = 'Remove jobs and their history; documents stay.'
  static override description =
    'Without --status all jobs are meant, but those that a worker is running stay unless --force is given.'
  static override examples = [
    'ats queue clear --status completed --older-than 30d --yes',
    'ats queue clear --status failed --dry-run',
  ]
  static override needsNoReader = true
  static override flags = {
    status: statusFlag({summary: 'Only jobs in this state.'}),
    'older-than': duration({summary: 'Only jobs last changed longer ago than this: 12h, 30d.'}),
    yes: toggle({summary: 'Do not ask.'}),
    force: toggle({summary: 'Also jobs that a worker is running.'}),
    'dry-run': toggle({summary: 'Only say how many jobs it would be.'}),
  }

  async run() {
    const {flags} = await this.read(QueueClear)
    const queue = await this.openQueue(flags.db, {create: false})
    const filter = {
      force: flags.force,
      ...(flags.status === undefined ? {} : {status: flags.status}),
      ...(flags['older-than'] === undefined ? {} : {olderThanMs: flags['older-than']}),
    }
    if (!flags['dry-run'] && !flags.yes) {
      const count = await queue.clear({...filter, dryRun: true})
      await confirm(`Clear ${count} ${count === 1 ? 'job' : 'jobs'} from ${queue.location}`, this.session)
    }
    const cleared = await queue.clear({...filter, dryRun: flags['dry-run']})
    if (flags['dry-run']) await this.note('Nothing was cleared: this was a dry run')
    await this.show(flags['dry-run'] ? {cleared: 0, would_clear: cleared} : {cleared}, () => `${cleared}\n`)
  }
}
