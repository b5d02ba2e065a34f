import type {WorkerEvent} from '../model/events.js'
import {isFinal} from '../model/job-state.js'
import type {Claim, Settled, Settlement} from '../store/store.js'

/** What a settlement has to tell: of the file, of the job, or of both. */
export function outcomeEvents(
  claim: Claim,
  settlement: Settlement,
  settled: Settled,
  now: Date,
): WorkerEvent[] {
  const ofFile = fileEvent(claim, settlement, settled)
  const ofJob = jobEvent(claim, settlement, settled, now)
  return [ofFile, ofJob].filter((event) => event !== undefined)
}

function fileEvent(claim: Claim, settlement: Settlement, settled: Settled): WorkerEvent | undefined {
  const file = {
    jobId: claim.job.jobId,
    path: claim.job.filePath,
    filePath: claim.file?.path ?? claim.job.filePath,
  }
  switch (settlement.kind) {
    case 'loaded':
    case 'reused':
      if (settled.refused)
        return {type: 'file.skipped', ...file, ...settled.refused, durationMs: settlement.durationMs}
      return {type: 'file.loaded', ...file, ...loaded(settlement, settled), durationMs: settlement.durationMs}
    case 'skipped':
      return {type: 'file.skipped', ...file, ...settlement.error, durationMs: settlement.durationMs}
    case 'failed':
      if (settlement.path === undefined) return undefined
      return {type: 'file.failed', ...file, ...settlement.error, durationMs: settlement.durationMs}
    case 'retry':
      return claim.file && {type: 'file.retried', ...file, ...retry(claim, settlement)}
    case 'released':
      return claim.file && {type: 'file.released', ...file}
    default:
      return undefined
  }
}

function loaded(settlement: Extract<Settlement, {kind: 'loaded' | 'reused'}>, {documentId = ''}: Settled) {
  const extraction = settlement.kind === 'loaded' ? settlement.extraction : undefined
  return {
    documentId,
    reused: settlement.kind === 'reused',
    pages: extraction?.pages ?? 0,
    ocrPages: extraction?.ocrPages ?? 0,
    warnings: extraction?.warnings.length ?? 0,
  }
}

function jobEvent(claim: Claim, settlement: Settlement, {job}: Settled, now: Date): WorkerEvent | undefined {
  const {jobId, filePath: path} = job
  if (job.status === 'completed') {
    const durationMs = Math.max(0, now.getTime() - claim.startedAt.getTime())
    return {type: 'job.completed', jobId, path, result: job.result, durationMs}
  }
  if (isFinal(job.status)) {
    return {type: 'job.failed', jobId, path, code: job.errorCode, message: job.errorMessage ?? ''}
  }
  if (claim.file) return undefined
  if (settlement.kind === 'retry') return {type: 'job.retried', jobId, path, ...retry(claim, settlement)}
  if (settlement.kind === 'released') return {type: 'job.released', jobId, path}
  return undefined
}

function retry({job}: Claim, {error, retries, delayMs}: Extract<Settlement, {kind: 'retry'}>) {
  return {...error, retries, maxRetries: job.maxRetries, delayMs}
}
