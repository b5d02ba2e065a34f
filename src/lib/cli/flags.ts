import {JOB_STATUSES} from '../model/job-state.js'
import {choice, path, plainSwitch, toggle, wholeNumber} from './flag-types.js'

/** What every command takes. */
export const GLOBAL_FLAGS = {
  db: path({
    summary: 'The database file.',
    default: './jobs.db',
    helpGroup: 'GLOBAL',
  }),
  json: toggle({
    summary: 'Print one JSON document on stdout, on success and on failure.',
    helpGroup: 'GLOBAL',
  }),
  'no-color': plainSwitch({summary: 'Print without colours.', helpGroup: 'GLOBAL'}),
}

/** Flags that more than one command takes. */
export const statusFlag = choice(JOB_STATUSES, 'STATUS')
export const limitFlag = wholeNumber({min: 1, max: 1_000_000})

/** The environment form of a flag: `poll-interval` is `ATS_POLL_INTERVAL`. */
export function environmentName(flag: string): string {
  return `ATS_${flag.toUpperCase().replaceAll('-', '_')}`
}
