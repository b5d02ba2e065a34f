import {readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {BaseCommand} from './base-command.js'
import type {OclifConfig} from './oclif-config.js'

const require = createRequire(import.meta.url)
const COMMAND = /\.c?js$/

/** A command that can be made, as opposed to what they share. */
export type CommandClass = Omit<typeof BaseCommand, 'prototype'> &
  (new (
    argv: string[],
    config: OclifConfig,
  ) => BaseCommand)

/**
 * The commands by the names of their files: `queue/list.js` is `queue list`. Only the one that runs is loaded, which is
 * why oclif's own discovery, which loads them all or trusts a list that may be stale, is not used.
 */
export class CommandIndex {
  readonly #files: ReadonlyMap<string, string>
  readonly ids: readonly string[]
  readonly #stdout: NodeJS.EventEmitter

  /**
   * @param directory of compiled (`.js`) or bundled (`.cjs`) commands
   * @param stdout is spared the listener that oclif adds when a command is loaded, and that throws what it hears
   */
  constructor(directory: string, stdout: NodeJS.EventEmitter) {
    this.#stdout = stdout
    this.#files = new Map(listCommands(directory).map((file) => [toId(file), join(directory, file)]))
    this.ids = [...this.#files.keys()].sort()
  }

  /** Those that people are told of. */
  get visibleIds(): string[] {
    return this.ids.filter((id) => !id.startsWith('__'))
  }

  get topics(): string[] {
    return [
      ...new Set(this.visibleIds.filter((id) => id.includes(' ')).map((id) => id.split(' ', 1).join(''))),
    ]
  }

  async load(id: string): Promise<CommandClass> {
    const {default: command} = withoutNewListeners(this.#stdout, 'error', () =>
      require(this.#files.get(id) ?? id),
    ) as {default: CommandClass}
    command.id = id
    return command
  }

  async loadAll(): Promise<CommandClass[]> {
    return Promise.all(this.visibleIds.map((id) => this.load(id)))
  }

  /** The names of all flags of all commands. */
  async flagNames(): Promise<string[]> {
    const commands = await this.loadAll()
    return [...new Set(commands.flatMap((command) => Object.keys({...command.baseFlags, ...command.flags})))]
  }
}

/** Takes back the listeners that something adds in passing. */
function withoutNewListeners<T>(emitter: NodeJS.EventEmitter, event: string, run: () => T): T {
  const before = emitter.listeners(event)
  const result = run()
  for (const listener of emitter.listeners(event)) {
    if (!before.includes(listener)) emitter.removeListener(event, listener as () => void)
  }
  return result
}

/** A command's file lies in the directory or in its topic's. */
function listCommands(directory: string): string[] {
  const entries = readdirSync(directory, {withFileTypes: true})
  const files = entries.flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(directory, entry.name)).map((file) => `${entry.name}/${file}`)
      : [entry.name],
  )
  return files.filter((file) => COMMAND.test(file))
}

function toId(file: string): string {
  return file.replace(COMMAND, '').replace('/', ' ')
}
