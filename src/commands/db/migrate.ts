import {BaseCommand} from '../../lib/cli/base-command.js'
import {countOf} from '../../lib/cli/count.js'
import {toggle} from '../../lib/cli/flag-types.js'
import {type SchemaReport, schemaToJson} from '../../lib/model/maintenance.js'
import type {IngestionQueue} from '../../lib/queue/ingestion-queue.js'

export default class DbMigrate extends BaseCommand {
  static override summary = 'Bring the schema of the database up to date, and say which it is.'
  static override description =
    'Every command does so when it opens a database; this one does nothing else, for a step of its own in a deployment. ' +
    'Documents of before there was a search index are put into it, some at a time; when it is stopped, what is left is done ' +
    'by the next one, or by the first search.'
  static override examples = ['ats db migrate', 'ats db migrate --create --db /var/lib/ats/jobs.db']
  static override needsNoReader = true
  static override flags = {
    create: toggle({summary: 'Make the database if there is none.'}),
  }

  async run() {
    const {flags} = await this.read(DbMigrate)
    const queue = await this.openQueue(flags.db, {create: flags.create})
    const report = await queue.schema()
    const indexed = await this.#completeIndex(queue)
    await this.show(
      {...schemaToJson(report), documents_indexed: indexed},
      () => `${schemaText(report)}${indexed > 0 ? `; ${countOf(indexed, 'document')} made findable` : ''}\n`,
    )
  }

  /** @returns how many documents were not in it */
  async #completeIndex(queue: IngestionQueue): Promise<number> {
    const missing = await queue.documents.unindexed()
    if (missing === 0) return 0
    await this.tellOfIndexing(queue)
    await queue.documents.completeIndex()
    return missing
  }
}

function schemaText({database, version, versionBefore}: SchemaReport): string {
  return version === versionBefore
    ? `${database}: schema ${version}, up to date`
    : `${database}: schema ${version}, was ${versionBefore}`
}
