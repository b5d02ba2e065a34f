import {availableParallelism} from 'node:os'
import {AtsError} from '../model/errors.js'
import {DEFAULT_LANGUAGES, DEFAULT_LIMITS, type ExtractionLimits} from '../model/extraction.js'
import type {JobHandler, WorkerOptions} from './worker-options.js'

const NEVER = new AbortController().signal

export interface WorkerSettings {
  queue: WorkerOptions['queue']
  handler: JobHandler | undefined
  ocr: boolean
  languages: readonly string[]
  limits: ExtractionLimits
  pollInterval: number
  until: 'stopped' | 'drained' | 'one job'
  concurrency: number
  batchSize: number
  graceMs: number
  leaseMs: number
  retentionMs: number | undefined
  signal: AbortSignal
  forceSignal: AbortSignal
  clock: () => Date
}

/** @throws AtsError USAGE for numbers that make no sense */
export function withDefaults(options: WorkerOptions): WorkerSettings {
  const {oneTime = false, drain = false} = options
  return {
    queue: options.queue,
    handler: options.handler,
    ocr: options.ocr ?? true,
    languages: options.languages ?? DEFAULT_LANGUAGES,
    limits: {...DEFAULT_LIMITS, ...options.limits},
    pollInterval: positive('pollInterval', options.pollInterval ?? 5_000),
    until: oneTime ? 'one job' : drain ? 'drained' : 'stopped',
    concurrency: wholePositive('concurrency', options.concurrency ?? availableParallelism()),
    batchSize: wholePositive('batchSize', options.batchSize ?? 1),
    graceMs: options.graceMs ?? 10_000,
    leaseMs: positive('leaseMs', options.leaseMs ?? 60_000),
    retentionMs: options.retentionMs === undefined ? undefined : positive('retentionMs', options.retentionMs),
    signal: options.signal ?? NEVER,
    forceSignal: options.forceSignal ?? NEVER,
    clock: () => new Date(),
  }
}

function positive(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value
  throw new AtsError('USAGE', `${name} must be a number above zero: ${value}`)
}

function wholePositive(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new AtsError('USAGE', `${name} must be a whole number above zero: ${value}`)
}
