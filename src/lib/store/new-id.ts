import {closeSync, openSync, readSync} from 'node:fs'

/** Random bytes that are fetched at once. */
const POOL = 4_096

/** Bytes of an id's second half. */
const RANDOM = 8

const MOST_IN_A_MILLISECOND = 0xfff

const pool = Buffer.alloc(POOL)
let used = POOL
let lastMs = 0
let counter = 0

/**
 * A UUID of version 7 (RFC 9562, 6.2 method 1): milliseconds, a counter of 12 bits within them, 62 random bits. Those
 * of one process ascend, also within one millisecond and when the clock is set back.
 */
export function newId(nowMs = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs
    counter = 0
  } else if (counter < MOST_IN_A_MILLISECOND) {
    counter += 1
  } else {
    lastMs += 1
    counter = 0
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const random = randomHex()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${random.slice(0, 4)}-${random.slice(4)}`
}

/** Begins with the two bits of the variant. */
function randomHex(): string {
  if (used === POOL) refill()
  const start = used
  used += RANDOM
  pool.writeUInt8((pool.readUInt8(start) & 0x3f) | 0x80, start)
  return pool.toString('hex', start, used)
}

/** From the kernel itself where it lets us: loading Node's crypto takes a tenth of a short command. */
function refill(): void {
  used = 0
  try {
    const device = openSync('/dev/urandom', 'r')
    const count = readSync(device, pool)
    closeSync(device)
    if (count === POOL) return
  } catch {
    // There is no such device: Windows, or a bare container.
  }
  crypto.getRandomValues(pool)
}
