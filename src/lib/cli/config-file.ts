import {readFileSync} from 'node:fs'
import {isAbsolute, join} from 'node:path'
import {AtsError} from '../model/errors.js'
import {nearest} from '../model/nearest.js'

/** A configuration file as it was read; its keys are flags without their dashes. */
export interface ConfigFile {
  path: string
  values: Record<string, unknown>
}

export interface ConfigPlaces {
  cwd: string
  env: NodeJS.ProcessEnv
}

/** Where settings are looked for, the stronger place first. */
export function configPaths({cwd, env}: ConfigPlaces): string[] {
  const home = env.HOME ? join(env.HOME, '.config') : undefined
  const base = env.XDG_CONFIG_HOME && isAbsolute(env.XDG_CONFIG_HOME) ? env.XDG_CONFIG_HOME : home
  return [join(cwd, 'ats.config.json'), ...(base === undefined ? [] : [join(base, 'ats', 'config.json')])]
}

/**
 * @returns undefined where there is no such file
 * @throws AtsError `CONFIGURATION`, with the file's name
 */
export function readConfigFile(path: string): ConfigFile | undefined {
  const text = readIfThere(path)
  return text === undefined ? undefined : {path, values: parseObject(text, path)}
}

/** @throws AtsError `CONFIGURATION` that names file, key and the nearest right key */
export function checkKeys(file: ConfigFile, known: readonly string[]): void {
  for (const key of Object.keys(file.values)) {
    if (key === '$schema' || known.includes(key)) continue
    const right = nearest(key.replaceAll('_', '-').replace(/([a-z])([A-Z])/g, '$1-$2'), known)
    throw new AtsError('CONFIGURATION', `${file.path}: "${key}" is not a setting`, {
      suggestions: [
        right === undefined
          ? 'Settings are named as the flags are, without their dashes: see ats COMMAND --help.'
          : `Did you mean "${right}"?`,
      ],
    })
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new AtsError('CONFIGURATION', `${path}: cannot be read (${code})`, {
      cause: error,
      suggestions: ['Make the configuration file readable, or take it away.'],
    })
  }
}

function parseObject(text: string, path: string): Record<string, unknown> {
  const value = parseJson(text.replace(/^\ufeff/, ''), path)
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new AtsError('CONFIGURATION', `${path}: is not a JSON object`, {
    suggestions: ['Write settings as {"db": "./jobs.db", "limit": 20}.'],
  })
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AtsError('CONFIGURATION', `${path}: is not valid JSON: ${(error as Error).message}`, {
      cause: error,
      suggestions: ['JSON has no comments, and no comma after the last value.'],
    })
  }
}
