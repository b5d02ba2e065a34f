import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import type {WorkerListener} from '../model/events.js'

/** Milliseconds without work: then the children have been let go, which takes a minute, and a pause hurts nobody. */
const AFTER = 65_000

export interface IdleMemoryOptions {
  afterMs?: number
  release?: () => void
}

/**
 * Gives back the memory that the work has left behind once a worker has been idle for a while: V8 collects only when
 * something is allocated, which an idle worker does not.
 *
 * @returns what is to be told of the worker's events
 */
export function releaseWhenIdle({
  afterMs = AFTER,
  release = releaseMemory,
}: IdleMemoryOptions = {}): WorkerListener {
  let timer: NodeJS.Timeout | undefined
  return ({type}) => {
    if (type === 'worker.idle') timer ??= setTimeout(release, afterMs).unref()
    else if (STARTS.has(type)) {
      clearTimeout(timer)
      timer = undefined
    }
  }
}

const STARTS: ReadonlySet<string> = new Set(['job.claimed', 'file.started'])

/** Collects all garbage and shrinks the heap. It holds up the whole process: nothing for a library to do. */
export function releaseMemory(): void {
  // The function is there only for contexts that are made after the flag was set.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void
  setFlagsFromString('--no-expose-gc')
  collect({type: 'major', execution: 'sync', flavor: 'last-resort'})
}
