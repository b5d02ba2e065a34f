import {resolve} from 'node:path'
import {Command} from '@oclif/core/command'
import type {ArgInput, FlagInput} from '@oclif/core/interfaces'
import {AtsError} from '../model/errors.js'
import type {IngestionQueue} from '../queue/ingestion-queue.js'
import {splitArguments} from './argument-list.js'
import {clean, cleanJson} from './clean.js'
import {createColors} from './colors.js'
import {EXIT, type ExitCode} from './exit-codes.js'
import type {FlagValues} from './flag-types.js'
import {environmentName, GLOBAL_FLAGS} from './flags.js'
import type {IdOutcome} from './job-ids.js'
import type {Look} from './job-text.js'
import type {OclifConfig} from './oclif-config.js'
import {errorDocument, errorExitCode, errorText, wantsDebug} from './present-error.js'
import type {Session} from './session.js'
import {type SettingFlag, Settings} from './settings.js'
import {toUsageError} from './usage-error.js'

/** What a command says of its command line. */
interface CommandParts {
  flags?: object
  args?: ArgInput
}

export type FlagsOf<C> = FlagValues<typeof GLOBAL_FLAGS> &
  (C extends {flags: infer F} ? FlagValues<F> : unknown)

interface CommandLine<C extends CommandParts> {
  flags: FlagsOf<C>
  args: {[Name in keyof C['args']]: string}
}

/**
 * What the commands share: settings, JSON or text, errors, exit codes, the queue. A command parses, makes one call and
 * renders; what its `run` returns is the exit code, nothing means 0.
 */
export abstract class BaseCommand extends Command {
  static override baseFlags: FlagInput = GLOBAL_FLAGS as unknown as FlagInput

  /** Whether the command ends by itself when it is signalled, through `session.interruption`. */
  static endsItself = false

  /** Whether it goes on when nobody reads its output, because it does something besides telling. */
  static needsNoReader = false

  /** The words before the flags, for the usage line. */
  static argumentHelp: string | undefined

  /** Whether the words are a query, in which a minus leaves something out. */
  static takesQuery = false

  /** What to do with words that the command does not take. */
  static wordAdvice: string | undefined

  declare readonly config: Command['config'] & OclifConfig

  #json = false
  #closing: (() => Promise<void>)[] = []

  // biome-ignore lint/suspicious/noConfusingVoidType: a command that just succeeds returns nothing
  abstract override run(): Promise<ExitCode | void>

  get session(): Session {
    return this.config.session
  }

  /** Runs the command and tells its errors. Never throws. */
  async execute(): Promise<ExitCode> {
    this.#json = mentionsJson(this.argv, this.session.env)
    try {
      return (await this.#runOrInterrupt()) ?? EXIT.done
    } catch (error) {
      await this.#report(error)
      return this.exitCodeOf(error)
    } finally {
      await this.#close()
    }
  }

  /** Whether the command's one output is a JSON document. */
  get json(): boolean {
    return this.#json
  }

  /** The command line, or what the environment and the configuration files say where it is silent. */
  protected async read<C extends CommandParts>(command: C): Promise<CommandLine<C>> {
    return this.#parse(command, this.argv)
  }

  /**
   * For commands that take any number of arguments: oclif's own way takes seconds for ten thousand of them, so its
   * parser is given the flags alone.
   */
  protected async readList<C extends CommandParts>(
    command: C,
  ): Promise<{flags: FlagsOf<C>; words: string[]}> {
    const {flagTokens, words} = splitArguments(this.argv, {...GLOBAL_FLAGS, ...command.flags} as FlagInput)
    const {flags} = await this.#parse(command, flagTokens)
    return {flags, words}
  }

  /** oclif's parser under our settings and with our words for its errors. */
  async #parse<C extends CommandParts>(command: C, argv: string[]): Promise<CommandLine<C>> {
    const flags = {...GLOBAL_FLAGS, ...command.flags} as FlagInput
    try {
      const withSettings = await this.#withSettings(flags)
      const parsed = await super.parse({flags: withSettings, baseFlags: {}, args: command.args ?? {}}, argv)
      this.#json = parsed.flags.json === true
      const off = Object.keys(flags).filter((name) => flags[name]?.type === 'boolean')
      const switches = Object.fromEntries(off.map((name) => [name, parsed.flags[name] === true]))
      return {flags: {...parsed.flags, ...switches}, args: parsed.args} as CommandLine<C>
    } catch (error) {
      const {takesQuery, wordAdvice} = this.constructor as typeof BaseCommand
      throw toUsageError(error, {command: this.id ?? '', flags: Object.keys(flags), takesQuery, wordAdvice})
    }
  }

  /** The queue of `--db`; closed when the command ends. */
  protected async openQueue(db: string, {create}: {create: boolean}): Promise<IngestionQueue> {
    const {IngestionQueue} = await import('../queue/ingestion-queue.js')
    const location = db.includes('://') ? db : resolve(this.session.cwd(), db)
    const queue = new IngestionQueue(location, {create})
    this.#closing.push(() => queue.close())
    return queue.open()
  }

  /** Documents of before the index are put into it by the first search, which then takes its time. */
  protected async tellOfIndexing({documents}: IngestionQueue): Promise<void> {
    const count = await documents.unindexed()
    if (count > 0) await this.note(`Making ${count} older documents findable; this is done once`)
  }

  /** Prints the command's data: as JSON, or as text where there is any. */
  protected async show(json: unknown, text: () => string | Promise<string>): Promise<void> {
    await this.session.stdout.write(this.json ? `${cleanJson(json)}\n` : await text())
  }

  /** What became of several jobs: those that were changed on stdout, why others were not on stderr. */
  protected async showOutcome({done, refused}: IdOutcome, queue: IngestionQueue): Promise<void> {
    const found = await Promise.all(done.map((id) => queue.getJob(id)))
    const errors = refused.map(({id, error: {code, message}}) => ({id, code, message}))
    if (!this.json) for (const {message} of errors) await this.note(message)
    await this.show({jobs: found.filter((job) => job !== undefined), errors}, () =>
      done.map((id) => `${id}\n`).join(''),
    )
  }

  /** The first so many of what was looked up with one more, and a word when there are more. */
  protected async firstOf<T>(found: readonly T[], limit: number): Promise<readonly T[]> {
    if (found.length > limit) await this.note(`Only the newest ${limit} are listed; --limit N lists more`)
    return found.slice(0, limit)
  }

  /** A line for the person at the terminal. */
  protected async note(message: string): Promise<void> {
    await this.session.stderr.write(`${clean(message)}\n`)
  }

  /** How things look at this terminal, or in this pipe. */
  protected look(flags: {'no-color': boolean}): Look {
    const {env, stdout, now} = this.session
    const colors = createColors({env, isTerminal: stdout.isTerminal, noColor: flags['no-color']})
    return {colors, now: now(), width: stdout.columns}
  }

  protected exitCodeOf(error: unknown): ExitCode {
    return isInterrupted(error) ? this.session.interruption.exitCode : errorExitCode(error)
  }

  /** Tells an error: as the one JSON document, or on stderr. A person who pressed ^C need not be told of it. */
  async #report(error: unknown): Promise<void> {
    const {stdout, stderr, env} = this.session
    const debug = wantsDebug(env)
    const told = this.json && (await succeeds(stdout.write(errorDocument(error))))
    if (debug || !(told || isInterrupted(error)))
      await stderr.write(errorText(error, {debug})).catch(() => undefined)
  }

  /** The first signal ends a command at once, unless it ends itself. */
  async #runOrInterrupt() {
    const {endsItself} = this.constructor as typeof BaseCommand
    if (endsItself) return this.run()
    return Promise.race([this.run(), this.session.interruption.rejection()])
  }

  async #withSettings(flags: FlagInput): Promise<FlagInput> {
    const {env, cwd, commands} = this.session
    const settings = await Settings.load({env, cwd: cwd()}, () => commands.flagNames())
    const entries = Object.entries(flags).map(async ([name, flag]) => {
      const value = await settings.get(name, flag as SettingFlag)
      return [name, value === undefined ? {...flag} : {...flag, default: value}] as const
    })
    return Object.fromEntries(await Promise.all(entries)) as FlagInput
  }

  async #close(): Promise<void> {
    for (const close of this.#closing) await close().catch(() => undefined)
  }
}

/** Known before the command line is parsed, because a wrong command line is told in JSON too. */
export function mentionsJson(argv: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const end = argv.indexOf('--')
  const flags = end === -1 ? argv : argv.slice(0, end)
  if (flags.includes('--no-json')) return false
  return (
    flags.includes('--json') ||
    ['1', 'true', 'yes', 'on'].includes((env[environmentName('json')] ?? '').toLowerCase())
  )
}

function isInterrupted(error: unknown): boolean {
  return error instanceof AtsError && error.code === 'INTERRUPTED'
}

function succeeds(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  )
}
