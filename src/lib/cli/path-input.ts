import {StringDecoder} from 'node:string_decoder'
import {AtsError} from '../model/errors.js'

/** Longer than any path; what is longer is no list of paths. */
const LONGEST_PATH = 64 * 1024

export type Separator = '\n' | '\0'

/**
 * The paths that stdin lists, one after the other as they come in: one a line (CRLF too), or NUL-separated. Empty ones
 * are left out.
 */
export async function* readPathList(
  stdin: AsyncIterable<Buffer>,
  separator: Separator,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of stdin) {
    const parts = (rest + decoder.write(chunk)).split(separator)
    rest = parts.pop() ?? ''
    if (rest.length > LONGEST_PATH) throw notAList()
    for (const part of parts) yield* onePath(part, separator)
  }
  yield* onePath(rest + decoder.end(), separator)
}

function* onePath(part: string, separator: Separator): Generator<string> {
  const path = separator === '\n' ? part.replace(/\r$/, '') : part
  const blank = separator === '\n' ? path.trim() === '' : path === ''
  if (!blank) yield path
}

function notAList(): AtsError {
  return new AtsError('USAGE', 'Stdin is not a list of paths: a path is longer than 64 KiB', {
    suggestions: ['Give one path a line, or NUL-separated paths with -0.'],
  })
}

/** Groups what comes in, so that a batch is one transaction. */
export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
