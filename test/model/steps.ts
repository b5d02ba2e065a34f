import fc from 'fast-check'

/** What happens in a run of the property test. Numbers stand for things that are there then, counted round. */
export type Step =
  | {do: 'enqueue'; directory: boolean; priority: number; maxRetries: number; delay: number}
  | {do: 'claim'; worker: number; limit: number; job: number | null}
  | {do: 'find files'; claim: number; count: number; fingerprint: number}
  | {
      do: 'settle'
      claim: number
      how: Settling
      content: number
      skipped: boolean
      delay: number
      more: boolean
    }
  | {do: 'cancel' | 'retry'; job: number}
  | {do: 'clear'; status: 'completed' | 'failed' | null; force: boolean}
  | {do: 'pause' | 'resume'}
  | {do: 'heartbeat' | 'kill' | 'leave' | 'reap'; worker: number}
  | {do: 'wait'; wall: number; monotonic: number}

export type Settling = 'load' | 'reuse' | 'skip' | 'fail' | 'try again' | 'release' | 'finish'

/** A step, and before which statement of its transaction the process dies; null: it does not. */
export interface Event {
  step: Step
  crashAt: number | null
}

const HOWS: Settling[] = [
  'load',
  'load',
  'reuse',
  'skip',
  'fail',
  'try again',
  'try again',
  'release',
  'finish',
  'finish',
]

const index = fc.nat({max: 30})
const worker = fc.nat({max: 2})
const delay = fc.constantFrom(0, 0, 1_000, 20_000)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('enqueue' as const),
      directory: fc.boolean(),
      priority: fc.nat({max: 2}),
      maxRetries: fc.nat({max: 2}),
      delay,
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('claim' as const),
      worker,
      limit: fc.integer({min: 1, max: 3}),
      job: fc.option(index, {freq: 5}),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('find files' as const),
      claim: index,
      count: fc.integer({min: 1, max: 3}),
      fingerprint: fc.nat({max: 1}),
    }),
  },
  {
    weight: 16,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      claim: index,
      how: fc.constantFrom(...HOWS),
      content: fc.nat({max: 2}),
      skipped: fc.boolean(),
      delay,
      more: fc.boolean(),
    }),
  },
  {weight: 3, arbitrary: fc.record({do: fc.constantFrom('cancel' as const, 'retry' as const), job: index})},
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clear' as const),
      status: fc.constantFrom('completed' as const, 'failed' as const, null),
      force: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({do: fc.constantFrom('pause' as const, 'resume' as const, 'resume' as const)}),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'heartbeat' as const,
        'kill' as const,
        'leave' as const,
        'reap' as const,
        'reap' as const,
      ),
      worker,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      // Somebody sets the clock back, too.
      wall: fc.constantFrom(-3_600_000, 500, 2_000, 30_000),
      monotonic: fc.constantFrom(0, 500, 4_000, 15_000),
    }),
  },
)

/** Most steps have a dozen statements; storing a document, its words for the search and its person have some forty. */
const crashAt = fc.oneof(fc.integer({min: 1, max: 14}), fc.integer({min: 15, max: 50}))

const single = fc.record({step, crashAt: fc.option(crashAt, {freq: 4})}).map((event) => [event])

/** A unit that brings down whoever takes it: chance alone would hardly ever use up a crash budget. */
const poison: fc.Arbitrary<Event[]> = fc
  .record({deaths: fc.integer({min: 2, max: 4}), worker, directory: fc.boolean()})
  .map(({deaths, worker: victim, directory}) => [
    {step: {do: 'enqueue', directory, priority: 3, maxRetries: 1, delay: 0}, crashAt: null},
    ...Array.from({length: deaths}, (): Event[] => [
      {step: {do: 'claim', worker: victim, limit: 1, job: null}, crashAt: null},
      {step: {do: 'kill', worker: victim}, crashAt: null},
      {step: {do: 'reap', worker: (victim + 1) % 3}, crashAt: null},
    ]).flat(),
  ])

export const events: fc.Arbitrary<Event[]> = fc
  .array(fc.oneof({weight: 30, arbitrary: single}, {weight: 1, arbitrary: poison}), {
    minLength: 1,
    maxLength: 70,
    size: 'max',
  })
  .map((stories) => stories.flat())
