import {basename} from 'node:path'
import type {ChalkInstance} from 'chalk'
import {
  DefaultRenderer,
  Listr,
  ListrDefaultRendererLogLevels,
  ListrLogger,
  type ListrTaskWrapper,
  ProcessOutput,
} from 'listr2'
import type {WorkerEvent} from '../model/events.js'
import {clean} from './clean.js'
import {cutTo} from './width.js'
import {countText, type FinishedLine, type LiveJob, WorkerBoard} from './worker-board.js'

export interface ProgressOptions {
  screen: NodeJS.WriteStream
  colors: ChalkInstance
  now: () => number
}

/** Jobs drawn at once; more would push the headline off a small terminal. */
const MOST_ROWS = 8

type Row = ListrTaskWrapper<unknown, typeof DefaultRenderer, typeof DefaultRenderer>

/** What log-update gives the renderer, which keeps it to itself. */
interface LiveArea {
  persist(text: string): void
}

/**
 * Live progress of a worker: a headline, and a row for each running job with the files being read under it. What has
 * ended is written above and never drawn again, so that ten thousand jobs cost what ten do.
 *
 * listr2 has a fixed list of tasks; here its tasks are rows whose titles change.
 */
export class WorkerProgress {
  readonly #options: ProgressOptions
  readonly #board: WorkerBoard
  readonly #kept: string[] = []
  #headline: Row | undefined
  readonly #rows: Row[] = []
  #end: () => void = () => undefined
  #ended: Promise<unknown> = Promise.resolve()

  constructor(options: ProgressOptions) {
    this.#options = options
    this.#board = new WorkerBoard(options.now)
  }

  begin(): void {
    const lasting = new Promise<void>((resolve) => {
      this.#end = resolve
    })
    const row = (take: (row: Row) => void) => ({
      title: ' ',
      task: (_: unknown, wrapper: unknown) => {
        take(wrapper as Row)
        return lasting
      },
    })
    const rows = Array.from({length: MOST_ROWS}, () => row((wrapper) => this.#rows.push(wrapper)))
    const headline = row((wrapper) => {
      this.#headline = wrapper
    })
    this.#ended = new Listr([...rows, headline], {
      concurrent: true,
      renderer: this.#createRenderer(),
      rendererOptions: this.#rendererOptions(),
      registerSignalListeners: false,
    }).run()
  }

  tell(event: WorkerEvent): void {
    for (const line of this.#board.apply(event)) this.#kept.push(this.#paint(line))
  }

  /** Writes what is kept and clears the rest. */
  async end(): Promise<void> {
    this.#end()
    await this.#ended
  }

  #draw(): void {
    const jobs = [...this.#board.jobs.values()]
    for (const [i, row] of this.#rows.entries()) this.#drawRow(row, jobs[i])
    if (this.#headline) this.#headline.title = this.#fit(headlineText(this.#board.headline, jobs.length))
  }

  /** A blank title is not drawn. */
  #drawRow(row: Row, job: LiveJob | undefined): void {
    row.title =
      job === undefined ? ' ' : this.#fit([clean(job.path), countText(job)].filter(Boolean).join('  '))
    const reading = job === undefined ? [] : readingText(job).map((line) => this.#fit(line))
    row.output = reading.length === 0 ? (null as unknown as string) : reading.join('\n')
  }

  #fit(text: string): string {
    return cutTo(text, (this.#options.screen.columns || 80) - 6, 'middle')
  }

  #paint({kind, text}: FinishedLine): string {
    const {colors} = this.#options
    const marks = {
      completed: colors.green('✔'),
      failed: colors.red('✖'),
      retried: colors.yellow('↻'),
      noted: colors.dim('·'),
    }
    return `${marks[kind]} ${text}`
  }

  #rendererOptions() {
    const {screen, colors} = this.#options
    const plain = (text: string | undefined) => text ?? ''
    const color = Object.fromEntries(
      Object.values(ListrDefaultRendererLogLevels).map((level) => [level, plain]),
    )
    color[ListrDefaultRendererLogLevels.PENDING] = (text) => colors.cyan(text ?? '')
    const output = new ProcessOutput(screen, screen, {leaveEmptyLine: false})
    return {
      clearOutput: true,
      formatOutput: 'truncate' as const,
      logger: new ListrLogger({processOutput: output, useIcons: true}),
      color,
    }
  }

  /**
   * listr2's own renderer, on a terminal that stdout need not be, with lines that stay. It would draw at every change of
   * a row; here the rows change when it draws, ten times a second.
   */
  #createRenderer(): typeof DefaultRenderer {
    const kept = this.#kept
    const changeRows = () => this.#draw()
    let changing = false
    return class extends DefaultRenderer {
      static override nonTTY = true as const

      override update(): void {
        if (changing) return
        changing = true
        changeRows()
        changing = false
        this.#keep()
        super.update()
      }

      override end(): void {
        this.#keep()
        super.end()
      }

      #keep(): void {
        if (kept.length === 0) return
        // biome-ignore lint/complexity/useLiteralKeys: private in the types; there is no other way to print above
        const area = this['updater'] as LiveArea
        area.persist(kept.splice(0).join('\n'))
      }
    } as unknown as typeof DefaultRenderer
  }
}

function headlineText(headline: string, running: number): string {
  return running > MOST_ROWS ? `${headline} · ${running - MOST_ROWS} more running` : headline
}

/** The files being read; of a file job only how far, since its row names it. */
function readingText({path, reading}: LiveJob): string[] {
  return [...reading.entries()]
    .map(([file, progress]) =>
      [file === path ? '' : clean(basename(file)), progress].filter(Boolean).join('  '),
    )
    .filter(Boolean)
    .slice(0, 4)
}
