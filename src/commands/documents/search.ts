import {BaseCommand} from '../../lib/cli/base-command.js'
import {DOCUMENT_FILTER_FLAGS, documentFilter, operatorNotes, queryOf} from '../../lib/cli/document-filter.js'
import {limitFlag} from '../../lib/cli/flags.js'
import {renderSearchResults, snippetLength} from '../../lib/cli/search-text.js'
import {AtsError} from '../../lib/model/errors.js'
import type {IngestionQueue} from '../../lib/queue/ingestion-queue.js'

export default class DocumentsSearch extends BaseCommand {
  static override summary = 'Find documents by what they say, the best first.'
  static override description =
    'Words beside each other must all be there. "A phrase" in quotes, the beginning of a word with a star (kube*), ' +
    'AND, OR, NOT or a minus, and parentheses; AND binds closer than OR. A field before a colon looks there only: name:, headline:, ' +
    'skill:, title:, company:, file:, text:; lang:de, type:pdf, after:2026-03 and before:2026 narrow the search. Case and ' +
    'diacritics do not count (Müller is found by Muller and by Mueller). A word also finds compounds that end in it ' +
    '(Entwickler finds Softwareentwickler); in quotes it stands for itself alone. Chinese, Japanese and Korean are found ' +
    'wherever they stand. docs/search.md tells more.'
  static override examples = [
    'ats documents search kubernetes berlin',
    `ats documents search 'skill:java (berlin OR remote) -intern'`,
    `ats documents search '"machine learning" title:engineer* lang:de,en' --limit 50`,
    `ats documents search python --skill sql --after 2026-01 --json | jq -r '.[].document_id'`,
  ]
  static override argumentHelp = 'QUERY...'
  static override takesQuery = true
  static override flags = {
    limit: limitFlag({summary: 'The most documents to show.', default: 20}),
    ...DOCUMENT_FILTER_FLAGS,
  }

  async run() {
    const {flags, words} = await this.readList(DocumentsSearch)
    const query = queryOf(words)
    if (query === undefined) {
      throw new AtsError('USAGE', 'QUERY is missing', {
        suggestions: ['Give a word: ats documents search kubernetes', 'See ats documents search --help.'],
      })
    }
    const queue = await this.openQueue(flags.db, {create: false})
    await this.tellOfIndexing(queue)
    const look = this.look(flags)
    const found = await queue.documents.search(query, {
      ...documentFilter(flags, this.session.cwd()),
      limit: flags.limit + 1,
      snippets: {length: snippetLength(look.width)},
    })
    if (found.length > flags.limit)
      await this.note(`Only the best ${flags.limit} are shown; --limit N shows more`)
    const results = found.slice(0, flags.limit)
    if (!this.json) await this.#advise(queue, query, results.length)
    await this.show(results, () => renderSearchResults(results, look))
  }

  async #advise(queue: IngestionQueue, query: string, found: number): Promise<void> {
    for (const note of operatorNotes(query)) await this.note(note)
    if (found > 0) return
    const [any] = await queue.documents.list({limit: 1})
    if (any === undefined)
      return this.note('There are no documents yet: ats queue enqueue PATH, then ats worker run')
    await this.note(`No document matches ${query}`)
    await this.note('Fewer words find more, and so do beginnings of words: kube*')
  }
}
