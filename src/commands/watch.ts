import {resolve} from 'node:path'
import {BaseCommand, type FlagsOf} from '../lib/cli/base-command.js'
import {cleanJson} from '../lib/cli/clean.js'
import {choice, duration, path, seconds, toggle, wholeNumber} from '../lib/cli/flag-types.js'
import {isDirectory, missingPath} from '../lib/cli/path-check.js'
import {createWatchLog} from '../lib/cli/watch-log.js'
import {AtsError} from '../lib/model/errors.js'
import type {Disposal, WatchOptions, WatchSummary} from '../lib/watch/watch-options.js'

export default class Watch extends BaseCommand {
  static override summary = 'Watch folders and put their files in the queue.'
  static override description =
    'What is there is enqueued, and what comes once it has not changed for a while; each file is a job. Workers do the ' +
    'jobs: run one beside it. A file makes one job however often it is seen, after a restart too, until it changes. ' +
    'Hidden and partial files and what an .atsignore names are left alone. Writes a line an event on stderr, goes on ' +
    'until SIGTERM or ^C, and then exits 0.'
  static override examples = [
    'ats watch ./inbox',
    'ats watch ./inbox --done-dir ./inbox/done --failed-dir ./inbox/failed',
    'ats watch /mnt/share/cvs --poll-interval 30 --settle 10s --log-format json',
  ]
  static override argumentHelp = 'DIR...'
  static override endsItself = true
  static override needsNoReader = true
  static override flags = {
    settle: duration({
      summary: 'For so long a file must not have changed.',
      default: 2_000,
      defaultText: '2s',
    }),
    'poll-interval': seconds({
      summary: 'Time between two looks at everything, for folders of the network, which tell of no changes.',
      default: 10_000,
      defaultText: '10',
    }),
    'done-dir': path({summary: 'Move files here whose text was stored.', exclusive: ['delete-done']}),
    'delete-done': toggle({summary: 'Delete files whose text was stored.', exclusive: ['done-dir']}),
    'failed-dir': path({summary: 'Move files here whose jobs have failed for good.'}),
    priority: wholeNumber({min: -1_000_000, max: 1_000_000})({
      summary: 'Jobs of a higher priority run first.',
      default: 0,
    }),
    'max-retries': wholeNumber({min: 0, max: 1_000})({
      summary: 'Retries that a failing job has.',
      default: 3,
    }),
    'disable-ocr': toggle({summary: 'Do not read scanned pages and images by OCR.'}),
    'log-format': choice(['text', 'json'], 'FORMAT')({summary: 'How events are written.', default: 'text'}),
  }

  async run() {
    const {flags, words} = await this.readList(Watch)
    const folders = await this.#folders(words)
    const queue = await this.openQueue(flags.db, {create: true})
    const {watchFolders} = await import('../lib/watch/watch-folders.js')
    const {interruption, stderr, now} = this.session
    const write = (line: string) => void stderr.write(line).catch(() => undefined)
    const summary = await watchFolders({
      queue,
      folders,
      signal: interruption.signal,
      on: createWatchLog({format: flags['log-format'], write, now}),
      ...this.#watchOptions(flags),
    })
    if (this.json) await this.session.stdout.write(`${cleanJson(summaryToJson(summary))}\n`)
  }

  async #folders(words: readonly string[]): Promise<string[]> {
    if (words.length === 0)
      throw new AtsError('USAGE', 'No folder to watch', {suggestions: ['Name one: ats watch ./inbox']})
    const folders = words.map((word) => (word === '' ? '' : resolve(this.session.cwd(), word)))
    for (const folder of folders) {
      const missing = await missingPath(folder)
      if (missing) throw missing
      if (!isDirectory(folder))
        throw new AtsError('USAGE', `${folder} is no folder`, {
          suggestions: [`Enqueue it: ats queue enqueue ${folder}`],
        })
    }
    return folders
  }

  #watchOptions(flags: WatchFlags): Omit<WatchOptions, 'queue' | 'folders' | 'signal' | 'on'> {
    const moveTo = (folder: string): Disposal => ({moveTo: resolve(this.session.cwd(), folder)})
    const doneFolder = flags['done-dir']
    const failedFolder = flags['failed-dir']
    return {
      settleMs: flags.settle,
      pollMs: flags['poll-interval'],
      priority: flags.priority,
      maxRetries: flags['max-retries'],
      ocr: !flags['disable-ocr'],
      ...(flags['delete-done'] ? {done: 'delete' as const} : {}),
      ...(doneFolder === undefined ? {} : {done: moveTo(doneFolder)}),
      ...(failedFolder === undefined ? {} : {failed: moveTo(failedFolder)}),
    }
  }
}

type WatchFlags = FlagsOf<typeof Watch>

function summaryToJson({enqueued, moved, deleted, durationMs}: WatchSummary) {
  return {enqueued, moved, deleted, duration_ms: durationMs}
}
