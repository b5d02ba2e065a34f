import * as Args from '@oclif/core/args'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {renderExplanation} from '../../lib/cli/explanation-text.js'
import {explanationToJson} from '../../lib/model/explanation.js'

export default class QueueExplain extends BaseCommand {
  static override summary =
    'Say why a job is not running: paused, delayed, behind others, no worker, or who has it.'
  static override description = 'A unique beginning or end of the id, of at least 4 characters, will do.'
  static override examples = [
    'ats queue explain 3f9a2b1c',
    'ats queue explain "$id" --json | jq \'.reasons, .ahead\'',
  ]
  static override args = {
    id: Args.string({
      description: 'The id of the job, or its beginning or end.',
      required: true,
      ignoreStdin: true,
    }),
  }

  async run() {
    const {args, flags} = await this.read(QueueExplain)
    const queue = await this.openQueue(flags.db, {create: false})
    const {jobId} = await queue.findJob(args.id)
    const explanation = await queue.explain(jobId)
    await this.show(explanationToJson(explanation), () => renderExplanation(explanation, this.session.now()))
  }
}
