import {writeSync} from 'node:fs'
import {workerData} from 'node:worker_threads'
import {MEMORY_MARK} from './messages.js'

/** Milliseconds between two looks. */
const LOOK = 100

const {parent, memoryMb} = workerData as {parent: number; memoryMb: number}

/**
 * A thread beside the one that reads: it sees a parent that is gone and memory that runs away even while the other
 * is busy, and ends the whole process group, with whatever the child has started.
 */
setInterval(() => {
  if (process.ppid !== parent) end()
  if (process.memoryUsage.rss() > memoryMb * 1024 * 1024) {
    writeSync(2, `${MEMORY_MARK}\n`)
    end()
  }
}, LOOK)

function end(): void {
  try {
    process.kill(-process.pid, 'SIGKILL')
  } catch {
    // Not the leader of a group of its own: then it is this process alone.
    process.kill(process.pid, 'SIGKILL')
  }
}
