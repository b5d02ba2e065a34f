import {BaseCommand} from '../lib/cli/base-command.js'
import {clean} from '../lib/cli/clean.js'
import {complete} from '../lib/cli/completion/candidates.js'

/** Asked by the completion scripts: a candidate a line, a tab, what it is. Says nothing where it knows nothing. */
export default class Complete extends BaseCommand {
  static override summary = 'Say what may stand where the cursor is.'
  static override argumentHelp = '-- WORD...'

  async run() {
    const {flags, words} = await this.readList(Complete)
    const openQueue = (db = flags.db) => this.openQueue(db, {create: false}).catch(() => undefined)
    const candidates = await complete(words, {commands: this.session.commands, openQueue}).catch(() => [])
    const lines = candidates.map(({word, about}) => `${clean(word)}\t${clean(about)}\n`)
    await this.session.stdout.write(lines.join(''))
  }
}
