import {BaseCommand} from '../../lib/cli/base-command.js'
import {AtsError} from '../../lib/model/errors.js'

export default class DocumentsUnblock extends BaseCommand {
  static override summary = 'Let contents be taken in again that were purged with --block.'
  static override description = 'Named by SHA-256, or by the id that the document had.'
  static override examples = ['ats documents unblock 9c56cc51b374c3ba']
  static override argumentHelp = 'ID...'
  static override needsNoReader = true

  async run() {
    const {flags, words} = await this.readList(DocumentsUnblock)
    if (words.length === 0)
      throw new AtsError('USAGE', 'ID is missing', {suggestions: ['ats documents unblock 9c56cc51b374c3ba']})
    const queue = await this.openQueue(flags.db, {create: false})
    const unblocked: string[] = []
    for (const word of words) unblocked.push(await queue.documents.unblock(word))
    await this.show({unblocked}, () => unblocked.map((sha256) => `${sha256}\n`).join(''))
  }
}
