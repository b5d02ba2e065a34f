import type {ResumeWork} from './profile.js'

/**
 * The job that a person has now: of those without an end the one that began last. One without any date counts only
 * where no job has dates, because beside dated ones nothing says that it goes on.
 */
export function currentJob(work: readonly ResumeWork[]): ResumeWork | undefined {
  const begun = work.filter(({startDate, endDate}) => startDate !== undefined && endDate === undefined)
  if (begun.length > 0) return begun.reduce((latest, job) => (isLater(job, latest) ? job : latest))
  return work.every(({startDate, endDate}) => startDate === undefined && endDate === undefined)
    ? work[0]
    : undefined
}

/** `2019` is not later than `2019-03`, nor earlier: the one that the CV names first stays. */
function isLater({startDate: one = ''}: ResumeWork, {startDate: other = ''}: ResumeWork): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) > other.slice(0, length)
}
