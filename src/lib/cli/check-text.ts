import type {CheckReport, Problem} from '../model/maintenance.js'
import {clean} from './clean.js'
import type {Look} from './job-text.js'

/** A line for each problem with a few examples below it, or one that says there are none. */
export function renderCheck(report: CheckReport, {colors}: Pick<Look, 'colors'>): string {
  const {database, schemaVersion, problems} = report
  if (problems.length === 0) return `${clean(database)}: ${colors.green('ok')}, schema ${schemaVersion}\n`
  return problems.map((problem) => problemText(problem, colors)).join('')
}

function problemText({code, message, count, examples, repaired}: Problem, colors: Look['colors']): string {
  const verdict = repaired ? colors.green('repaired') : colors.red('problem ')
  const more = count > examples.length && examples.length > 0 ? '  …\n' : ''
  const shown = examples.map((example) => `  ${clean(example)}\n`).join('')
  return `${verdict}  ${code}: ${clean(message)}\n${shown}${more}`
}
