import {statSync} from 'node:fs'
import {AtsError} from '../model/errors.js'
import type {WorkerInfo} from '../model/worker.js'
import {IngestionQueue} from '../queue/ingestion-queue.js'
import {readWorkerLocks} from '../store/engine.js'
import {type Finding, fail, ok, warn} from './finding.js'

/** What the database says when it is opened. */
export async function checkQueue(path: string): Promise<Finding[]> {
  if (!statSync(path, {throwIfNoEntry: false})?.isFile()) return []
  const queue = new IngestionQueue(path, {create: false})
  try {
    await queue.open()
    return [
      await checkDatabase(queue),
      checkWal(path),
      await checkErasures(queue),
      await checkWorkers(queue),
      await checkLocks(queue),
    ]
  } catch (error) {
    if (!(error instanceof AtsError)) throw error
    return [fail('database', error.message, error.suggestions.join('; '))]
  } finally {
    await queue.close()
  }
}

async function checkDatabase(queue: IngestionQueue): Promise<Finding> {
  const {version} = await queue.schema()
  const {total, documents} = await queue.getStats()
  return ok('database', `It opens: schema ${version}, ${total} jobs, ${documents} documents`)
}

/** While it is open the log lies beside the database, or there is none. */
function checkWal(path: string): Finding {
  return statSync(`${path}-wal`, {throwIfNoEntry: false})
    ? ok('wal', 'It keeps a write-ahead log')
    : warn(
        'wal',
        'It keeps no write-ahead log, so readers and writers stop each other',
        'Put it on a local disk whose file system supports shared memory.',
      )
}

async function checkErasures(queue: IngestionQueue): Promise<Finding> {
  const pending = await queue.documents.erasures({pending: true})
  if (pending.length === 0) return ok('erasures', 'Nothing is left of what was erased')
  return warn(
    'erasures',
    `Something may be left in the database's files of documents that were erased: ${pending.length}`,
    'Complete them: ats documents purge --pending',
  )
}

async function checkWorkers(queue: IngestionQueue): Promise<Finding> {
  const workers = await queue.workers()
  const stats = await queue.getStats()
  const living = workers.filter(({alive}) => alive)
  const [dead] = workers.filter(({alive}) => !alive)
  if (dead) return deadWorker(dead, living.length)
  if (stats.paused)
    return warn('workers', 'The queue is paused: nothing is taken', 'Go on with: ats queue resume')
  const due = stats.pending - stats.scheduled
  if (living.length === 0 && due > 0) {
    const waiting = due === 1 ? '1 job waits' : `${due} jobs wait`
    return warn('workers', `${waiting} and no worker is alive`, 'Start one: ats worker run')
  }
  return ok('workers', living.length === 1 ? '1 is alive' : `${living.length} are alive`)
}

function deadWorker({workerId, running}: WorkerInfo, living: number): Finding {
  const advice =
    living > 0 ? 'A living worker takes its work back in a moment.' : 'Start another: ats worker run'
  return warn('workers', `${workerId} died; jobs and files it had in hand: ${running.length}`, advice)
}

async function checkLocks(queue: IngestionQueue): Promise<Finding> {
  const {left} = await readWorkerLocks(queue.location)
  const known = (await queue.workers()).map(({workerId}) => `/${workerId}.lock`)
  const strays = left.filter((path) => !known.some((name) => path.endsWith(name)))
  return strays.length === 0
    ? ok('locks', 'No dead worker has left its lock')
    : warn('locks', `${strays.length} locks of dead workers are left`, `rm ${strays.join(' ')}`)
}
