import type {Grey} from './grey.js'

/** A smaller copy, each pixel the mean of a square of the original's; at most `side` pixels along the longer side. */
export function shrink({data, width, height}: Grey, side: number): Grey & {factor: number} {
  const factor = Math.max(1, Math.ceil(Math.max(width, height) / side))
  const small = {width: Math.floor(width / factor), height: Math.floor(height / factor)}
  const means = new Uint8Array(small.width * small.height)
  const row = new Uint32Array(small.width)
  for (let y = 0; y < small.height; y++) {
    row.fill(0)
    for (let dy = 0; dy < factor; dy++) {
      let at = (y * factor + dy) * width
      for (let x = 0; x < small.width; x++) {
        let sum = 0
        for (let dx = 0; dx < factor; dx++) sum += data[at++] as number
        row[x] = (row[x] as number) + sum
      }
    }
    for (let x = 0; x < small.width; x++) means[y * small.width + x] = (row[x] as number) / (factor * factor)
  }
  return {data: means, ...small, factor}
}
