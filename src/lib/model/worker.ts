/** A worker that is known to the database. */
export interface WorkerInfo {
  workerId: string
  host: string
  pid: number
  startedAt: Date
  heartbeatAt: Date
  concurrency: number
  /** What it works on now: jobs, and files of directory jobs. */
  running: {jobId: string; filePath: string}[]
  alive: boolean
}

export interface WorkerInfoJson {
  worker_id: string
  host: string
  pid: number
  started_at: string
  heartbeat_at: string
  concurrency: number
  running: {job_id: string; file_path: string}[]
  alive: boolean
}

export function workerToJson(worker: WorkerInfo): WorkerInfoJson {
  return {
    worker_id: worker.workerId,
    host: worker.host,
    pid: worker.pid,
    started_at: worker.startedAt.toISOString(),
    heartbeat_at: worker.heartbeatAt.toISOString(),
    concurrency: worker.concurrency,
    running: worker.running.map(({jobId, filePath}) => ({job_id: jobId, file_path: filePath})),
    alive: worker.alive,
  }
}
