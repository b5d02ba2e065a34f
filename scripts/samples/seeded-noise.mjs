/**
 * Pseudo-random numbers in [-1, 1) with a bell-like spread, the same for the same seed on every machine.
 * @param {number} seed any 32-bit integer
 * @returns {() => number}
 */
export function seededNoise(seed) {
  const uniform = mulberry32(seed)
  return () => (uniform() + uniform() + uniform()) / 1.5 - 1
}

function mulberry32(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
