import {BaseCommand, type FlagsOf} from '../../lib/cli/base-command.js'
import {confirm} from '../../lib/cli/confirm.js'
import {pendingText, renderPurge, siblingsText, tracesText} from '../../lib/cli/erasure-text.js'
import {EXIT, type ExitCode} from '../../lib/cli/exit-codes.js'
import {path, period, text, toggle} from '../../lib/cli/flag-types.js'
import type {PurgeSelection} from '../../lib/documents/purge-selection.js'
import {type PurgeReport, purgeToJson} from '../../lib/model/erasure.js'
import {AtsError} from '../../lib/model/errors.js'
import type {IngestionQueue} from '../../lib/queue/ingestion-queue.js'

const SELECTIONS = ['path', 'person', 'older-than'] as const

export default class DocumentsPurge extends BaseCommand {
  static override summary = 'Erase documents so that no byte of them is left in the database.'
  static override description =
    'Documents are named by id or SHA-256, or selected by --path, --person and --older-than; where several of these are ' +
    'given, all must hold. Text, profile, paths and names go from the tables, the index, the log and the history of the ' +
    'queue; jobs for these paths that have not ended fail with ERASED. A record with ids, hashes, time and reason stays: ' +
    'ats documents erasures. Source files, backups and exported files are not touched. Exit code 75: others kept using ' +
    'the database, so that it could not be completed; run it again, or let a worker complete it.'
  static override examples = [
    'ats documents purge 3f9a2b1c --dry-run',
    "ats documents purge 3f9a2b1c --block --reason 'request 2026-117' --yes",
    'ats documents purge --person 3f9a2b1c --yes',
    'ats documents purge --path ./cv_uploads/2024 --yes',
    'ats documents purge --older-than 180d --yes',
  ]
  static override argumentHelp = '[ID...]'
  static override needsNoReader = true
  static override flags = {
    path: path({
      summary: 'Documents that came from this file, or from below this folder, and failed jobs there.',
    }),
    person: text({
      summary: 'All documents of a person: the id of the person or of any of the documents.',
      helpValue: 'ID',
    }),
    'older-than': period({summary: 'Documents last taken in longer ago than this: 180d, 26w, 6mo, 2y.'}),
    reason: text({summary: 'Why, for the record, which is kept: name nobody.'}),
    block: toggle({summary: 'Never take in the same content again.'}),
    pending: toggle({summary: 'Only complete erasures that could not be completed.'}),
    yes: toggle({summary: 'Do not ask.'}),
    'dry-run': toggle({summary: 'Only say what would go.'}),
  }

  async run(): Promise<ExitCode> {
    const {flags, words} = await this.readList(DocumentsPurge)
    const selection = selectionOf(flags, words)
    const queue = await this.openQueue(flags.db, {create: false})
    const report = selection ? await this.#purge(queue, selection, flags) : await finish(queue)
    await this.show(purgeToJson(report), () => renderPurge(report, this.look(flags)))
    await this.#tell(report, selection)
    if (report.dryRun || report.pending === 0) return EXIT.done
    if (!this.json) await this.note(pendingText(report))
    return EXIT.tryAgain
  }

  async #purge(queue: IngestionQueue, selection: PurgeSelection, flags: PurgeFlags): Promise<PurgeReport> {
    const {block} = flags
    const options = {block, ...(flags.reason === undefined ? {} : {reason: flags.reason})}
    if (flags['dry-run']) return queue.documents.purge(selection, {...options, dryRun: true})
    if (!flags.yes) await this.#ask(queue, selection, flags)
    return queue.documents.purge(selection, options)
  }

  /** The last line says whether anything was done. */
  async #tell(report: PurgeReport, selection: PurgeSelection | undefined): Promise<void> {
    if (hasTraces(report))
      await this.note(`${report.dryRun ? 'Would erase' : 'Erased'} ${tracesText(report)}`)
    const siblings = siblingsText(report)
    if (siblings !== undefined) await this.note(siblings)
    if (!hasTraces(report) && /[*?]/.test(selection?.path ?? ''))
      await this.note('--path takes a file or a folder, and no patterns')
    if (report.dryRun) await this.note('Nothing was erased: this was a dry run')
    else if (selection && !hasTraces(report)) await this.note('Nothing was erased')
  }

  async #ask(queue: IngestionQueue, selection: PurgeSelection, flags: PurgeFlags): Promise<void> {
    const report = await queue.documents.purge(selection, {dryRun: true})
    if (!hasTraces(report)) return
    const {stderr} = this.session
    if (stderr.isTerminal) await stderr.write(renderPurge(report, this.look(flags)))
    const siblings = siblingsText(report)
    if (siblings !== undefined && stderr.isTerminal) await this.note(siblings)
    await confirm(`Erase ${tracesText(report)} from ${queue.location}, for good`, this.session)
  }
}

type PurgeFlags = FlagsOf<typeof DocumentsPurge>

/** @returns undefined with `--pending`. @throws AtsError USAGE */
function selectionOf(flags: PurgeFlags, words: readonly string[]): PurgeSelection | undefined {
  const given = SELECTIONS.filter((name) => flags[name] !== undefined)
  if (flags.pending && (given.length > 0 || words.length > 0 || flags['dry-run']))
    throw new AtsError('USAGE', '--pending goes alone: it completes what was erased before')
  if (flags.pending) return undefined
  if (given.length === 0 && words.length === 0)
    throw new AtsError('USAGE', 'Nothing says which documents to purge', {
      suggestions: ['Give ids or hashes, or --path PATH, --person ID or --older-than 180d.'],
    })
  return {
    ...(words.length === 0 ? {} : {documents: words}),
    ...(flags.path === undefined ? {} : {path: flags.path}),
    ...(flags.person === undefined ? {} : {person: flags.person}),
    ...(flags['older-than'] === undefined ? {} : {olderThanMs: flags['older-than']}),
  }
}

function hasTraces({documents, jobs, files, ocrPages}: PurgeReport): boolean {
  return documents.length + jobs + files + ocrPages > 0
}

async function finish(queue: IngestionQueue): Promise<PurgeReport> {
  const cleansing = await queue.documents.finishErasures()
  return {
    documents: [],
    siblings: [],
    jobs: 0,
    jobsEnded: 0,
    files: 0,
    ocrPages: 0,
    dryRun: false,
    ...cleansing,
  }
}
