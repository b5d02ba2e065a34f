import * as Args from '@oclif/core/args'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {cleanJson, cleanText} from '../../lib/cli/clean.js'
import {renderDocumentFacts} from '../../lib/cli/document-text.js'
import {choice} from '../../lib/cli/flag-types.js'
import type {Document} from '../../lib/model/document.js'
import {type Sibling, siblingToJson} from '../../lib/model/person/person.js'
import {plainText} from '../../lib/model/plain-text.js'

const FORMATS = ['md', 'text', 'json'] as const
type Format = (typeof FORMATS)[number]

export default class DocumentsGet extends BaseCommand {
  static override summary = 'Print the text of a document.'
  static override description =
    'The document is named by its id or a unique beginning or end of it, by the SHA-256 of its content, or by a path ' +
    'that it came from. Stdout is the text alone; at a terminal stderr tells where it came from and which other ' +
    "documents are the same person's. The text is kept as light Markdown, which --format text takes off again."
  static override examples = [
    'ats documents get 3f9a2b1c',
    'ats documents get ./cv_uploads/anna.pdf --format text | less',
  ]
  static override flags = {
    format: choice(
      FORMATS,
      'FORMAT',
    )({
      summary:
        'What to print: the text with its headings marked, without marks, or all that is known as JSON.',
      default: 'md',
    }),
  }
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
    const editions = await queue.documents.editions(document)
    const {siblings, newest} = tellApart(document, editions)
    const {stdout, stderr, now} = this.session
    const json = {...document.toJSON(), newest, siblings: siblings.map(siblingToJson)}
    const asJson = this.json || flags.format === 'json'
    const facing = stdout.isTerminal && stderr.isTerminal && !asJson
    if (facing) await stderr.write(`${renderDocumentFacts(document, siblings, now())}\n`)
    await this.show(json, () =>
      asJson ? `${cleanJson(json)}\n` : textOf(document, flags.format, stdout.isTerminal),
    )
  }
}

/** The other documents of the person, and whether this one is the newest edition. */
function tellApart({documentId}: Document, editions: readonly Sibling[]) {
  return {
    siblings: editions.filter((edition) => edition.documentId !== documentId),
    newest: editions[0]?.documentId === documentId,
  }
}

/** In a pipe nothing is escaped; there is always one line end at its end. */
function textOf({text, fileType}: Document, format: Format, isTerminal: boolean): string {
  const wanted = format === 'text' ? plainText(text, fileType) : text
  const shown = isTerminal ? cleanText(wanted) : wanted
  return shown.endsWith('\n') ? shown : `${shown}\n`
}
