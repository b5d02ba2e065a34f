import type {Claim, ClaimRequest} from '../store/store.js'

/** Milliseconds between two looks at a directory that another worker walks. */
const WALK_LOOK = 100

export interface WorkSourceOptions {
  /** Takes work from the store. */
  claim: (request: {limit: number; jobId: string | undefined}) => Promise<Claim[]>
  /** When the next waiting job may run. */
  nextAvailableAt: () => Promise<Date | undefined>
  /** Whether what others have claimed may still become work, as a directory that is being walked does. */
  moreMayCome: () => Promise<boolean>
  /** Jobs or files taken at once. */
  batchSize: number
  /** Milliseconds between two looks at an empty queue. */
  pollInterval: number
  /** How long to go on: for ever, until nothing can be claimed, or until one job is done. */
  until: 'stopped' | 'drained' | 'one job'
  /** Hands back a claim that nobody will begin. */
  release: (claim: Claim) => Promise<void>
  /** Told when there is nothing to do, once until there is work again. */
  onIdle: () => void
}

/**
 * Where the worker's lanes get their work. They share one buffer of claims and one look at the queue at a time; a
 * lane that finds nothing sleeps until the poll, the doorbell or another lane wakes it.
 */
export class WorkSource {
  readonly #options: WorkSourceOptions
  readonly #buffer: Claim[] = []
  readonly #sleepers = new Set<() => void>()
  #fetching: Promise<void> | undefined
  #busyLanes = 0
  #rings = 0
  #ended = false
  #idle = false
  #jobId: string | undefined
  #releases: Promise<void>[] = []

  constructor(options: WorkSourceOptions) {
    this.#options = options
  }

  /** The next piece of work; undefined when there will be none any more. */
  async take(): Promise<Claim | undefined> {
    while (!this.#ended) {
      const claim = this.#buffer.shift()
      if (claim) return this.#hand(claim)
      const rings = this.#rings
      await this.#fetch()
      if (this.#buffer.length > 0 || this.#ended) continue
      if (await this.#isOver(rings)) this.end()
      else await this.#sleep(rings)
    }
    return undefined
  }

  /** A lane has done what it took. */
  done(): void {
    this.#busyLanes -= 1
    if (this.#options.until !== 'stopped') this.wake()
  }

  /** What a settlement may claim in its own transaction; undefined when nothing more is wanted. */
  get appetite(): Pick<ClaimRequest, 'limit' | 'jobId'> | undefined {
    if (this.#ended || this.#buffer.length > 0) return undefined
    return {limit: this.#options.batchSize, jobId: this.#jobId}
  }

  /** Adds what was claimed; what comes too late is handed back. */
  offer(claims: readonly Claim[]): void {
    if (claims.length === 0) return
    this.#buffer.push(...claims)
    if (this.#ended) this.#releaseAll()
    else this.wake()
  }

  /** There may be work: look now. */
  wake(): void {
    this.#rings += 1
    for (const wake of this.#sleepers) wake()
  }

  /** No more work is handed out; what was taken and not begun goes back. */
  end(): void {
    this.#ended = true
    this.#releaseAll()
    this.wake()
  }

  /** Resolves when all that had to go back has gone back. */
  async settled(): Promise<void> {
    await this.#fetching?.catch(() => undefined)
    await Promise.all(this.#releases)
  }

  #releaseAll(): void {
    const releases = this.#buffer.splice(0).map((claim) => this.#options.release(claim))
    this.#releases.push(...releases)
    // Told by `settled`; until then nobody listens.
    for (const release of releases) release.catch(() => undefined)
  }

  #hand(claim: Claim): Claim {
    this.#busyLanes += 1
    this.#idle = false
    if (this.#options.until === 'one job') this.#jobId ??= claim.job.jobId
    return claim
  }

  #fetch(): Promise<void> {
    this.#fetching ??= this.#fetchNow().finally(() => {
      this.#fetching = undefined
    })
    return this.#fetching
  }

  async #fetchNow(): Promise<void> {
    const first = this.#options.until === 'one job' && this.#jobId === undefined
    const limit = first ? 1 : this.#options.batchSize
    this.offer(await this.#options.claim({limit, jobId: this.#jobId}))
  }

  async #isOver(rings: number): Promise<boolean> {
    const {until, moreMayCome} = this.#options
    if (until === 'stopped' || this.#busyLanes > 0) return false
    if (this.#jobId === undefined && (await moreMayCome())) return false
    return rings === this.#rings && this.#busyLanes === 0
  }

  async #sleep(rings: number): Promise<void> {
    const delay = await this.#delay()
    // Somebody rang while this lane was looking: what it did not find may be there now.
    if (rings !== this.#rings || this.#ended) return
    if (!this.#idle && this.#busyLanes === 0) {
      this.#idle = true
      this.#options.onIdle()
    }
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#sleepers.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, delay)
      this.#sleepers.add(wake)
    })
  }

  async #delay(): Promise<number> {
    const {until, pollInterval, nextAvailableAt} = this.#options
    const waitsForWalk = until !== 'stopped' && this.#busyLanes === 0
    const most = waitsForWalk ? Math.min(WALK_LOOK, pollInterval) : pollInterval
    const next = await nextAvailableAt()
    return next ? Math.min(most, Math.max(1, next.getTime() - Date.now())) : most
  }
}
