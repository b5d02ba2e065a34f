import {resolve} from 'node:path'
import {BaseCommand} from '../lib/cli/base-command.js'
import {renderFindings} from '../lib/cli/doctor-text.js'
import {EXIT, type ExitCode} from '../lib/cli/exit-codes.js'
import {text, wholeNumber} from '../lib/cli/flag-types.js'
import {DEFAULT_LANGUAGES, DEFAULT_LIMITS} from '../lib/model/extraction.js'

export default class Doctor extends BaseCommand {
  static override summary = 'Say what is wrong with this machine, and what to do about it.'
  static override description =
    'Looks at Node.js, SQLite, OCR languages, memory, disk, permissions, the database and its workers, with the same ' +
    'settings as ats worker run. Exit code 0: ats can work; 78: something must be done first.'
  static override examples = [
    'ats doctor',
    `ats doctor --json | jq -r '.checks[] | select(.status != "ok") | .message'`,
  ]
  static override flags = {
    concurrency: wholeNumber({min: 1, max: 1_000})({
      summary: 'Files that workers read at once; the cores if not given.',
    }),
    languages: text({
      summary: "Languages that OCR expects, joined by +; auto finds out each file's.",
      default: DEFAULT_LANGUAGES.join('+'),
      helpValue: 'eng+fra',
    }),
    'max-memory': wholeNumber({min: 128, max: 1_048_576})({
      summary: 'The most memory that reading a file may take, in MiB.',
      default: DEFAULT_LIMITS.memoryMb,
      helpValue: 'MIB',
    }),
  }

  async run(): Promise<ExitCode> {
    const {flags} = await this.read(Doctor)
    const database = await this.#locate(flags.db)
    const {examineMachine} = await import('../lib/doctor/examine-machine.js')
    const findings = await examineMachine({
      database,
      languages: flags.languages.split(/[+,]/).map((language) => language.trim()),
      memoryMbPerFile: flags['max-memory'],
      ...(flags.concurrency === undefined ? {} : {concurrency: flags.concurrency}),
    })
    const healthy = findings.every(({verdict}) => verdict !== 'fail')
    const checks = findings.map(({check, verdict, message, advice}) => ({
      check,
      status: verdict,
      message,
      advice,
    }))
    const json = {ok: healthy, database, checks}
    await this.show(json, () => renderFindings(findings, this.look(flags)))
    return healthy ? EXIT.done : EXIT.configuration
  }

  /** A path; what a URL leads to, if anything, the queue knows. */
  async #locate(db: string): Promise<string> {
    if (db.includes('://')) return (await this.openQueue(db, {create: false})).location
    return resolve(this.session.cwd(), db)
  }
}
