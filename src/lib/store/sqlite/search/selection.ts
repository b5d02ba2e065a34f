import {sep} from 'node:path'
import {toStoredTime} from '../../../model/time.js'
import type {DocumentSelection} from '../../store.js'
import {matchExpression} from './match-expression.js'
import type {SelectionParams, Shape} from './selection-queries.js'

/** Later than every stored time. */
const NEVER = '~'

export function shapeOf({query, after, before, path, onePerPerson = false}: DocumentSelection): Shape {
  return {
    match: query !== undefined,
    time: after !== undefined || before !== undefined,
    path: path !== undefined,
    onePerPerson,
  }
}

export function selectionParams({
  query,
  after,
  before,
  path = '',
}: DocumentSelection): Omit<SelectionParams, 'limit'> {
  const directory = path.endsWith(sep) ? path : `${path}${sep}`
  return {
    match: query === undefined ? '' : matchExpression(query),
    after: after === undefined ? '' : toStoredTime(after),
    before: before === undefined ? NEVER : toStoredTime(before),
    path,
    pathFrom: directory,
    // The character after the separator ends the range of paths that begin with the directory's.
    pathTo: `${directory.slice(0, -1)}${String.fromCharCode(sep.charCodeAt(0) + 1)}`,
  }
}
