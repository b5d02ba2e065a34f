import {BaseCommand} from '../../lib/cli/base-command.js'
import {renderCheck} from '../../lib/cli/check-text.js'
import {EXIT, type ExitCode} from '../../lib/cli/exit-codes.js'
import {toggle} from '../../lib/cli/flag-types.js'
import {type CheckReport, checkToJson} from '../../lib/model/maintenance.js'

export default class DbCheck extends BaseCommand {
  static override summary = 'Look for damage, wrong counters, and jobs and files that contradict one another.'
  static override description =
    'Exit code 0: all is well, or is again; 1: something is wrong. Workers may go on. Damage cannot be repaired; ' +
    'restore a backup.'
  static override examples = [
    'ats db check',
    'ats db check --repair',
    'ats db check --json | jq -r .problems[].message',
  ]
  static override needsNoReader = true
  static override flags = {
    repair: toggle({summary: 'Put right what can be put right: all but damage and missing tables.'}),
  }

  async run(): Promise<ExitCode> {
    const {flags} = await this.read(DbCheck)
    const queue = await this.openQueue(flags.db, {create: false})
    const report = await queue.check({repair: flags.repair})
    await this.show(checkToJson(report), () => renderCheck(report, this.look(flags)))
    const advice = adviceOn(report, flags.repair)
    if (advice !== undefined && !this.json) await this.note(advice)
    return report.ok ? EXIT.done : EXIT.failed
  }
}

function adviceOn({ok, problems}: CheckReport, repair: boolean): string | undefined {
  if (ok) return undefined
  if (problems.some(({code}) => code === 'DAMAGED'))
    return 'Stop the workers and restore a backup, or save what can be read with: sqlite3 FILE ".recover"'
  return repair
    ? 'What is left cannot be repaired: restore a backup.'
    : 'Put it right with: ats db check --repair'
}
