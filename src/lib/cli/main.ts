import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {AtsError} from '../model/errors.js'
import {nearest} from '../model/nearest.js'
import {mentionsJson} from './base-command.js'
import {CommandIndex} from './command-index.js'
import {EXIT, type ExitCode} from './exit-codes.js'
import {Interruption} from './interruption.js'
import {OclifConfig} from './oclif-config.js'
import {Output} from './output.js'
import {errorDocument, errorExitCode, errorText, wantsDebug} from './present-error.js'
import {type Route, route} from './route.js'
import type {Session} from './session.js'
import {unknownFlag} from './usage-error.js'

/** Beside this program, which is bundled or as it was compiled. */
const COMMANDS = fileURLToPath(new URL('../../commands', import.meta.url))

/**
 * Runs one command line.
 *
 * @param host the process: its arguments, environment, streams and signals are used, and nothing else of it
 * @param root the package's directory
 * @returns the exit code
 */
export async function main(host: NodeJS.Process, root: URL): Promise<ExitCode> {
  host.title = 'ats'
  // For databases where nothing may be written: they are opened by a URI.
  host.env.SQLITE_USE_URI = '1'
  // oclif's own listener throws what it hears.
  host.stdout.removeAllListeners('error')
  const commands = new CommandIndex(COMMANDS, host.stdout)
  const destination = route(host.argv.slice(2), commands.ids)
  const reader = {needed: true}
  const session = createSession(host, commands, () => {
    if (reader.needed) host.exit(EXIT.done)
  })
  const config = new OclifConfig(session, {root: fileURLToPath(root), version: readVersion(root)})
  return tellingErrors(host, session, () => follow(destination, config, reader))
}

async function follow(destination: Route, config: OclifConfig, reader: {needed: boolean}): Promise<ExitCode> {
  const {commands, stdout, stderr} = config.session
  switch (destination.kind) {
    case 'version':
      await stdout.write(`${config.userAgent}\n`)
      return EXIT.done
    case 'help':
      await stdout.write(await helpOf(destination.subject, config))
      return EXIT.done
    case 'topic':
      if (mentionsJson(config.session.commandLine, config.session.env))
        throw incomplete(destination.id, commands)
      await stderr.write(await helpOf(destination.id, config))
      return EXIT.usage
    case 'unknown':
      throw unknownCommand(destination.words, commands)
    case 'command': {
      const CommandClass = await commands.load(destination.id)
      reader.needed = !CommandClass.needsNoReader
      return new CommandClass(destination.argv, config).execute()
    }
  }
}

function createSession(host: NodeJS.Process, commands: CommandIndex, onReaderGone: () => void): Session {
  return {
    commandLine: host.argv.slice(2),
    env: host.env,
    cwd: () => workingDirectory(host),
    get stdin() {
      return host.stdin
    },
    stdout: new Output(host.stdout, onReaderGone),
    stderr: new Output(host.stderr, () => undefined),
    screen: host.stderr,
    interruption: new Interruption(host),
    commands,
    now: () => new Date(),
  }
}

/** What is thrown outside a command: a wrong command line, or a fault of the program. */
async function tellingErrors(
  host: NodeJS.Process,
  session: Session,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const tell = async (error: unknown): Promise<ExitCode> => {
    const json = mentionsJson(session.commandLine, session.env)
    const text = json ? errorDocument(error) : errorText(error, {debug: wantsDebug(session.env)})
    await (json ? session.stdout : session.stderr).write(text)
    return errorExitCode(error)
  }
  host.once('uncaughtException', (error) => {
    tell(error).then(
      (code) => host.exit(code),
      () => host.exit(EXIT.failed),
    )
  })
  return run().catch(tell)
}

async function helpOf(subject: string, config: OclifConfig): Promise<string> {
  const {commands} = config.session
  if (subject !== '' && !commands.ids.includes(subject) && !commands.topics.includes(subject)) {
    throw unknownCommand(subject, commands)
  }
  const {renderHelp} = await import('./help.js')
  return renderHelp(subject, config)
}

function unknownCommand(words: string, commands: CommandIndex): AtsError {
  if (words.startsWith('-')) {
    const [message = '', ...suggestions] = unknownFlag(words, {
      flags: ['help', 'version', 'db', 'json', 'no-color'],
    })
    return new AtsError('USAGE', message, {suggestions: [...suggestions, 'See ats --help.']})
  }
  const right =
    sameInOtherWords(words, commands) ?? nearest(words, [...commands.visibleIds, ...commands.topics])
  return new AtsError('USAGE', `"${words}" is not a command of ats`, {
    suggestions: [...(right === undefined ? [] : [`Did you mean: ats ${right}`]), 'See ats --help.'],
  })
}

/** What other programs call what our commands do. */
const OTHER_WORDS: Record<string, readonly string[]> = {
  search: ['find', 'grep', 'query', 'look', 'lookup'],
  get: ['show', 'cat', 'print', 'view', 'open', 'read'],
  list: ['ls', 'all', 'index'],
  export: ['dump', 'save', 'download', 'csv'],
  purge: ['delete', 'remove', 'rm', 'erase', 'forget'],
  enqueue: ['add', 'push', 'import', 'ingest', 'load', 'put'],
  run: ['start', 'work'],
}

/** `documents search` for `documents find`; the topic that has it for `find` alone. */
function sameInOtherWords(words: string, commands: CommandIndex): string | undefined {
  const asked = words.split(' ')
  const verb = Object.keys(OTHER_WORDS).find((own) => OTHER_WORDS[own]?.includes(asked.at(-1) ?? ''))
  const wanted = [verb ?? '', asked.at(-1) ?? ''].filter(Boolean)
  const topic = asked.length > 1 ? asked[0] : undefined
  return commands.visibleIds.find((id) => {
    const [ownTopic, own = ''] = id.split(' ')
    return wanted.includes(own) && (topic === undefined || topic === ownTopic)
  })
}

function incomplete(topic: string, commands: CommandIndex): AtsError {
  const own = commands.visibleIds.filter((id) => id.startsWith(`${topic} `))
  return new AtsError('USAGE', `"${topic}" needs a command`, {suggestions: own.map((id) => `ats ${id}`)})
}

function workingDirectory(host: NodeJS.Process): string {
  try {
    return host.cwd()
  } catch (error) {
    throw new AtsError('CONFIGURATION', 'The current directory no longer exists', {
      cause: error,
      suggestions: ['Change to another directory and run the command again.'],
    })
  }
}

function readVersion(root: URL): string {
  return (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {version: string}).version
}
