import {extname} from 'node:path'
import {BaseCommand} from '../../lib/cli/base-command.js'
import {cleanText} from '../../lib/cli/clean.js'
import {countOf} from '../../lib/cli/count.js'
import {DOCUMENT_FILTER_FLAGS, documentFilter, operatorNotes, queryOf} from '../../lib/cli/document-filter.js'
import {choice, path, toggle} from '../../lib/cli/flag-types.js'
import {outputFile} from '../../lib/cli/output-file.js'
import type {ExportCounts} from '../../lib/documents/export/export-documents.js'
import {EXPORT_FORMATS, type ExportFormat} from '../../lib/documents/export/formats.js'
import {AtsError} from '../../lib/model/errors.js'

export default class DocumentsExport extends BaseCommand {
  static override summary = 'Write documents out: as JSON lines, a table, JSON Resumes or Markdown.'
  static override description =
    'All documents, or those that QUERY and the filters choose, the newest first; QUERY is what ats documents search takes. ' +
    'jsonl: one document a line, complete. csv: one document a line, for spreadsheets, without the text; what a ' +
    "spreadsheet would take for a formula gets a ' in front. jsonresume: one array of JSON Resumes; documents without a " +
    'profile are left out. md: one Markdown text, a heading a document. A file appears under its name when it is ' +
    'complete; only its owner can read it.'
  static override examples = [
    'ats documents export --output people.csv --bom',
    'ats documents export --group person --format csv | head -20',
    "ats documents export --format jsonl | jq -r '.file_name'",
    `ats documents export --format jsonresume --output java.json 'skill:java' --lang de`,
  ]
  static override argumentHelp = '[QUERY...]'
  static override takesQuery = true
  static override endsItself = true
  static override flags = {
    format: choice(
      EXPORT_FORMATS,
      'FORMAT',
    )({
      summary: 'jsonl, csv, jsonresume or md. Without it the name of the file tells, and else it is jsonl.',
    }),
    output: path({char: 'o', summary: 'The file to write instead of stdout; - is stdout.'}),
    force: toggle({summary: 'Replace a file that is there.'}),
    group: choice(
      ['person'],
      'person',
    )({
      summary: 'Each person once: of the documents that were chosen the newest edition of the CV.',
    }),
    bom: toggle({summary: 'Begin a csv with a byte order mark, by which Excel knows UTF-8.'}),
    ...DOCUMENT_FILTER_FLAGS,
  }

  async run() {
    const {flags, words} = await this.readList(DocumentsExport)
    const format = flags.format ?? formatOf(flags.output) ?? 'jsonl'
    const target = outputFile(flags.output, this.session.cwd())
    if (this.json && target === undefined) throw noDocument(format)
    if (flags.bom && format !== 'csv') throw noTable(format)
    const queue = await this.openQueue(flags.db, {create: false})
    await this.tellOfIndexing(queue)
    const query = queryOf(words)
    const pieces = queue.documents.export({
      ...documentFilter(flags, this.session.cwd()),
      ...(query === undefined ? {} : {query}),
      ...(flags.group === 'person' ? {onePerPerson: true} : {}),
      format,
      bom: flags.bom,
    })
    for (const note of operatorNotes(query)) await this.note(note)
    if (target === undefined) await this.#tell(await this.#print(pieces))
    else await this.#write(pieces, {path: target, force: flags.force, format})
  }

  async #print(pieces: AsyncGenerator<string, ExportCounts>): Promise<ExportCounts> {
    const {stdout, interruption} = this.session
    const print = async () => {
      for (;;) {
        const next = await pieces.next()
        if (next.done) return next.value
        await stdout.write(stdout.isTerminal ? cleanText(next.value) : next.value)
      }
    }
    return Promise.race([print(), interruption.rejection()])
  }

  async #write(
    pieces: AsyncGenerator<string, ExportCounts>,
    {path, force, format}: {path: string; force: boolean; format: ExportFormat},
  ): Promise<void> {
    const {writeFileAtomically} = await import('../../lib/documents/write-file.js')
    const {signal} = this.session.interruption
    const {bytes, result} = await writeFileAtomically(path, pieces, {force, signal})
    if (!this.json) await this.#tell(result)
    const {documents, leftOut} = result
    await this.show({path, format, bytes, documents, left_out: leftOut}, () => `${path}\n`)
  }

  async #tell({documents, leftOut}: ExportCounts): Promise<void> {
    const reason = leftOut > 0 ? `; ${countOf(leftOut, 'document')} without a profile left out` : ''
    if (this.session.stderr.isTerminal || leftOut > 0 || documents === 0)
      await this.note(`${countOf(documents, 'document')}${reason}`)
  }
}

const BY_EXTENSION: Record<string, ExportFormat> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.json': 'jsonresume',
  '.md': 'md',
}

/** Names that promise another content than there would be in the file. */
const OTHERS =
  /^\.(?:xlsx?|ods|numbers|tsv|txt|text|docx?|odt|rtf|pdf|html?|xml|ya?ml|zip|db|sqlite3?|parquet)$/

/** @throws AtsError USAGE for a name that promises a format that there is not */
function formatOf(output: string | undefined): ExportFormat | undefined {
  const extension = output === undefined ? '' : extname(output).toLowerCase()
  if (!OTHERS.test(extension)) return BY_EXTENSION[extension]
  throw new AtsError('USAGE', `${extension} is no format that documents are exported in`, {
    suggestions: [
      'A spreadsheet opens .csv; other names are .jsonl, .json (JSON Resumes) and .md.',
      'Or say what shall be in it: --format csv',
    ],
  })
}

function noTable(format: ExportFormat): AtsError {
  return new AtsError('USAGE', `--bom is for csv, and this is ${format}`, {
    suggestions: ['Ask for a table: --format csv --bom'],
  })
}

function noDocument(format: ExportFormat): AtsError {
  return new AtsError('USAGE', `With --json, stdout is one JSON document, and ${format} is none`, {
    suggestions: [
      'Name a file with --output: the document then says what was written.',
      'Or leave --json out.',
    ],
  })
}
