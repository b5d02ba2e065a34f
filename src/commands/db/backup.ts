import {resolve} from 'node:path'
import * as Args from '@oclif/core/args'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {formatBytes} from '../../lib/cli/bytes.js'
import {countOf} from '../../lib/cli/count.js'
import {toggle} from '../../lib/cli/flag-types.js'

export default class DbBackup extends BaseCommand {
  static override summary = 'Write a consistent copy of the database while workers and producers go on.'
  static override description =
    'The copy is verified and complete when it appears under its name; only its owner can read it. It holds every ' +
    'document: protect and delete it like the original.'
  static override examples = [
    'ats db backup /var/backups/ats/jobs.db',
    'ats db backup "jobs-$(date +%F).db" --force',
  ]
  static override needsNoReader = true
  static override args = {
    dest: Args.string({description: 'The file to write.', required: true, ignoreStdin: true}),
  }
  static override flags = {
    force: toggle({summary: 'Replace a file that is there.'}),
  }

  async run() {
    const {args, flags} = await this.read(DbBackup)
    const queue = await this.openQueue(flags.db, {create: false})
    const report = await queue.backup(resolve(this.session.cwd(), args.dest), {force: flags.force})
    const {path, bytes, jobs, documents} = report
    if (!this.json)
      await this.note(`${formatBytes(bytes)}: ${countOf(jobs, 'job')}, ${countOf(documents, 'document')}`)
    await this.show({path, bytes, jobs, documents}, () => `${path}\n`)
  }
}
