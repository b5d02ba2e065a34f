import * as Args from '@oclif/core/args'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {cleanJson, cleanText} from '../../lib/cli/clean.js'
import {renderDocumentFacts} from '../../lib/cli/document-text.js'
import {choice, path, toggle} from '../../lib/cli/flag-types.js'
import {outputFile} from '../../lib/cli/output-file.js'
import {resumeOf} from '../../lib/documents/export/resume-of.js'
import type {OriginalFile} from '../../lib/documents/original-file.js'
import type {Document} from '../../lib/model/document.js'
import {AtsError} from '../../lib/model/errors.js'
import {type Sibling, siblingToJson} from '../../lib/model/person/person.js'
import {plainText} from '../../lib/model/plain-text.js'

const FORMATS = ['md', 'text', 'json', 'jsonresume'] as const

export default class DocumentsGet extends BaseCommand {
  static override summary = 'Print the text of a document, its profile, or the file that it was read from.'
  static override description =
    'The document is named by its id or a unique beginning or end of it, by the SHA-256 of its content, or by a path ' +
    'that it came from. Stdout is the text alone; at a terminal stderr tells where it came from and which other ' +
    "documents are the same person's. The text is kept as light Markdown, which --format text takes off again. " +
    'With --original it is the file itself, if that is still what it was when it was read.'
  static override examples = [
    'ats documents get 3f9a2b1c',
    'ats documents get ./cv_uploads/anna.pdf --format text | less',
    'ats documents get 3f9a2b1c --format jsonresume --output anna.json',
    'ats documents get 3f9a2b1c --original --output anna.pdf',
  ]
  static override wordAdvice = 'One document at a time; several go out with: ats documents export'
  static override flags = {
    format: choice(
      FORMATS,
      'FORMAT',
    )({
      summary:
        'What to print: md, the text with its headings marked; text, without marks; json, all that is known; ' +
        'jsonresume, the profile. Default md.',
    }),
    original: toggle({summary: 'Print the file that the document was read from; no --format goes with it.'}),
    output: path({char: 'o', summary: 'Write to this file instead of stdout; - is stdout.'}),
    force: toggle({summary: 'Replace a file that is there.'}),
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
    const {original, format = 'md'} = flags
    if (original && flags.format !== undefined) throw twoForms(flags.format)
    const target = outputFile(flags.output, this.session.cwd())
    const queue = await this.openQueue(flags.db, {create: false})
    if (original) {
      if (target === undefined) this.#refuseTerminal()
      return this.#giveOriginal(await queue.documents.original(args.document), target, flags.force)
    }
    const document = await queue.documents.get(args.document)
    const {siblings, newest} = tellApart(document, await queue.documents.editions(document))
    const json =
      format === 'jsonresume'
        ? resumeOf(document)
        : {...document.toJSON(), newest, siblings: siblings.map(siblingToJson)}
    const isText = format === 'md' || format === 'text'
    const content = isText ? textOf(document, format === 'text') : `${cleanJson(json)}\n`
    if (target !== undefined) return this.#write(content, target, flags.force)
    const {stdout, stderr, now} = this.session
    if (stdout.isTerminal && stderr.isTerminal && isText && !this.json)
      await stderr.write(`${renderDocumentFacts(document, siblings, now())}\n`)
    await this.show(json, () => (stdout.isTerminal ? cleanText(content) : content))
  }

  async #giveOriginal(file: OriginalFile, target: string | undefined, force: boolean): Promise<void> {
    const {path: source, content} = file
    if (target !== undefined) return this.#write(content, target, force)
    if (!this.json) return this.session.stdout.write(content)
    await this.show({path: source, bytes: content.byteLength}, () => '')
  }

  async #write(content: string | Uint8Array, target: string, force: boolean): Promise<void> {
    const {writeFileAtomically} = await import('../../lib/documents/write-file.js')
    const {bytes} = await writeFileAtomically(target, once(content), {force})
    await this.show({path: target, bytes}, () => `${target}\n`)
  }

  #refuseTerminal(): void {
    if (!this.session.stdout.isTerminal || this.json) return
    throw new AtsError('USAGE', 'The bytes of a file are not for a terminal', {
      suggestions: ['Name a file to write: --original --output FILE', 'Or send them on: --original > FILE'],
    })
  }
}

function twoForms(format: string): AtsError {
  return new AtsError(
    'USAGE',
    '--original and --format exclude each other: the original is the file as it is',
    {
      suggestions: [`Leave one of them out: --original or --format ${format}`],
    },
  )
}

async function* once(content: string | Uint8Array): AsyncGenerator<string | Uint8Array, void> {
  yield content
}

/** The other documents of the person, and whether this one is the newest edition. */
function tellApart({documentId}: Document, editions: readonly Sibling[]) {
  return {
    siblings: editions.filter((edition) => edition.documentId !== documentId),
    newest: editions[0]?.documentId === documentId,
  }
}

/** Nothing is escaped; there is always one line end at its end. */
function textOf({text, fileType}: Document, plain: boolean): string {
  const wanted = plain ? plainText(text, fileType) : text
  return wanted.endsWith('\n') ? wanted : `${wanted}\n`
}
