import {type Grey, otsuThreshold} from './grey.js'

/** Share of a page's height that is enough to tell its language by. */
const SHARE = 0.3

/** The band of a page, across its whole width, that has the most edges of ink on it, as letters have and photos have not. */
export function densestBand(page: Grey): Grey {
  const {data, width, height} = page
  const threshold = otsuThreshold(page)
  const isDark = (at: number) => (data[at] as number) <= threshold
  const edges = Array.from({length: height}, (_, y) => {
    let count = 0
    for (let at = y * width + 1; at < (y + 1) * width; at++) if (isDark(at) && !isDark(at - 1)) count += 1
    return count
  })
  const rows = Math.max(1, Math.round(SHARE * height))
  let sum = edges.slice(0, rows).reduce((total, count) => total + count, 0)
  let best = {top: 0, sum}
  for (let top = 1; top + rows <= height; top++) {
    sum += (edges[top + rows - 1] as number) - (edges[top - 1] as number)
    if (sum > best.sum) best = {top, sum}
  }
  return {data: data.subarray(best.top * width, (best.top + rows) * width), width, height: rows}
}
