export type Verdict = 'ok' | 'warn' | 'fail'

/** What the doctor found about one thing of this machine. */
export interface Finding {
  check: string
  verdict: Verdict
  message: string
  /** What to do; null where nothing has to be done. */
  advice: string | null
}

export function ok(check: string, message: string): Finding {
  return {check, verdict: 'ok', message, advice: null}
}

/** It works, and may not for long or not well. */
export function warn(check: string, message: string, advice: string): Finding {
  return {check, verdict: 'warn', message, advice}
}

/** ats cannot work so. */
export function fail(check: string, message: string, advice: string): Finding {
  return {check, verdict: 'fail', message, advice}
}
