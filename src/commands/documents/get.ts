import * as Args from '@oclif/core/args'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {cleanText} from '../../lib/cli/clean.js'
import {renderDocumentFacts} from '../../lib/cli/document-text.js'
import type {Document} from '../../lib/model/document.js'

export default class DocumentsGet extends BaseCommand {
  static override summary = 'Print the text of a document.'
  static override description =
    'The document is named by its id or a unique beginning or end of it, by the SHA-256 of its content, or by a path ' +
    'that it came from. Stdout is the text alone; at a terminal stderr tells where it came from.'
  static override examples = ['ats documents get 3f9a2b1c', 'ats documents get ./cv_uploads/anna.pdf | less']
  static override args = {
    document: Args.string({
      description: 'Id, SHA-256 or path of the document.',
      required: true,
      ignoreStdin: true,
    }),
  }

  async run() {
    const {args, flags} = await this.read(DocumentsGet)
    const queue = await this.openQueue(flags.db, {create: false})
    const document = await queue.documents.get(args.document)
    const {stdout, stderr, now} = this.session
    const facing = stdout.isTerminal && stderr.isTerminal && !this.json
    if (facing) await stderr.write(`${renderDocumentFacts(document, now())}\n`)
    await this.show(document, () => textOf(document, stdout.isTerminal))
  }
}

/** In a pipe exactly what is stored, with one line end at its end. */
function textOf({text}: Document, isTerminal: boolean): string {
  const shown = isTerminal ? cleanText(text) : text
  return shown.endsWith('\n') ? shown : `${shown}\n`
}
