import {type SqlBool, sql} from 'kysely'
import {query} from './query.js'

/** Where a job stands: what comes before it, what its files are at, who has it. Literals as in `claim-queries`. */

const pending = () => sql.lit('pending' as const)

interface Place extends Record<string, number | string> {
  priority: number
  seq: number
  now: string
}

/** Jobs that a claim takes before the one at this place, directories that are known already left out. */
export const jobsAhead = query<Place>()((q, p) =>
  q
    .selectFrom('jobs')
    .select((e) => e.fn.countAll<number>().as('jobs'))
    .where('status', '=', pending())
    .where('walked', '=', sql.lit(0))
    .where(sql<SqlBool>`(available_at IS NULL OR available_at <= ${p.now})`)
    .where(sql<SqlBool>`(priority > ${p.priority} OR (priority = ${p.priority} AND seq < ${p.seq}))`),
)

/** Files that a claim takes before the job at this place, and how many jobs they belong to. */
export const filesAhead = query<Place>()((q, p) =>
  q
    .selectFrom('files')
    .select((e) => [e.fn.countAll<number>().as('files'), sql<number>`count(DISTINCT job_seq)`.as('jobs')])
    .where('state', '=', pending())
    .where(sql<SqlBool>`(available_at IS NULL OR available_at <= ${p.now})`)
    .where(sql<SqlBool>`(priority > ${p.priority} OR (priority = ${p.priority} AND job_seq < ${p.seq}))`),
)

export const fileCounts = query<{seq: number; generation: number; now: string}>()((q, p) => {
  const waits = sql`state = 'pending' AND available_at > ${p.now}`
  return q
    .selectFrom('files')
    .select((e) => [
      e.fn.countAll<number>().as('total'),
      sql<number>`count(*) FILTER (WHERE state = 'done')`.as('done'),
      sql<number>`count(*) FILTER (WHERE state = 'processing')`.as('running'),
      sql<number>`count(*) FILTER (WHERE ${waits})`.as('waiting'),
      sql<string | null>`min(available_at) FILTER (WHERE ${waits})`.as('next_at'),
    ])
    .where('job_seq', '=', p.seq)
    .where('generation', '=', p.generation)
})

export const holdings = query<{seq: number}>()((q, p) =>
  q
    .selectFrom('attempts')
    .leftJoin('files', 'files.file_id', 'attempts.file_id')
    .select(['attempts.worker_id', 'attempts.started_at', 'files.path'])
    .where('attempts.job_seq', '=', p.seq)
    .where('attempts.finished_at', 'is', null)
    .orderBy('attempts.attempt_id'),
)
