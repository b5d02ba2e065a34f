import {setTimeout as sleep} from 'node:timers/promises'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {cleanJson} from '../../lib/cli/clean.js'
import {seconds, toggle} from '../../lib/cli/flag-types.js'
import type {Look} from '../../lib/cli/job-text.js'
import {renderStats, renderStatsLine} from '../../lib/cli/stats-text.js'
import {type QueueStats, statsToJson} from '../../lib/model/stats.js'

const CLEAR_SCREEN = '\u001b[H\u001b[2J'

export default class QueueStatsCommand extends BaseCommand {
  static override summary = 'Count jobs by state.'
  static override description =
    'Scheduled jobs wait for their time, and are counted as pending too. The oldest pending job is the oldest that may ' +
    'run. With --watch it goes on until ^C: at a terminal the counts are drawn anew, in a pipe there is a line for each change.'
  static override examples = [
    'ats queue stats',
    'ats queue stats --watch',
    'ats queue stats --json | jq .pending',
  ]
  static override flags = {
    watch: toggle({summary: 'Go on counting.'}),
    interval: seconds({summary: 'Time between two counts with --watch.', default: 1_000, defaultText: '1'}),
  }

  async run() {
    const {flags} = await this.read(QueueStatsCommand)
    const queue = await this.openQueue(flags.db, {create: false})
    const look = this.look(flags)
    if (flags.watch) await this.#watch(() => queue.getStats(), flags.interval, look)
    const stats = await queue.getStats()
    await this.show(statsToJson(stats), () => renderStats(stats, look))
  }

  async #watch(read: () => Promise<QueueStats>, intervalMs: number, look: Look): Promise<never> {
    let last = ''
    for (;;) {
      const stats = await read()
      const counts = cleanJson({...statsToJson(stats), oldest_pending_seconds: null})
      if (counts !== last) await this.session.stdout.write(this.#frame(stats, look))
      last = this.session.stdout.isTerminal ? '' : counts
      await sleep(intervalMs)
    }
  }

  #frame(stats: QueueStats, look: Look): string {
    if (this.json) return `${cleanJson(statsToJson(stats))}\n`
    if (!this.session.stdout.isTerminal) return renderStatsLine(stats, this.session.now())
    return `${CLEAR_SCREEN}${renderStats(stats, look)}`
  }
}
