import {BaseCommand} from '../../lib/cli/base-command.js'

export default class QueueResume extends BaseCommand {
  static override summary = 'Let workers take jobs again.'
  static override examples = ['ats queue resume']
  static override needsNoReader = true

  async run() {
    const {flags} = await this.read(QueueResume)
    const queue = await this.openQueue(flags.db, {create: false})
    await queue.resume()
    await this.note('The queue is running')
    await this.show({paused: false}, () => '')
  }
}
