import {BaseCommand} from '../../lib/cli/base-command.js'

export default class QueuePause extends BaseCommand {
  static override summary = 'Let workers take no more jobs; what runs goes on.'
  static override examples = ['ats queue pause']
  static override needsNoReader = true

  async run() {
    const {flags} = await this.read(QueuePause)
    const queue = await this.openQueue(flags.db, {create: false})
    await queue.pause()
    await this.note('The queue is paused; go on with: ats queue resume')
    await this.show({paused: true}, () => '')
  }
}
