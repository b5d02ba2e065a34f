import {BaseCommand} from '../../lib/cli/base-command.js'
import {renderWorkerTable} from '../../lib/cli/worker-text.js'
import {workerToJson} from '../../lib/model/worker.js'

export default class WorkerList extends BaseCommand {
  static override summary = 'Show which workers are alive, what they work on and since when.'
  static override examples = ['ats worker list', "ats worker list --json | jq '.[].running'"]

  async run() {
    const {flags} = await this.read(WorkerList)
    const queue = await this.openQueue(flags.db, {create: false})
    const workers = await queue.workers()
    if (workers.length === 0 && this.session.stderr.isTerminal) await this.note('No workers')
    await this.show(workers.map(workerToJson), () => renderWorkerTable(workers, this.look(flags)))
  }
}
