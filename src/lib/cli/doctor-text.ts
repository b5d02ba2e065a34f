import type {Finding, Verdict} from '../doctor/finding.js'
import {clean} from './clean.js'
import type {Look} from './job-text.js'
import {padEnd} from './width.js'

/** A line for each finding, and below it what to do. */
export function renderFindings(findings: readonly Finding[], {colors}: Pick<Look, 'colors'>): string {
  const width = Math.max(...findings.map(({check}) => check.length))
  const paint: Record<Verdict, (text: string) => string> = {
    ok: colors.green,
    warn: colors.yellow,
    fail: colors.red,
  }
  return findings
    .map(({check, verdict, message, advice}) => {
      const line = `${paint[verdict](padEnd(verdict, 4))}  ${padEnd(check, width)}  ${clean(message)}\n`
      return advice === null ? line : `${line}${' '.repeat(width + 8)}${clean(advice)}\n`
    })
    .join('')
}
