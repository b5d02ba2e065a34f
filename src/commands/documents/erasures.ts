import {BaseCommand} from '../../lib/cli/base-command.js'
import {renderErasures} from '../../lib/cli/erasure-text.js'
import {toggle} from '../../lib/cli/flag-types.js'
import {limitFlag} from '../../lib/cli/flags.js'
import {erasureToJson} from '../../lib/model/erasure.js'

export default class DocumentsErasures extends BaseCommand {
  static override summary = 'List what was erased, the newest first: ids, hashes, times and reasons.'
  static override examples = [
    'ats documents erasures',
    "ats documents erasures --json | jq -r '.[] | select(.blocked) | .sha256'",
  ]
  static override flags = {
    limit: limitFlag({summary: 'The most erasures to list.', default: 100}),
    pending: toggle({summary: 'Only those of which something may be left in the files.'}),
  }

  async run() {
    const {flags} = await this.read(DocumentsErasures)
    const queue = await this.openQueue(flags.db, {create: false})
    const found = await queue.documents.erasures({limit: flags.limit + 1, pending: flags.pending})
    const erasures = await this.firstOf(found, flags.limit)
    if (erasures.length === 0 && this.session.stderr.isTerminal) await this.note('No erasures')
    await this.show(erasures.map(erasureToJson), () => renderErasures(erasures, this.look(flags)))
  }
}
