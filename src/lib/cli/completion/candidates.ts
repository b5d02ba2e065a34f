import type {IngestionQueue} from '../../queue/ingestion-queue.js'
import type {CommandClass, CommandIndex} from '../command-index.js'

export interface Candidate {
  word: string
  /** One line, for shells that show it. */
  about: string
}

export interface CompletionSources {
  commands: CommandIndex
  /** Opens the database that the words name, or gives undefined where there is none. */
  openQueue: (db: string | undefined) => Promise<IngestionQueue | undefined>
}

/** Ids offered: the newest. */
const MOST_IDS = 50

/**
 * What may stand where the cursor is.
 *
 * @param words of the command line without the program; the last one is being typed and may be empty
 */
export async function complete(words: readonly string[], sources: CompletionSources): Promise<Candidate[]> {
  const typed = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const id = commandIn(before, sources.commands)
  const candidates =
    id === undefined ? await nextWords(before, sources) : await inCommand(id, before, typed, sources)
  return candidates.filter(({word}) => word.startsWith(typed))
}

function commandIn(words: readonly string[], {visibleIds}: CommandIndex): string | undefined {
  return visibleIds.find((id) => words.slice(0, id.split(' ').length).join(' ') === id)
}

/** Topics, and commands of a topic. */
async function nextWords(before: readonly string[], {commands}: CompletionSources): Promise<Candidate[]> {
  const prefix = before.length === 0 ? '' : `${before.join(' ')} `
  const matching = (await commands.loadAll()).filter(({id}) => id.startsWith(prefix))
  const words = new Map<string, string>()
  for (const {id, summary = ''} of matching) {
    const [word = '', ...rest] = id.slice(prefix.length).split(' ')
    words.set(word, rest.length === 0 ? summary : `${word} commands`)
  }
  return [...words].map(([word, about]) => ({word, about}))
}

async function inCommand(
  id: string,
  before: readonly string[],
  typed: string,
  sources: CompletionSources,
): Promise<Candidate[]> {
  const command = await sources.commands.load(id)
  const previous = before.at(-1) ?? ''
  const awaiting = flagOf(command, previous)
  if (awaiting?.type === 'option') return optionsOf(awaiting.options)
  if (typed.startsWith('-')) return flagsOf(command)
  return argumentsOf(id, wordAfter('--db', before), sources)
}

function flagOf(command: CommandClass, word: string) {
  return word.startsWith('--') ? allFlags(command)[word.slice(2)] : undefined
}

function allFlags(command: CommandClass) {
  return {...command.flags, ...command.baseFlags}
}

function optionsOf(options: readonly string[] | undefined): Candidate[] {
  return (options ?? []).map((word) => ({word, about: ''}))
}

function flagsOf(command: CommandClass): Candidate[] {
  const flags = Object.entries(allFlags(command)).map(([name, {summary = ''}]) => ({
    word: `--${name}`,
    about: summary,
  }))
  return [...flags, {word: '--help', about: 'Show how to use the command.'}]
}

function wordAfter(flag: string, words: readonly string[]): string | undefined {
  const at = words.lastIndexOf(flag)
  return at === -1 ? undefined : words[at + 1]
}

const TAKES_JOBS = ['queue get', 'queue explain', 'queue retry', 'queue cancel', 'queue wait']

const TAKES_DOCUMENTS = ['documents get', 'documents purge']

async function argumentsOf(
  id: string,
  db: string | undefined,
  {openQueue}: CompletionSources,
): Promise<Candidate[]> {
  if (id === 'completion') return optionsOf(['bash', 'zsh', 'fish'])
  if (!TAKES_JOBS.includes(id) && !TAKES_DOCUMENTS.includes(id)) return []
  const queue = await openQueue(db)
  if (queue === undefined) return []
  if (TAKES_DOCUMENTS.includes(id)) return documentIds(queue)
  const jobs = await queue.getAllJobs({limit: MOST_IDS})
  return jobs.map(({jobId, status, filePath}) => ({word: jobId, about: `${status} ${filePath}`}))
}

async function documentIds(queue: IngestionQueue): Promise<Candidate[]> {
  const documents = await queue.documents.list({limit: MOST_IDS})
  return documents.map(({documentId, fileName}) => ({word: documentId, about: fileName}))
}
