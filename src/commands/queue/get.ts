import * as Args from '@oclif/core/args'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {renderJob} from '../../lib/cli/job-text.js'
import {attemptToJson} from '../../lib/model/attempt.js'
import {jobFileToJson} from '../../lib/model/job-file.js'

export default class QueueGet extends BaseCommand {
  static override summary = 'Show a job with its attempts and what became of its files.'
  static override description = 'A unique beginning or end of the id, of at least 4 characters, will do.'
  static override examples = [
    'ats queue get 3f9a2b1c',
    'ats queue get "$id" --json | jq .result.documents_loaded',
  ]
  static override args = {
    id: Args.string({
      description: 'The id of the job, or its beginning or end.',
      required: true,
      ignoreStdin: true,
    }),
  }

  async run() {
    const {args, flags} = await this.read(QueueGet)
    const queue = await this.openQueue(flags.db, {create: false})
    const job = await queue.findJob(args.id)
    const attempts = await queue.getAttempts(job.jobId)
    const files = await queue.getFiles(job.jobId)
    const json = {...job.toJSON(), attempts: attempts.map(attemptToJson), files: files.map(jobFileToJson)}
    await this.show(json, () => renderJob(job, attempts, files, this.look(flags)))
  }
}
