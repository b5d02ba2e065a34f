import {existsSync, readdirSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {gunzip} from 'node:zlib'
import {AtsError} from '../../../model/errors.js'

const SCOPE = '@tesseract.js-data'
/** Best first: the integer models read the same at a third of the size. */
const EDITIONS = ['4.0.0_best_int', '4.0.0', '4.0.0_fast']

const require = createRequire(import.meta.url)

/** Where the data of a language is: a file `<language>.traineddata`, or one with `.gz` when it is packed. */
export interface LanguageData {
  directory: string
  isPacked: boolean
}

/**
 * Where an npm package has put a language's data.
 *
 * @throws AtsError `CONFIGURATION` when the language is not installed
 */
export function languageData(language: string): LanguageData {
  const directory = findDirectory(language)
  if (directory !== undefined) return {directory, isPacked: true}
  throw notInstalled(language, packagedLanguages())
}

export async function readLanguageData(language: string): Promise<Buffer> {
  const {directory} = languageData(language)
  return promisify(gunzip)(await readFile(join(directory, `${language}.traineddata.gz`)))
}

export function notInstalled(language: string, installed: readonly string[]): AtsError {
  return new AtsError('CONFIGURATION', `OCR language "${language}" is not installed`, {
    suggestions: [
      `npm install ${SCOPE}/${language}`,
      `Installed languages: ${installed.join(', ') || 'none'}.`,
    ],
  })
}

/** Tesseract's names of the languages that npm packages have brought, sorted. */
export function packagedLanguages(): string[] {
  const names = (require.resolve.paths(SCOPE) ?? []).flatMap((directory) => namesIn(join(directory, SCOPE)))
  return [...new Set(names)].filter((name) => name !== 'osd' && findDirectory(name) !== undefined).sort()
}

function findDirectory(language: string): string | undefined {
  if (!/^\w+$/.test(language)) return undefined
  const root = packageDirectory(language)
  if (root === undefined) return undefined
  return EDITIONS.map((edition) => join(root, edition)).find((directory) =>
    existsSync(join(directory, `${language}.traineddata.gz`)),
  )
}

function packageDirectory(language: string): string | undefined {
  try {
    return dirname(require.resolve(`${SCOPE}/${language}/package.json`))
  } catch {
    return undefined
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
