import {BaseCommand} from '../../lib/cli/base-command.js'
import {toggle} from '../../lib/cli/flag-types.js'
import {type SchemaReport, schemaToJson} from '../../lib/model/maintenance.js'

export default class DbMigrate extends BaseCommand {
  static override summary = 'Bring the schema of the database up to date, and say which it is.'
  static override description =
    'Every command does so when it opens a database; this one does nothing else, for a step of its own in a deployment.'
  static override examples = ['ats db migrate', 'ats db migrate --create --db /var/lib/ats/jobs.db']
  static override needsNoReader = true
  static override flags = {
    create: toggle({summary: 'Make the database if there is none.'}),
  }

  async run() {
    const {flags} = await this.read(DbMigrate)
    const queue = await this.openQueue(flags.db, {create: flags.create})
    const report = await queue.schema()
    await this.show(schemaToJson(report), () => `${schemaText(report)}\n`)
  }
}

function schemaText({database, version, versionBefore}: SchemaReport): string {
  return version === versionBefore
    ? `${database}: schema ${version}, up to date`
    : `${database}: schema ${version}, was ${versionBefore}`
}
