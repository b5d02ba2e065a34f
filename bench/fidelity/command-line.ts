import {statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'

export interface Request {
  /** Absolute. */
  corpus: string
  /** Where the texts and `results.json` are written. */
  out: string
  /** Files whose path it does not match are left out. */
  only: RegExp
}

export const HELP = `How faithfully files are read, beside the readers that this machine has.

  npm run bench:fidelity -- --corpus DIR [--out DIR] [--only REGEXP]

  --corpus DIR   A corpus of the layout that docs/fidelity.md describes.
  --out DIR      Where every reader's texts and results.json go. [bench/out/fidelity]
  --only REGEXP  Read only the files whose path matches: --only 'rendercv.*pdf$'
  --help         Print this.

Exit code 2: the command line or the corpus is not as it should be.
`

/** Something that the person who called can put right. */
export class UsageError extends Error {}

/**
 * @returns undefined where only help was asked for
 * @throws UsageError
 */
export function readRequest(argv: readonly string[]): Request | undefined {
  const {corpus, out, only, help} = parse(argv)
  if (help) return undefined
  if (corpus === undefined) throw new UsageError('--corpus DIR is missing')
  return {corpus: existing(resolve(corpus)), out: resolve(out), only: pattern(only)}
}

function parse(argv: readonly string[]) {
  try {
    const {values} = parseArgs({
      args: [...argv],
      options: {
        corpus: {type: 'string'},
        out: {type: 'string', default: join('bench', 'out', 'fidelity')},
        only: {type: 'string', default: ''},
        help: {type: 'boolean', short: 'h', default: false},
      },
    })
    return values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function existing(corpus: string): string {
  const found = statSync(corpus, {throwIfNoEntry: false})
  if (!found) throw new UsageError(`--corpus ${corpus}: there is no such directory`)
  if (!found.isDirectory())
    throw new UsageError(`--corpus ${corpus} is a file; unpack it and give the directory`)
  return corpus
}

function pattern(only: string): RegExp {
  try {
    return new RegExp(only)
  } catch (error) {
    throw new UsageError(`--only ${only}: ${(error as Error).message}`)
  }
}
