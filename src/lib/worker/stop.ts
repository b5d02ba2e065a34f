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
}

/** Turns signals into the end of the work: the first lets what runs finish for a while, the second does not. */
export function stopOn(options: StopOptions): {end: () => void} {
  const {signal, forceSignal, graceMs, source, running, emit} = options
  let timer: NodeJS.Timeout | undefined
  const stop = () => {
    emit({type: 'worker.stopping', running: running.size, forced: false})
    source.end()
    timer = setTimeout(() => running.abortAll(), graceMs)
  }
  const force = () => {
    source.end()
    emit({type: 'worker.stopping', running: running.size, forced: true})
    running.abortAll()
  }
  const unlisten = [onAbort(signal, stop), onAbort(forceSignal, force)]
  return {
    end() {
      clearTimeout(timer)
      for (const off of unlisten) off()
    },
  }
}

function onAbort(signal: AbortSignal, react: () => void): () => void {
  if (signal.aborted) react()
  else signal.addEventListener('abort', react, {once: true})
  return () => signal.removeEventListener('abort', react)
}
