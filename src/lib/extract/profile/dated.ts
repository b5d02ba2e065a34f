import {found} from './cv-text.js'
import type {Entry} from './entries.js'
import type {Found} from './traced.js'

/** The times of an entry, as JSON Resume has them. */
export interface Dates {
  startDate?: Found
  /** Absent where it is still going on. */
  endDate?: Found
}

/** @param single what a date by itself is: the end of a school, all there is of a job */
export function datesOf({dates}: Entry, single: 'end' | 'both'): Dates {
  if (!dates) return {}
  const {span, line} = dates
  const sure = span.range ? 0.95 : 0.7
  const end = span.end ? {endDate: found(span.end, line, sure)} : {}
  if (!span.range && single === 'end') return end
  return {...(span.start ? {startDate: found(span.start, line, sure)} : {}), ...end}
}
