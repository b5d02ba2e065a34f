/** A picture in shades of grey, row by row, a byte a pixel: 0 is black, 255 white. */
export interface Grey {
  data: Uint8Array
  width: number
  height: number
}

/** As a binary PGM, the plainest format that every build of Tesseract reads; nothing is compressed and nothing lost. */
export function toPgm({data, width, height}: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data])
}

/** The shade that more pixels have than any other: the paper's, on most pages. */
export function shadeOf({data}: Grey): number {
  const counts = new Uint32Array(256)
  for (let at = 0; at < data.length; at += 7) {
    const value = data[at] as number
    counts[value] = (counts[value] as number) + 1
  }
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0))
}

/** The threshold that parts dark from light best (N. Otsu, 1979). */
export function otsuThreshold({data}: Grey): number {
  const histogram = new Float64Array(256)
  for (const value of data) histogram[value] = (histogram[value] as number) + 1
  let total = 0
  for (let value = 0; value < 256; value++) total += value * (histogram[value] as number)
  let below = 0
  let sumBelow = 0
  let best = {threshold: 127, variance: -1}
  for (let value = 0; value < 255; value++) {
    below += histogram[value] as number
    sumBelow += value * (histogram[value] as number)
    const above = data.length - below
    if (below === 0 || above === 0) continue
    const distance = sumBelow / below - (total - sumBelow) / above
    const variance = below * above * distance * distance
    if (variance > best.variance) best = {threshold: value, variance}
  }
  return best.threshold
}
