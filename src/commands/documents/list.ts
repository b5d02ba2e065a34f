import {BaseCommand} from '../../lib/cli/base-command.js'
import {renderDocumentTable} from '../../lib/cli/document-text.js'
import {limitFlag} from '../../lib/cli/flags.js'

export default class DocumentsList extends BaseCommand {
  static override summary = 'List the documents that were taken in, the newest first.'
  static override examples = ['ats documents list', "ats documents list --json | jq -r '.[].file_name'"]
  static override flags = {
    limit: limitFlag({summary: 'The most documents to list.', default: 100}),
  }

  async run() {
    const {flags} = await this.read(DocumentsList)
    const queue = await this.openQueue(flags.db, {create: false})
    const found = await queue.documents.list({limit: flags.limit + 1})
    const documents = await this.firstOf(found, flags.limit)
    if (documents.length === 0 && this.session.stderr.isTerminal) await this.note('No documents')
    await this.show(documents, () => renderDocumentTable(documents, this.look(flags)))
  }
}
