import {realpathSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {walkFiles, writtenAt} from '../ingest/walk.js'
import {AtsError} from '../model/errors.js'
import type {FoundFile, Store} from '../store/store.js'
import {Bell} from './bell.js'
import {Delays} from './delays.js'
import {isPartial} from './partial-file.js'
import {deleteFile, moveFile, type PutAway, type Seen} from './put-away.js'
import {Settling} from './settling.js'
import type {WatchEvent} from './watch-events.js'
import type {Disposal, WatchOptions, WatchSummary} from './watch-options.js'

const DEFAULTS = {settleMs: 2_000, pollMs: 10_000, on: () => undefined}

/** Milliseconds between two questions for jobs that have ended. */
const ASK_MS = 500
/** Of the time that such a question takes, so many times as long until the next. */
const ASK_SHARE = 20
/** Milliseconds until a file that could not be put away is tried again: doubled each time. */
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 60_000
/** Milliseconds between two looks at everything, however often something changes; and of a look, so many times as long. */
const LEAST_PAUSE_MS = 100
const LOOKS_SHARE = 3

/** Milliseconds between two comparisons of what was seen with what is there. */
const REVIEW_MS = 86_400_000

/** Errors of the database that pass. */
const PASSING = new Set(['DATABASE_BUSY', 'DATABASE_FULL', 'DATABASE_UNAVAILABLE'])

/**
 * Enqueues the files of folders once they have settled, each as a job of its own, until the signal. A file that has had
 * a job is not enqueued again while it stays as it is: not after a restart, and not by a second watcher. Hidden and partial
 * files, those that an `.atsignore` names, and what lies where finished files are put are left alone.
 *
 * @throws AtsError USAGE (files would be put away where they are watched), DATABASE_…, unless it passes
 */
export async function watchFolders(options: WatchOptions): Promise<WatchSummary> {
  refuseCircles(options)
  return new Watch(options).run()
}

/** A place for finished files that holds a watched folder, whatever links lead to it, would hide it from the watch. */
function refuseCircles({folders, done, failed}: WatchOptions): void {
  const targets = [done, failed].flatMap((disposal) =>
    typeof disposal === 'object' ? [disposal.moveTo] : [],
  )
  for (const target of targets) {
    const holds = (folder: string) => `${realPath(folder)}${sep}`.startsWith(`${realPath(target)}${sep}`)
    const held = folders.find(holds)
    if (held === undefined) continue
    throw new AtsError(
      'USAGE',
      `${held} is watched, and finished files would be put there or above it: ${target}`,
      {
        suggestions: [`Name a folder inside or beside it, such as ${join(held, 'done')}`],
      },
    )
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

type Settings = WatchOptions & typeof DEFAULTS

class Watch {
  readonly #options: Settings
  readonly #folders: string[]
  readonly #settling: Settling
  readonly #bell: Bell
  readonly #summary: WatchSummary = {enqueued: 0, moved: 0, deleted: 0, durationMs: 0}
  /** What was told once, so that it is not told at every look. */
  readonly #told = new Map<string, string>()
  /** Files that could not be put away. */
  readonly #delays = new Delays({first: FIRST_RETRY_MS, last: LAST_RETRY_MS})
  /** Of the database, when it was last asked for jobs that have ended. */
  #askedAt: string | undefined
  #nextAsk = 0
  #nextReview = 0

  constructor(options: WatchOptions) {
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
    this.#options = {...DEFAULTS, ...given} as Settings
    this.#folders = [...new Set(options.folders.map((folder) => resolve(folder)))]
    this.#settling = new Settling(this.#options.settleMs)
    this.#bell = new Bell(options.signal)
  }

  async run(): Promise<WatchSummary> {
    const start = performance.now()
    const {signal, queue} = this.#options
    this.#emit({type: 'watch.started', folders: this.#folders, database: queue.location})
    for (const folder of this.#folders)
      this.#bell.hangUp(folder, (message) => this.#emit({type: 'watch.polling', folder, message}))
    try {
      await this.#goOn(signal)
    } finally {
      this.#bell.close()
    }
    this.#summary.durationMs = Math.round(performance.now() - start)
    this.#emit({type: 'watch.stopped', ...this.#summary})
    return this.#summary
  }

  async #goOn(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#emit({type: 'watch.stopping'}), {once: true})
    let nextLook = 0
    while (!signal.aborted) {
      if (performance.now() >= nextLook) nextLook = await this.#look()
      await this.#patiently(() => this.#putAway())
      const pause = Math.max(0, nextLook - performance.now())
      const rung = await this.#bell.wait(this.#putsAway ? Math.min(ASK_MS, pause) : pause)
      if (rung) nextLook = 0
    }
  }

  /** Looks at everything. @returns when to look again */
  async #look(): Promise<number> {
    const start = performance.now()
    this.#settling.begin()
    let wait = this.#options.pollMs
    const seen: string[] = []
    for (const folder of this.#folders) {
      const result = await this.#lookAt(folder)
      wait = Math.min(wait, result.wait)
      if (result.isWhole) seen.push(folder)
    }
    if (!this.#options.signal.aborted) this.#settling.end()
    await this.#patiently(() => this.#review(seen))
    const took = performance.now() - start
    await sleep(Math.max(LEAST_PAUSE_MS, LOOKS_SHARE * took), undefined, {
      signal: this.#options.signal,
    }).catch(() => undefined)
    return performance.now() + wait
  }

  /** What is gone from folders for long is forgotten. */
  async #review(folders: readonly string[]): Promise<void> {
    if (this.#options.signal.aborted || performance.now() < this.#nextReview) return
    const {watchedFiles} = await this.#options.queue.store()
    for (const folder of folders) {
      const present = [...this.#settling.paths()].filter((path) => isBelow(path, folder))
      await watchedFiles.review(folder, present, new Date())
    }
    this.#nextReview = performance.now() + REVIEW_MS
  }

  /** @returns milliseconds until something in it may have settled, and whether all of it was seen */
  async #lookAt(folder: string): Promise<{wait: number; isWhole: boolean}> {
    let wait = Number.POSITIVE_INFINITY
    try {
      for await (const file of walkFiles(folder)) {
        if (this.#options.signal.aborted) return {wait, isWhole: false}
        if (this.#concerns(file)) wait = Math.min(wait, await this.#consider(file, folder))
      }
      this.#told.delete(folder)
      return {wait, isWhole: true}
    } catch (error) {
      if (error instanceof AtsError && error.code !== 'TOO_LARGE') throw error
      const {message} = error as Error
      this.#tellOnce(folder, {type: 'watch.unreachable', folder, message})
      return {wait, isWhole: false}
    }
  }

  #concerns({path, pathBytes}: FoundFile): boolean {
    if (isPartial(basename(path)) || this.#targets.some((target) => isBelow(path, target))) return false
    if (pathBytes === null) return true
    const message = 'its name is not UTF-8: enqueue its folder'
    this.#tellOnce(path, {type: 'watch.left', path, message})
    return false
  }

  /** Enqueues a file that has settled. @returns milliseconds until it may have */
  async #consider({path, fingerprint}: FoundFile, folder: string): Promise<number> {
    const age = Date.now() - writtenAt(fingerprint)
    const wait = this.#settling.wait(path, fingerprint, {age, now: performance.now()})
    if (wait === undefined) return Number.POSITIVE_INFINITY
    if (wait > 0) return wait
    const done = await this.#patiently(() => this.#enqueue({path, fingerprint}, folder))
    return done ? Number.POSITIVE_INFINITY : this.#options.settleMs
  }

  async #enqueue(file: Seen, folder: string): Promise<void> {
    const {path, fingerprint} = file
    const {queue, priority, maxRetries, ocr} = this.#options
    if ((await queue.findBlocked([path])).has(path)) {
      await this.#turnAway(file, folder)
      return
    }
    const options = Object.fromEntries(
      Object.entries({priority, maxRetries, ocr, folder}).filter(([, value]) => value !== undefined),
    )
    const jobId = await queue.enqueueOnce(path, fingerprint, options)
    this.#settling.enqueued(path, fingerprint)
    if (jobId === undefined) return
    this.#summary.enqueued += 1
    this.#emit({type: 'watch.enqueued', path, jobId})
  }

  /** Content that was erased and is blocked: it is put with what has failed, and nothing of it is written down. */
  async #turnAway(file: Seen, folder: string): Promise<void> {
    const {path, fingerprint} = file
    const {failed} = this.#options
    const message = 'its content was erased and is blocked'
    if (failed === undefined) this.#tellOnce(path, {type: 'watch.left', path, message})
    else {
      const result = await dispose(file, failed, folder).catch((error: Error) => error)
      this.#tell(file, result, 'ERASED')
      if (!isOver(result)) return
    }
    this.#settling.enqueued(path, fingerprint)
  }

  /** Puts files away, if something may have ended since and the last time is long enough ago. */
  async #putAway(): Promise<void> {
    const start = performance.now()
    if (!this.#putsAway || start < this.#nextAsk) return
    const store = await this.#options.queue.store()
    const {watchedFiles} = store
    const state = await watchedFiles.state()
    if (state === this.#askedAt && !this.#delays.areOver(start)) return
    await this.#putAwayEnded(store)
    this.#askedAt = state
    const end = performance.now()
    this.#nextAsk = end + Math.max(ASK_MS, ASK_SHARE * (end - start))
  }

  /** Deletes or moves the files whose jobs have ended. */
  async #putAwayEnded({watchedFiles, documents}: Store): Promise<void> {
    const {done, failed, signal} = this.#options
    const delayed = new Set<string>()
    for await (const file of watchedFiles.ended({
      loaded: done !== undefined,
      failed: failed !== undefined,
    })) {
      if (this.#delays.knows(file.path)) delayed.add(file.path)
      const disposal = file.outcome === 'loaded' ? done : failed
      const folder = this.#folders.find((one) => isBelow(file.path, one))
      if (disposal === undefined || folder === undefined) continue
      if (this.#delays.holds(file.path, performance.now())) continue
      if (signal.aborted) return
      if (disposal === 'delete' && file.outcome === 'loaded' && file.unreadParts.length > 0) {
        const message = `it was read only in part (${file.unreadParts.join(', ')})`
        this.#tellOnce(file.path, {type: 'watch.left', path: file.path, message})
        continue
      }
      const result = await dispose(file, disposal, folder).catch((error: Error) => error)
      if (!(result instanceof Error) && result.kind === 'moved')
        await documents.addMoved({from: file.path, to: result.to})
      this.#tell(file, result, file.errorCode)
      if (!isOver(result)) {
        this.#delays.lengthen(file.path, performance.now())
        delayed.add(file.path)
      } else {
        this.#delays.end(file.path)
        await watchedFiles.forget(file)
        this.#told.delete(file.path)
      }
    }
    this.#delays.keepOnly(delayed)
  }

  /** @param code why the file failed, if it did */
  #tell({path}: Seen, result: PutAway | Error, code: string | null): void {
    if (result instanceof Error) {
      this.#tellOnce(path, {type: 'watch.left', path, message: result.message})
    } else if (result.kind === 'moved') {
      this.#summary.moved += 1
      this.#emit({type: 'watch.moved', path, to: result.to, ...(code === null ? {} : {code})})
    } else if (result.kind === 'deleted') {
      this.#summary.deleted += 1
      this.#emit({type: 'watch.deleted', path})
    } else if (result.kind === 'changed') {
      this.#tellOnce(path, {type: 'watch.left', path, message: 'it has changed since it was enqueued'})
    }
  }

  get #putsAway(): boolean {
    return this.#options.done !== undefined || this.#options.failed !== undefined
  }

  /** Where finished files are put. */
  get #targets(): string[] {
    const {done, failed} = this.#options
    return [done, failed].flatMap((disposal) =>
      typeof disposal === 'object' ? [resolve(disposal.moveTo)] : [],
    )
  }

  /** @returns whether the database let it be done; if not, the next look does it */
  async #patiently(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      this.#told.delete('database')
      return true
    } catch (error) {
      if (!(error instanceof AtsError && PASSING.has(error.code))) throw error
      const {code, message} = error
      this.#tellOnce('database', {type: 'watch.waiting', code, message})
      return false
    }
  }

  #tellOnce(about: string, event: WatchEvent): void {
    const text = JSON.stringify(event)
    if (this.#told.get(about) === text) return
    this.#told.set(about, text)
    this.#emit(event)
  }

  #emit(event: WatchEvent): void {
    this.#options.on(event)
  }
}

function dispose(file: Seen, disposal: Disposal, folder: string): Promise<PutAway> {
  if (disposal === 'delete') return deleteFile(file)
  return moveFile(file, join(resolve(disposal.moveTo), relative(folder, dirname(file.path))))
}

/** Whether the file as it was is there no more; a changed one gets a job of its own, which takes the place of this one. */
function isOver(result: PutAway | Error): boolean {
  return !(result instanceof Error) && result.kind !== 'changed'
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
