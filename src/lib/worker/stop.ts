import type {WorkerListener} from '../model/events.js'
import type {Running} from './running.js'
import type {WorkSource} from './work-source.js'

export interface StopOptions {
  signal: AbortSignal
  forceSignal: AbortSignal
  /** Milliseconds between the first signal and the handing back of what still runs. */
  graceMs: number
  source: WorkSource
  running: Running
  emit: WorkerListener
  /** From now on nothing waits for the database any more. */
  onLastCall: () => void
}

/** Milliseconds that the handing back may wait for a database that cannot be written. */
const LAST_CALL = 5_000

/** Turns signals into the end of the work: the first lets what runs finish for a while, the second does not. */
export function stopOn(options: StopOptions): {end: () => void} {
  const {signal, forceSignal, graceMs, source, running, emit, onLastCall} = options
  const timers: NodeJS.Timeout[] = []
  const stop = () => {
    emit({type: 'worker.stopping', running: running.size, forced: false})
    source.end()
    timers.push(
      setTimeout(() => running.abortAll(), graceMs),
      setTimeout(onLastCall, graceMs + LAST_CALL),
    )
  }
  const force = () => {
    source.end()
    emit({type: 'worker.stopping', running: running.size, forced: true})
    running.abortAll()
    onLastCall()
  }
  const unlisten = [onAbort(signal, stop), onAbort(forceSignal, force)]
  return {
    end() {
      for (const timer of timers) clearTimeout(timer)
      for (const off of unlisten) off()
    },
  }
}

function onAbort(signal: AbortSignal, react: () => void): () => void {
  if (signal.aborted) react()
  else signal.addEventListener('abort', react, {once: true})
  return () => signal.removeEventListener('abort', react)
}
