import {accessSync, constants, mkdtempSync, rmdirSync} from 'node:fs'
import {join} from 'node:path'
import {AUTOMATIC, checkLanguages, findOcrTools, isNative} from '../extract/ocr/ocr-tools.js'
import {AtsError} from '../model/errors.js'
import {describeEngine} from '../store/engine.js'
import {type Finding, fail, ok, warn} from './finding.js'
import type {Machine} from './machine.js'

/** The oldest Node.js that better-sqlite3 runs on. */
const OLDEST_NODE = [22, 13] as const

/** MiB that a worker takes itself, beside its readers. */
const WORKER_MB = 150

export function checkNode({nodeVersion}: Machine): Finding {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  const fits = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
  return fits
    ? ok('node', `Node.js ${nodeVersion}`)
    : fail('node', `Node.js ${nodeVersion} is too old`, `Install Node.js ${OLDEST_NODE.join('.')} or newer.`)
}

export async function checkEngine(): Promise<Finding> {
  try {
    const {name, driver} = await describeEngine()
    return ok('sqlite', `${name}, ${driver}`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail(
      'sqlite',
      `SQLite cannot be loaded: ${reason}`,
      'Install ats anew on this machine: npm install',
    )
  }
}

/** The languages that are wanted, and what will read them. */
export async function checkOcr({languages}: Machine): Promise<Finding> {
  const tools = await findOcrTools()
  try {
    checkLanguages(languages, tools)
    const all = languages.includes(AUTOMATIC) ? tools.languages : languages
    const native = all.filter((language) => isNative([language], tools))
    const packaged = all.filter((language) => !native.includes(language))
    const parts = [
      ...(native.length > 0
        ? [`${native.join(', ')} with Tesseract ${tools.native?.version} of this machine`]
        : []),
      ...(packaged.length > 0 ? [`${packaged.join(', ')} with the Tesseract in ats`] : []),
    ]
    return ok('languages', `OCR reads ${parts.join('; ')}`)
  } catch (error) {
    if (!(error instanceof AtsError)) throw error
    return fail('languages', error.message, error.suggestions.join('; '))
  }
}

export function checkTemporaryDirectory({temporaryDirectory: path}: Machine): Finding {
  try {
    accessSync(path, constants.R_OK | constants.X_OK)
    rmdirSync(mkdtempSync(join(path, 'ats-doctor-')))
    return ok('temp', `${path} may be written`)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    return fail('temp', `${path} may not be written (${code})`, 'Set TMPDIR to a directory that may be.')
  }
}

export function checkMemory({memoryBytes, concurrency, memoryMbPerFile}: Machine): Finding {
  const there = Math.floor(memoryBytes / 1024 ** 2)
  const wanted = concurrency * memoryMbPerFile + WORKER_MB
  const figures = `${concurrency} at once may take ${wanted} MiB; there are ${there} MiB`
  if (wanted <= there) return ok('memory', figures)
  const fitting = Math.max(1, Math.floor((there - WORKER_MB) / memoryMbPerFile))
  const advice =
    fitting < concurrency
      ? `Read fewer files at once: ats worker run --concurrency ${fitting}`
      : `Allow a file less: ats worker run --max-memory ${Math.max(128, there - WORKER_MB)}`
  return warn('memory', figures, advice)
}
