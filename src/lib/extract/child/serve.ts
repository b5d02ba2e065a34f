import {isMainThread, Worker} from 'node:worker_threads'
import {AtsError} from '../../model/errors.js'
import type {Extraction, ExtractionRequest, PageProgress} from '../../model/extraction.js'
import type {FromChild, ToChild} from './messages.js'
import type {ParentCache} from './parent-cache.js'

export type Extract = (
  request: ExtractionRequest,
  onPage: (progress: PageProgress) => void,
) => Promise<Extraction>

/** Serves one request at a time until the parent hangs up. */
export function serve(extract: Extract, cache: ParentCache): void {
  if (!isMainThread) throw new TypeError('an extractor is a process of its own')
  const watchdog = new Worker(new URL('./watchdog.js', import.meta.url), {
    workerData: {
      // Told, not asked: the parent may be dead before this line runs.
      parent: Number(process.env.ATS_EXTRACTOR_PARENT),
      memoryMb: Number(process.env.ATS_EXTRACTOR_MEMORY_MB),
    },
    execArgv: [],
  })
  watchdog.unref()
  // The parent alone decides when a child ends: ^C reaches the whole terminal.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit(0))
  process.on('uncaughtException', (error) => tellAndLeave(error))
  process.on('unhandledRejection', (error) => tellAndLeave(error))
  if (!process.connected) process.exit(0)
  process.on('message', (message: ToChild) => {
    if (message.type === 'extract') void answer(extract, message.request)
    else cache.hear(message)
  })
}

async function answer(extract: Extract, request: ExtractionRequest): Promise<void> {
  try {
    const extraction = await extract(request, (progress) => send({type: 'page', ...progress}))
    send({type: 'done', extraction, rss: process.memoryUsage.rss()})
  } catch (error) {
    send(failure(error))
  }
}

/** A format that throws anything but an AtsError has met a file that it cannot make sense of. */
function failure(error: unknown): FromChild {
  const rss = process.memoryUsage.rss()
  if (error instanceof AtsError) {
    const {code, message, suggestions} = error
    return {type: 'failed', code, message, suggestions, rss}
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return {
    type: 'failed',
    code: 'CORRUPT',
    message: 'The file is damaged and cannot be read',
    suggestions: [],
    rss,
  }
}

/** After an error that nobody caught the process cannot be trusted with another file. */
function tellAndLeave(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`, () => process.exit(70))
}

export function send(message: FromChild): void {
  if (process.connected) process.send?.(message)
}
