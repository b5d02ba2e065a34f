import {BaseCommand} from '../../lib/cli/base-command.js'
import {formatBytes} from '../../lib/cli/bytes.js'
import {EXIT, type ExitCode} from '../../lib/cli/exit-codes.js'
import {toggle} from '../../lib/cli/flag-types.js'
import {type VacuumReport, vacuumToJson} from '../../lib/model/maintenance.js'

export default class DbVacuum extends BaseCommand {
  static override summary = 'Give the space of cleared jobs back to the disk.'
  static override description =
    'Works a little at a time while workers go on. With --full the whole file is written anew, which also packs it: ' +
    'that takes twice its room, and writers wait meanwhile. A file that ats did not make is always written anew. ' +
    'Exit code 75: others kept using the log, so that not all space could be given back.'
  static override examples = ['ats db vacuum', 'ats db vacuum --full']
  static override needsNoReader = true
  static override flags = {
    full: toggle({summary: 'Write the whole file anew.'}),
  }

  async run(): Promise<ExitCode> {
    const {flags} = await this.read(DbVacuum)
    const queue = await this.openQueue(flags.db, {create: false})
    const report = await queue.vacuum({full: flags.full})
    await this.show(vacuumToJson(report), () => `${sizesText(report)}\n`)
    if (report.busy && !this.json)
      await this.note(`${queue.location} is busy: not all space was given back; try again later`)
    return report.busy ? EXIT.tryAgain : EXIT.done
  }
}

function sizesText({bytesBefore, bytesAfter}: VacuumReport): string {
  return `${formatBytes(bytesBefore)} before, ${formatBytes(bytesAfter)} after`
}
