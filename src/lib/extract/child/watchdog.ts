import {readFileSync, writeSync} from 'node:fs'
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
  if (process.memoryUsage.rss() + memoryOfChildren() > memoryMb * 1024 * 1024) {
    writeSync(2, `${MEMORY_MARK}\n`)
    end()
  }
}, LOOK)

/** Bytes of the programs that this process has started and that run; 0 where the system does not tell. */
function memoryOfChildren(): number {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim()
    if (children === '') return 0
    return children.split(' ').reduce((sum, pid) => sum + memoryOf(pid), 0)
  } catch {
    return 0
  }
}

function memoryOf(pid: string): number {
  const kibibytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return 1024 * Number(kibibytes ?? 0)
}

function end(): void {
  try {
    process.kill(-process.pid, 'SIGKILL')
  } catch {
    // Not the leader of a group of its own: then it is this process alone.
    process.kill(process.pid, 'SIGKILL')
  }
}
