import {stripVTControlCharacters} from 'node:util'
import type {Command} from '@oclif/core/command'
import {CommandHelp} from '@oclif/core/help'
import {wantsColor} from './colors.js'
import type {CommandClass} from './command-index.js'
import type {ValueFlag} from './flag-types.js'
import type {OclifConfig} from './oclif-config.js'
import {renderFields} from './table.js'
import {wrapWords} from './width.js'

type FlagProps = Parameters<CommandHelp['flagHelpLabel']>[0]

/** oclif's page of a command, in an order for somebody in a hurry: what it does, an example, the rest. */
class CommandPage extends CommandHelp {
  protected override sections() {
    const order = ['EXAMPLES', 'USAGE', 'ARGUMENTS', 'FLAGS', 'DESCRIPTION']
    return super
      .sections()
      .filter(({header}) => order.includes(header))
      .sort((a, b) => order.indexOf(a.header) - order.indexOf(b.header))
  }

  protected override examples(examples: Command.Example[] | undefined) {
    return examples?.map(exampleText).join('\n')
  }

  /** `--no-…` works for every switch; shown on each it would only be noise. */
  protected override flagHelpLabel(flag: FlagProps, showOptions?: boolean): string {
    return super.flagHelpLabel(flag, showOptions).replace('--[no-]', '--').trimStart()
  }
}

/**
 * @param subject '' for the program, else a topic or a command
 * @returns text that ends with a line break
 */
export async function renderHelp(subject: string, config: OclifConfig): Promise<string> {
  const {commands, env, stdout} = config.session
  const text = commands.ids.includes(subject)
    ? commandPage(await commands.load(subject), config)
    : await indexPage(subject, config)
  const plain = stripVTControlCharacters(text)
  const noColor = config.session.commandLine.includes('--no-color')
  return wantsColor({env, isTerminal: stdout.isTerminal, noColor}) ? boldHeadings(plain) : plain
}

/** The page of one command, without colours. */
export function commandPage(command: CommandClass, config: OclifConfig): string {
  const page = new CommandPage(describeCommand(command), config.asConfig(), {
    maxWidth: pageWidth(config),
    flagSortOrder: 'none',
    stripAnsi: true,
  } as ConstructorParameters<typeof CommandHelp>[2])
  const hint = wrapWords(SETTINGS_HINT, pageWidth(config)).join('\n')
  return `${command.summary}\n\n${page.generate()}\n\n${hint}\n`
}

/** Columns. */
function pageWidth({session}: OclifConfig): number {
  return Math.min(session.stdout.columns ?? 80, 100)
}

/** The name and summary of each command of a topic, or of all. */
async function indexPage(topic: string, config: OclifConfig): Promise<string> {
  const all = await config.session.commands.loadAll()
  const own = topic === '' ? all : all.filter(({id}) => id.startsWith(`${topic} `))
  const width = pageWidth(config)
  const list = renderFields(
    own.map(({id, summary = ''}) => [`ats ${id}`, summary]),
    width - INDENT.length,
  )
  const title = topic === '' ? PROGRAM.summary : (TOPICS[topic] ?? '')
  const examples =
    topic === ''
      ? PROGRAM.examples
      : (TOPIC_EXAMPLES[topic] ?? own.slice(0, 2).flatMap(({examples = []}) => examples.slice(0, 1)))
  return [
    `${wrapWords(title, width).join('\n')}\n`,
    `EXAMPLES\n${indent(examples.map(exampleText).join('\n'))}\n`,
    `COMMANDS\n${indent(list.trimEnd())}\n`,
    `${wrapWords(`Each command tells more with --help. ${SETTINGS_HINT}`, width).join('\n')}\n`,
  ].join('\n')
}

const INDENT = '  '

const SETTINGS_HINT =
  'Every flag can also be set in the environment (--poll-interval is ATS_POLL_INTERVAL), in ./ats.config.json and in ~/.config/ats/config.json.'

const PROGRAM = {
  summary: 'ats takes in CVs: a durable queue, and workers that turn files into clean text.',
  examples: ['ats queue enqueue ./cv_uploads', 'ats worker run --drain', 'ats documents list'],
}

/** What each topic is about. */
export const TOPICS: Record<string, string> = {
  queue: 'Put files and folders in the queue and see what became of them.',
  worker: 'Turn queued files into documents.',
  documents: 'Find, read, export and erase the documents that were taken in.',
  db: 'Look after the database: check it, copy it, shrink it, bring its schema up to date.',
}

/** Of a topic whose first commands are not those that one begins with. */
const TOPIC_EXAMPLES: Record<string, readonly string[]> = {
  documents: ['ats documents search kubernetes berlin', 'ats documents export --output people.csv'],
}

/** What oclif's help wants to know of a command. */
function describeCommand(command: CommandClass): Command.Loadable {
  const {id, description, examples, args} = command
  const flags = Object.entries({...command.flags, ...command.baseFlags}).map(([name, flag]) => [
    name,
    {...flag, name, default: shownDefault(flag as Partial<ValueFlag<unknown>>)},
  ])
  const usage = `<%= command.id %> ${argumentText(command)} [FLAGS]`.replaceAll('  ', ' ')
  const described = {
    id,
    description,
    examples,
    flags: Object.fromEntries(flags),
    args: named(args),
    usage,
    aliases: [],
  }
  return described as unknown as Command.Loadable
}

function shownDefault({defaultText, default: value}: Partial<ValueFlag<unknown>>): unknown {
  return defaultText ?? (value === 0 ? '0' : value)
}

/** The words that a command takes, as its usage shows them. */
export function argumentText({args, argumentHelp}: CommandClass): string {
  const names = Object.entries(args ?? {}).map(([name, {required}]) => (required ? name : `[${name}]`))
  return argumentHelp ?? names.join(' ').toUpperCase()
}

function named(args: CommandClass['args']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args ?? {}).map(([name, arg]) => [name, {...arg, name}]))
}

function exampleText(example: Command.Example): string {
  return typeof example === 'string' ? `$ ${example}` : `$ ${example.command}`
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, INDENT)
}

function boldHeadings(text: string): string {
  return text.replaceAll(/^[A-Z]+(?: [A-Z]+)*$/gm, '\u001b[1m$&\u001b[22m')
}
