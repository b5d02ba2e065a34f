import type {Fragment} from './piece.js'

const YEAR = /\b(19|20)\d\d\b|(19|20)\d\d年/u
const LONGEST = 30
const LEAST = 2
const SAME_BASELINE = 0.25

/** Whether a fragment is nothing but the dates of an entry, or a date and little else. */
export function isDate({text, angle}: Fragment): boolean {
  return angle === 0 && text.length <= LONGEST && YEAR.test(text)
}

/**
 * Brings dates that were drawn one after the other, as browsers draw all floats before or after the text, to the
 * lines that they stand beside.
 */
export function bringDatesHome(fragments: readonly Fragment[]): readonly Fragment[] {
  const strays = runsOfDates(fragments).filter((run) => run.every((date) => mateOf(date, fragments, run)))
  if (strays.length === 0) return fragments
  const rest = fragments.filter((one) => !strays.some((run) => run.includes(one)))
  for (const date of strays.flat()) {
    const mate = mateOf(date, rest, [])
    if (mate) rest.splice(rest.indexOf(mate) + (mate.x < date.x ? 1 : 0), 0, date)
  }
  return rest
}

function runsOfDates(fragments: readonly Fragment[]): Fragment[][] {
  const runs: Fragment[][] = [[]]
  for (const fragment of fragments) {
    if (isDate(fragment)) (runs.at(-1) as Fragment[]).push(fragment)
    else runs.push([])
  }
  return runs.filter((run) => run.length >= LEAST)
}

/** The nearest fragment on the same baseline, before which or after which the date is to be read. */
function mateOf(
  date: Fragment,
  fragments: readonly Fragment[],
  run: readonly Fragment[],
): Fragment | undefined {
  const gap = ({x, right}: Fragment) => Math.max(date.x - right, x - date.right)
  return fragments
    .filter((one) => one.angle === 0 && !run.includes(one) && !isDate(one) && gap(one) >= -1)
    .filter(({y}) => Math.abs(y - date.y) <= SAME_BASELINE * date.size)
    .sort((a, b) => gap(a) - gap(b))[0]
}
