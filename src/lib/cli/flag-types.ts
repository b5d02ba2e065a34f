import * as Flags from '@oclif/core/flags'
import type {BooleanFlag, OptionFlag} from '@oclif/core/interfaces'
import {FILE_ERRORS, isFileErrorCode} from '../model/errors.js'
import type {FileType} from '../model/extraction.js'
import {FILE_TYPES, typesNamed} from '../model/file-type.js'
import {nearest} from '../model/nearest.js'
import {periodStart} from '../model/search/period.js'
import {parseDuration} from './duration.js'
import {parseInstant} from './instant.js'
import {InvalidValue} from './invalid-value.js'
import {parsePeriod} from './period.js'

/** What a flag's value is in a configuration file. */
export type SettingKind = 'text' | 'path' | 'number' | 'duration'

/** A flag with a value: oclif's, and what our settings and help must know of it besides. */
export interface ValueFlag<T> extends Omit<OptionFlag<unknown>, 'default' | 'parse'> {
  kind: SettingKind
  default?: T
  /** The default as it would be typed, where that is not how it is kept. */
  defaultText?: string
  parse: (input: string) => Promise<T>
}

/** The values that a command's flags come to. */
export type FlagValues<Flags> = {
  [Name in keyof Flags]: Flags[Name] extends ValueFlag<infer T> ? T : boolean
}

export interface FlagDetails {
  summary: string
  char?: 'o' | 'p'
  exclusive?: string[]
  helpGroup?: string
  helpValue?: string
  defaultText?: string
}

/** Makes a flag from its details; with a default it always has a value. */
export interface DefineFlag<T> {
  (details: FlagDetails & {default: T}): ValueFlag<T>
  (details: FlagDetails): ValueFlag<T | undefined>
}

interface Shape<T> {
  kind: SettingKind
  helpValue: string
  options?: readonly string[]
  /** @throws InvalidValue */
  read: (input: string) => T
}

function flagOf<T>({read, ...shape}: Shape<T>): DefineFlag<T> {
  const define = (details: FlagDetails) => ({
    ...Flags.string(),
    ...shape,
    ...details,
    parse: async (input: string) => read(input),
  })
  return define as unknown as DefineFlag<T>
}

export const text = flagOf({kind: 'text', helpValue: 'TEXT', read: notEmpty})

/** A path; in a configuration file it is relative to that file. */
export const path = flagOf({kind: 'path', helpValue: 'PATH', read: notEmpty})

/** Whole milliseconds; `30s`, `5m`, `2h`, `1d` or a number of seconds. */
export const duration = flagOf({kind: 'duration', helpValue: 'DURATION', read: parseDuration})

/** Whole days in milliseconds: `180d`, `26w`, `6mo` or `2y`. */
export const period = flagOf({
  kind: 'duration',
  helpValue: 'PERIOD',
  read: parsePeriod,
})

/** Tesseract's names joined by `+`. */
export const languages = flagOf({
  kind: 'text',
  helpValue: 'eng+fra',
  read: (input) => {
    const names = input.split(/[+,]/).map((name) => name.trim())
    if (!names.every((name) => /^\w+$/.test(name))) throw new InvalidValue(input, 'languages joined by +')
    return names
  },
})

/** Languages of documents by ISO 639-1, joined by commas. */
export const languageCodes = flagOf({
  kind: 'text',
  helpValue: 'LANG',
  read: (input) => {
    const codes = listOf(input).map((code) => code.toLowerCase())
    if (codes.length === 0 || !codes.every((code) => /^[a-z]{2,3}$/.test(code)))
      throw new InvalidValue(input, 'the two letters of a language, such as de')
    return codes
  },
})

/** Formats of files, joined by commas. */
export const fileTypes = flagOf({
  kind: 'text',
  helpValue: 'TYPE',
  read: (input) => listOf(input).flatMap(typesOf),
})

function typesOf(name: string): readonly FileType[] {
  const types = typesNamed(name)
  if (types) return types
  throw new InvalidValue(name, `one of ${FILE_TYPES.join(', ')}`, nearest(name, FILE_TYPES))
}

/** Words joined by commas. */
export const words = flagOf({
  kind: 'text',
  helpValue: 'WORDS',
  read: (input) => {
    const found = listOf(input)
    if (!found.some((word) => /[\p{L}\p{N}]/u.test(word))) throw new InvalidValue(input, 'a word')
    return found
  },
})

/** The beginning of a year, month or day, or a moment. */
export const day = flagOf({
  kind: 'text',
  helpValue: 'DATE',
  read: (input) => {
    const time = periodStart(input)
    if (time) return time
    throw new InvalidValue(input, 'a date such as 2026, 2026-03 or 2026-03-15')
  },
})

function listOf(input: string): string[] {
  return input
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A code of what became of a job, in any case. */
export const errorCode = flagOf({
  kind: 'text',
  helpValue: 'CODE',
  read: (input) => {
    const code = input.toUpperCase()
    if (isFileErrorCode(code)) return code
    throw new InvalidValue(input, 'an error code of a job', nearest(code, Object.keys(FILE_ERRORS)))
  },
})

export const instant = flagOf({kind: 'text', helpValue: 'TIME', read: parseInstant})

/** Whole milliseconds from seconds, which may have a fraction but are more than nothing. */
export const seconds = flagOf({
  kind: 'number',
  helpValue: 'SECONDS',
  read: (input) => {
    const value = Number(input)
    const fits = /^\d*\.?\d+$/.test(input.trim()) && value >= 0.001 && value <= 86_400
    if (!fits) throw new InvalidValue(input, 'a number of seconds, more than 0 and at most 86400')
    return Math.round(value * 1_000)
  },
})

export function wholeNumber({
  min,
  max = Number.MAX_SAFE_INTEGER,
}: {
  min: number
  max?: number
}): DefineFlag<number> {
  const range = max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`
  return flagOf({
    kind: 'number',
    helpValue: 'N',
    read: (input) => {
      const value = Number(input)
      const fits = /^-?\d+$/.test(input.trim()) && value >= min && value <= max
      if (!fits) throw new InvalidValue(input, `a whole number ${range}`)
      return value
    },
  })
}

/** One of a few words. */
export function choice<Value extends string>(
  options: readonly Value[],
  helpValue: string,
): DefineFlag<Value> {
  return flagOf({kind: 'text', helpValue, options, read: (input) => input as Value})
}

export interface SwitchDetails {
  summary: string
  char?: string
  exclusive?: string[]
  helpGroup?: string
}

/** A switch. `--no-NAME` switches off what the environment or a configuration file switched on. */
export function toggle({char, ...details}: SwitchDetails): BooleanFlag<boolean> {
  return Flags.boolean({allowNo: true, ...details, ...(char === undefined ? {} : {char: char as 'a'})})
}

/** A switch whose name is a negation already. */
export function plainSwitch(details: SwitchDetails): BooleanFlag<boolean> {
  return {...toggle(details), allowNo: false}
}

function notEmpty(input: string): string {
  if (input === '') throw new InvalidValue(input, 'something')
  return input
}
