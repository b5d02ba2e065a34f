import {type CommandClass, CommandIndex} from './command-index.js'
import type {ValueFlag} from './flag-types.js'
import {environmentName, GLOBAL_FLAGS} from './flags.js'
import {argumentText, TOPICS} from './help.js'

type AnyFlag = Partial<Omit<ValueFlag<unknown>, 'type' | 'char'>> & {
  type: 'boolean' | 'option'
  char?: string
}

export interface CommandDocs {
  /** Markdown by the name of its page: a topic, or a command without one. */
  pages: Map<string, string>
  /** What scripts rely on. */
  snapshot: Record<string, CommandSnapshot>
}

export interface CommandSnapshot {
  summary: string
  arguments: string
  flags: Record<string, Record<string, unknown>>
}

/** What the commands below a directory say of themselves. */
export async function describeCommands(directory: string): Promise<CommandDocs> {
  const commands = await new CommandIndex(directory, process.stdout).loadAll()
  const names = new Set(commands.map(pageName))
  const pages = new Map(
    [...names].map((name) => [
      name,
      page(
        name,
        commands.filter((command) => pageName(command) === name),
      ),
    ]),
  )
  const snapshot = Object.fromEntries(commands.map((command) => [command.id, snapshotOf(command)]))
  return {pages: pages.set('README', overview(commands)), snapshot}
}

function pageName({id}: CommandClass): string {
  return id.split(' ')[0] ?? id
}

function page(name: string, commands: readonly CommandClass[]): string {
  return [
    `# ats ${name}`,
    MADE,
    TOPICS[name] ?? '',
    ...commands.map(section),
    'The [flags that every command takes](README.md#flags-of-every-command) are described once.',
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}

function overview(commands: readonly CommandClass[]): string {
  const rows = commands.map(({id, summary}) => `| [\`ats ${id}\`](${pageOf(id)}) | ${summary} |`)
  return [
    '# Commands',
    MADE,
    ['| command | does |', '|---|---|', ...rows].join('\n'),
    '## Flags of every command',
    flagTable(GLOBAL_FLAGS as unknown as Record<string, AnyFlag>),
    '## Settings',
    'What the command line does not say is looked up, first found first taken:\n\n' +
      '1. in the environment: `--poll-interval` is `ATS_POLL_INTERVAL`; switches are `true` or `false`;\n' +
      '2. in `./ats.config.json`;\n' +
      '3. in `$XDG_CONFIG_HOME/ats/config.json`, by default `~/.config/ats/config.json`.\n\n' +
      'A file is one JSON object whose keys are flags without their dashes, and a path in it is relative to the file:\n\n' +
      '```json\n{"db": "./jobs.db", "limit": 20, "poll-interval": 2, "languages": "eng+fra"}\n```\n\n' +
      'A key that is no flag, or a value that does not fit, is an error (exit code 78). `--no-NAME` switches off what a ' +
      'setting switched on.',
  ]
    .join('\n\n')
    .concat('\n')
}

const MADE = '<!-- Made by scripts/make-command-docs.mjs from src/commands; do not edit. -->'

function section(command: CommandClass): string {
  const {id, summary = '', description = '', examples = [], flags} = command
  const own = flags as unknown as Record<string, AnyFlag>
  const lines = examples.map((example) => `$ ${typeof example === 'string' ? example : example.command}`)
  return [
    `## ats ${id}`,
    summary,
    `\`\`\`console\n${lines.join('\n')}\n\`\`\``,
    `Usage: \`${`ats ${id} ${argumentText(command)}`.trim()} [FLAGS]\``,
    description,
    Object.keys(own ?? {}).length > 0 ? flagTable(own) : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

function flagTable(flags: Record<string, AnyFlag>): string {
  const rows = Object.entries(flags).map(([name, flag]) => {
    const value = flag.type === 'option' ? ` ${String(flag.helpValue)}` : ''
    const char = flag.char ? `\`-${flag.char}\`, ` : ''
    const about = [flag.summary, optionsText(flag)].filter(Boolean).join(' ')
    return `| ${char}\`--${name}${value}\` | ${about} | ${defaultText(flag)} | \`${environmentName(name)}\` |`
  })
  return ['| flag | means | default | environment |', '|---|---|---|---|', ...rows].join('\n')
}

function optionsText({options}: AnyFlag): string {
  return options ? `One of ${options.map((option) => `\`${option}\``).join(', ')}.` : ''
}

function defaultText({defaultText: text, default: value, type}: AnyFlag): string {
  if (type === 'boolean') return ''
  return text ?? (value === undefined ? '' : String(value))
}

function snapshotOf(command: CommandClass): CommandSnapshot {
  const flags = {...command.flags, ...command.baseFlags} as unknown as Record<string, AnyFlag>
  const described = Object.entries(flags).map(([name, flag]) => [name, flagSnapshot(flag)])
  return {
    summary: command.summary ?? '',
    arguments: argumentText(command),
    flags: Object.fromEntries(described),
  }
}

function flagSnapshot({type, char, kind, helpValue, options, default: value, exclusive, summary}: AnyFlag) {
  const said = {type, char, kind, value: helpValue, options, default: value, exclusive, summary}
  return Object.fromEntries(Object.entries(said).filter(([, fact]) => fact !== undefined))
}

function pageOf(id: string): string {
  return `${id.split(' ')[0]}.md#${`ats ${id}`.replaceAll(' ', '-')}`
}
