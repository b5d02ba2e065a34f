import {BaseCommand, type FlagsOf} from '../../lib/cli/base-command.js'
import {DOCUMENT_FILTER_FLAGS, documentFilter} from '../../lib/cli/document-filter.js'
import {renderDocumentTable, renderPersonTable} from '../../lib/cli/document-text.js'
import {choice} from '../../lib/cli/flag-types.js'
import {limitFlag} from '../../lib/cli/flags.js'
import {personToJson} from '../../lib/model/person/person.js'
import type {IngestionQueue} from '../../lib/queue/ingestion-queue.js'

export default class DocumentsList extends BaseCommand {
  static override summary = 'List the documents that were taken in, the newest first.'
  static override description =
    'With --group person each person is listed once, with the newest edition of the CV and the number of its siblings: ' +
    'other editions, other formats, scans; with a filter, those who have a document that meets it. By what documents ' +
    'say ats documents search finds them.'
  static override examples = [
    'ats documents list',
    'ats documents list --lang de --type pdf --after 2026-01',
    "ats documents list --json | jq -r '.[].file_name'",
    'ats documents list --group person --lang de',
  ]
  static override wordAdvice = 'To find documents by what they say: ats documents search QUERY'
  static override flags = {
    limit: limitFlag({summary: 'The most documents, or persons, to list.', default: 100}),
    group: choice(['person'], 'person')({summary: 'List each person once.'}),
    ...DOCUMENT_FILTER_FLAGS,
  }

  async run() {
    const {flags} = await this.read(DocumentsList)
    const filter = documentFilter(flags, this.session.cwd())
    const isFiltered = Object.keys(filter).length > 0
    const queue = await this.openQueue(flags.db, {create: false})
    if (isFiltered) await this.tellOfIndexing(queue)
    await (flags.group === 'person' ? this.#listPersons(queue, flags) : this.#listDocuments(queue, flags))
  }

  async #listDocuments(queue: IngestionQueue, flags: FlagsOf<typeof DocumentsList>): Promise<void> {
    const filter = documentFilter(flags, this.session.cwd())
    const found = await queue.documents.list({...filter, limit: flags.limit + 1})
    const documents = await this.firstOf(found, flags.limit)
    if (documents.length === 0) await this.#noteNone(filter)
    await this.show(documents, () => renderDocumentTable(documents, this.look(flags)))
  }

  async #listPersons(queue: IngestionQueue, flags: FlagsOf<typeof DocumentsList>): Promise<void> {
    const filter = documentFilter(flags, this.session.cwd())
    const found = await queue.documents.persons({...filter, limit: flags.limit + 1})
    const persons = await this.firstOf(found, flags.limit)
    if (persons.length === 0) await this.#noteNone(filter)
    await this.show(persons.map(personToJson), () => renderPersonTable(persons, this.look(flags)))
  }

  async #noteNone(filter: object): Promise<void> {
    if (this.json) return
    await this.note(Object.keys(filter).length > 0 ? 'No documents meet the filter' : 'No documents')
  }
}
