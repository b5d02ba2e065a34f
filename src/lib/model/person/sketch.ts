import {hash32, mix} from './hash.js'

/** Values of a sketch: the standard error of a resemblance of 0.5 is 0.044. */
export const SKETCH_SIZE = 128

/** A key is made of this many values: documents that resemble each other by half share one of 16 at 88 %. */
const VALUES_PER_BAND = 3
const BANDS = 16

/** Words from the beginning of a text that count; a CV of 10 pages has 5,000. */
const MOST_WORDS = 6000

const SEEDS = Uint32Array.from({length: SKETCH_SIZE}, (_, i) => mix(i + 1))
const FACTORS = Uint32Array.from({length: SKETCH_SIZE}, (_, i) => mix(i + 0x10001) | 1)

/**
 * A MinHash sketch (Broder 1997) of a text's pairs of neighbouring words, 16 bits a value. Pairs, because a page that
 * OCR read wrong in each tenth word keeps four fifths of them, where it keeps half of the fours.
 *
 * @returns undefined where there are fewer than two words
 */
export function sketchOf(words: readonly string[]): Uint16Array | undefined {
  const pairs = pairHashes(words)
  if (pairs.size === 0) return undefined
  const least = new Uint32Array(SKETCH_SIZE).fill(0xffffffff)
  for (const pair of pairs) {
    for (let i = 0; i < SKETCH_SIZE; i++) {
      const value = Math.imul(pair ^ (SEEDS[i] as number), FACTORS[i] as number) >>> 0
      if (value < (least[i] as number)) least[i] = value
    }
  }
  return Uint16Array.from(least, (value) => mix(value) & 0xffff)
}

function pairHashes(words: readonly string[]): Set<number> {
  const hashes = words.slice(0, MOST_WORDS).map((word) => hash32(word))
  return new Set(hashes.slice(1).map((hash, i) => mix(hash ^ Math.imul(hashes[i] as number, 0x9e3779b1))))
}

/** The Jaccard index of the pairs of two texts, as their sketches estimate it: 0 to 1. */
export function resemblance(one: Uint16Array | undefined, other: Uint16Array | undefined): number {
  if (!one || !other) return 0
  let equal = 0
  for (let i = 0; i < SKETCH_SIZE; i++) if (one[i] === other[i]) equal += 1
  return equal / SKETCH_SIZE
}

/** Names of the places where sketches that resemble each other meet (locality-sensitive hashing). */
export function bandsOf(sketch: Uint16Array): string[] {
  return Array.from({length: BANDS}, (_, band) => {
    const values = sketch.subarray(band * VALUES_PER_BAND, (band + 1) * VALUES_PER_BAND)
    return `band:${band}:${values.join('-')}`
  })
}
