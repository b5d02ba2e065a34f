import {existsSync, readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {AtsError} from '../../model/errors.js'

const SCOPE = '@tesseract.js-data'
/** Best first: the integer models read the same at a third of the size. */
const EDITIONS = ['4.0.0_best_int', '4.0.0', '4.0.0_fast']

const require = createRequire(import.meta.url)

/**
 * The directory that holds `<language>.traineddata.gz`.
 *
 * @throws AtsError `CONFIGURATION` when the language is not installed
 */
export function languageDirectory(language: string): string {
  const found = findDirectory(language)
  if (found !== undefined) return found
  throw new AtsError('CONFIGURATION', `OCR language "${language}" is not installed`, {
    suggestions: [
      `npm install ${SCOPE}/${language}`,
      `Installed languages: ${installedLanguages().join(', ') || 'none'}.`,
    ],
  })
}

/** @throws AtsError `CONFIGURATION` when one of the languages is not installed */
export function requireLanguages(languages: readonly string[]): void {
  for (const language of languages) languageDirectory(language)
}

/** Tesseract's names of the languages that OCR can read here, sorted. */
export function installedLanguages(): string[] {
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
