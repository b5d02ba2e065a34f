import {type Grey, otsuThreshold} from './grey.js'

/** Share of a page's height that is enough to tell its language by. */
const SHARE = 0.3

/** The band of a page, across its whole width, that has the most ink on it. */
export function densestBand(page: Grey): Grey {
  const {data, width, height} = page
  const threshold = otsuThreshold(page)
  const ink = Array.from({length: height}, (_, y) => {
    let dark = 0
    for (let at = y * width; at < (y + 1) * width; at += 4) if ((data[at] as number) <= threshold) dark += 1
    return dark
  })
  const rows = Math.max(1, Math.round(SHARE * height))
  let sum = ink.slice(0, rows).reduce((total, dark) => total + dark, 0)
  let best = {top: 0, sum}
  for (let top = 1; top + rows <= height; top++) {
    sum += (ink[top + rows - 1] as number) - (ink[top - 1] as number)
    if (sum > best.sum) best = {top, sum}
  }
  return {data: data.subarray(best.top * width, (best.top + rows) * width), width, height: rows}
}
