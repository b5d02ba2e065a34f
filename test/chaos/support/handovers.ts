import type {Heard, WorkerProgram} from './worker-program.ts'

const BEGINS = new Set(['job.claimed', 'file.started'])

/** Milliseconds from each kill of a worker to the next run of what it had, by a worker that was there already. */
export function handovers(workers: readonly WorkerProgram[]): number[] {
  const histories = workers.map((worker) => ({worker, heard: worker.heard}))
  const killed = new Map(workers.flatMap((worker) => (worker.workerId ? [[worker.workerId, worker]] : [])))
  return histories.flatMap(({worker, heard}) =>
    heard
      .filter(({type, dead}) => type === 'job.recovered' && !dead)
      .flatMap((recovery) => {
        const at = killed.get(recovery.lostWorker ?? '')?.program.killedAt
        const present = at !== undefined && worker.startedAt !== undefined && worker.startedAt < at
        const again = present ? nextRun(recovery, heard) : undefined
        return again && at !== undefined ? [again.at - at] : []
      }),
  )
}

function nextRun({jobId, filePath, at}: Heard, heard: readonly Heard[]): Heard | undefined {
  return heard.find(
    (event) =>
      BEGINS.has(event.type) && event.jobId === jobId && event.filePath === filePath && event.at >= at,
  )
}

/** `12 of them: median 300 ms, worst 900 ms` */
export function summaryOf(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round)
  if (sorted.length === 0) return 'none'
  return `${sorted.length} of them: median ${sorted[sorted.length >> 1]} ms, worst ${sorted.at(-1)} ms`
}
