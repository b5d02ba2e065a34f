import {open} from 'node:fs/promises'
import {join, relative} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import {AtsError} from '../model/errors.js'

export const IGNORE_FILE = '.atsignore'

/**
 * Patterns become regular expressions that try each place for each of their stars: without limits, whoever may write
 * into a folder could hold up the walk for hours.
 */
const LIMITS = {bytes: 64 * 1024, lines: 1_000, stars: 4, doubleStars: 2, doubleStarsInAll: 100}
/** Folders below the one with the rules. */
const DEEPEST = 100

interface Level {
  directory: string
  matcher: Ignore
}

/**
 * What the `.atsignore` files of a directory and of those above it, up to the root of the walk, leave out. The syntax
 * and the precedence are those of gitignore: a deeper file, and a later line, has the last word.
 */
export class IgnoreRules {
  readonly #levels: readonly Level[]

  constructor(levels: readonly Level[] = []) {
    this.#levels = levels
  }

  /**
   * The rules in a directory below.
   *
   * @throws the file system's error when there is an `.atsignore` that cannot be read, or AtsError TOO_LARGE when it is
   *   beyond the limits: nobody knows what it leaves out
   */
  async within(directory: string): Promise<IgnoreRules> {
    const path = join(directory, IGNORE_FILE)
    const text = await readWithin(LIMITS.bytes, path).catch(absent)
    if (text === undefined) return this
    refuseCostly(text, path)
    const matcher = ignore({ignorecase: false}).add(text.replace(/^\uFEFF/, ''))
    return new IgnoreRules([...this.#levels, {directory, matcher}])
  }

  /**
   * @param path a file or directory below the one that these rules are of
   * @throws AtsError TOO_LARGE when it is too deep below
   */
  ignores(path: string, {isDirectory}: {isDirectory: boolean}): boolean {
    let ignored = false
    for (const {directory, matcher} of this.#levels) {
      const below = relative(directory, path)
      if (below.split('/').length > DEEPEST)
        throw tooMuch(directory, `folders lie deeper than ${DEEPEST} below it`)
      const verdict = matcher.test(`${below}${isDirectory ? '/' : ''}`)
      ignored = (ignored || verdict.ignored) && !verdict.unignored
    }
    return ignored
  }
}

async function readWithin(most: number, path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(most + 1), 0, most + 1, 0)
    if (bytesRead > most) throw tooMuch(path, `it has more than ${most} bytes`)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

function refuseCostly(text: string, path: string): void {
  const lines = text.split('\n')
  if (lines.length > LIMITS.lines) throw tooMuch(path, `it has more than ${LIMITS.lines} lines`)
  let doubleStars = 0
  for (const [at, line] of lines.entries()) {
    const stars = line.match(/\*+/g) ?? []
    const double = stars.filter((one) => one.length > 1).length
    doubleStars += double
    if (stars.length > LIMITS.stars || double > LIMITS.doubleStars)
      throw tooMuch(path, `line ${at + 1} has more than ${LIMITS.stars} * or ${LIMITS.doubleStars} **`)
  }
  if (doubleStars > LIMITS.doubleStarsInAll)
    throw tooMuch(path, `it has more than ${LIMITS.doubleStarsInAll} ** in all`)
}

function tooMuch(path: string, message: string): AtsError {
  return new AtsError('TOO_LARGE', `${path}: ${message}`, {
    suggestions: ['Make its patterns simpler, or put them into an .atsignore further down.'],
  })
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined
  throw error
}
