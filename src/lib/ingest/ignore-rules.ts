import {readFile} from 'node:fs/promises'
import {join, relative} from 'node:path'
import ignore, {type Ignore} from 'ignore'

export const IGNORE_FILE = '.atsignore'

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
   * @throws the file system's error when there is an `.atsignore` that cannot be read: nobody knows what it leaves out
   */
  async within(directory: string): Promise<IgnoreRules> {
    const text = await readFile(join(directory, IGNORE_FILE), 'utf8').catch(absent)
    if (text === undefined) return this
    const matcher = ignore({ignorecase: false}).add(text.replace(/^\uFEFF/, ''))
    return new IgnoreRules([...this.#levels, {directory, matcher}])
  }

  /** @param path a file or directory below the one that these rules are of */
  ignores(path: string, {isDirectory}: {isDirectory: boolean}): boolean {
    let ignored = false
    for (const {directory, matcher} of this.#levels) {
      const verdict = matcher.test(`${relative(directory, path)}${isDirectory ? '/' : ''}`)
      ignored = (ignored || verdict.ignored) && !verdict.unignored
    }
    return ignored
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined
  throw error
}
