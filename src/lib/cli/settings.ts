import {dirname, resolve} from 'node:path'
import {AtsError} from '../model/errors.js'
import {nearest} from '../model/nearest.js'
import {type ConfigFile, type ConfigPlaces, checkKeys, configPaths, readConfigFile} from './config-file.js'
import type {SettingKind} from './flag-types.js'
import {environmentName} from './flags.js'
import {InvalidValue} from './invalid-value.js'

/** What a setting must know of its flag: oclif's flags have it. */
export interface SettingFlag {
  type: 'boolean' | 'option'
  options?: readonly string[]
  kind?: SettingKind
  parse?: unknown
}

const TRUE = ['1', 'true', 'yes', 'on']
const FALSE = ['0', 'false', 'no', 'off']

/**
 * What flags are when the command line does not say: the environment first, then `./ats.config.json`, then the user's
 * own file. SPEC §4.
 */
export class Settings {
  readonly #env: NodeJS.ProcessEnv
  readonly #files: readonly ConfigFile[]

  private constructor(env: NodeJS.ProcessEnv, files: readonly ConfigFile[]) {
    this.#env = env
    this.#files = files
  }

  /**
   * @param knownFlags asked for only when there is a configuration file
   * @throws AtsError `CONFIGURATION`
   */
  static async load(places: ConfigPlaces, knownFlags: () => Promise<readonly string[]>): Promise<Settings> {
    const read = configPaths(places).map(readConfigFile)
    const files = read.filter((file) => file !== undefined)
    if (files.length > 0) {
      const known = await knownFlags()
      for (const file of files) checkKeys(file, known)
    }
    return new Settings(places.env, files)
  }

  /**
   * @returns the parsed value, or undefined where nobody set it
   * @throws AtsError `CONFIGURATION` that names the variable, or the file and key
   */
  async get(name: string, flag: SettingFlag): Promise<unknown> {
    const variable = environmentName(name)
    const fromEnvironment = this.#env[variable]
    if (fromEnvironment) return this.#parse(variable, fromEnvironment, flag)
    const file = this.#files.find(({values}) => Object.hasOwn(values, name))
    if (file === undefined) return undefined
    const source = `${file.path}: "${name}"`
    return this.#parse(source, settingText(source, file, name, flag), flag)
  }

  async #parse(source: string, text: string, flag: SettingFlag): Promise<unknown> {
    try {
      return await parseSetting(text, flag)
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      throw new AtsError('CONFIGURATION', `${source}: ${error.message}`, {
        cause: error,
        suggestions: error.nearest === undefined ? [] : [`Did you mean "${error.nearest}"?`],
      })
    }
  }
}

async function parseSetting(text: string, flag: SettingFlag): Promise<unknown> {
  if (flag.type === 'boolean') return parseBoolean(text)
  if (flag.options && !flag.options.includes(text)) {
    throw new InvalidValue(text, `one of ${flag.options.join(', ')}`, nearest(text, flag.options))
  }
  return typeof flag.parse === 'function' ? flag.parse(text, {}, flag) : text
}

function parseBoolean(text: string): boolean {
  const word = text.trim().toLowerCase()
  if (TRUE.includes(word)) return true
  if (FALSE.includes(word)) return false
  throw new InvalidValue(text, 'true or false')
}

/** The value of a file as the text that the flag would be given. */
function settingText(source: string, file: ConfigFile, name: string, flag: SettingFlag): string {
  const value = file.values[name]
  const wanted = wantedTypes(flag)
  if (!wanted.includes(typeof value)) {
    throw new AtsError(
      'CONFIGURATION',
      `${source} must be a ${wanted.join(' or a ')}, not ${JSON.stringify(value)}`,
    )
  }
  const isPath = flag.kind === 'path' && !String(value).includes('://')
  return isPath ? resolve(dirname(file.path), String(value)) : String(value)
}

function wantedTypes({type, kind}: SettingFlag): string[] {
  if (type === 'boolean') return ['boolean']
  if (kind === 'number') return ['number']
  return kind === 'duration' ? ['string', 'number'] : ['string']
}
