import JSZip from 'jszip'
import {zipOf} from '../../lib/extract/formats/support/zip.ts'
import type {Random} from './random.ts'

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer | Promise<Buffer>

/** Numbers at the borders where programs go wrong. */
const NUMBERS = [
  '0',
  '-1',
  '1',
  '255',
  '65536',
  '2147483647',
  '2147483648',
  '4294967295',
  '1e308',
  '99999999999',
]

const MUTATIONS: Record<string, Mutation> = {
  flip: (bytes, random) => {
    const mutant = Buffer.from(bytes)
    for (let left = random.between(1, 60); left > 0; left -= 1) {
      mutant[random.between(0, mutant.length)] = random.between(0, 256)
    }
    return mutant
  },
  truncate: (bytes, random) => bytes.subarray(0, random.between(1, bytes.length)),
  behead: (bytes, random) => bytes.subarray(random.between(1, Math.min(bytes.length, 2_000))),
  duplicate: (bytes, random) => {
    const [start, end] = block(bytes, random)
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)])
  },
  remove: (bytes, random) => {
    const [start, end] = block(bytes, random)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  },
  blank: (bytes, random) => {
    const [start, end] = block(bytes, random)
    return Buffer.from(bytes).fill(random.pick([0, 0x20, 0xff]), start, end)
  },
  'swap header': (bytes, random, other) => {
    const length = random.between(4, 600)
    return Buffer.concat([other.subarray(0, length), bytes.subarray(length)])
  },
  splice: (bytes, random, other) => {
    const at = random.between(1, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(Math.min(at, other.length >> 1))])
  },
  numbers: (bytes, random) => {
    const text = bytes.toString('latin1')
    const share = random.pick([0.003, 0.03])
    return Buffer.from(
      text.replaceAll(/\d+/g, (number) => (random.chance(share) ? random.pick(NUMBERS) : number)),
      'latin1',
    )
  },
  words: (bytes, random) => {
    const mutant = Buffer.from(bytes)
    for (let left = random.between(1, 12); left > 0 && mutant.length >= 8; left -= 1) {
      const at = random.between(0, mutant.length >> 2) * 4
      if (at + 4 <= mutant.length) mutant.writeInt32LE(random.pick([0, 1, 2, 3, -1, -2, 0x7fffffff, 64]), at)
    }
    return mutant
  },
}

/** A damaged copy, and the name of what was done to it. The parts of archives are damaged inside too. */
export async function mutate(
  bytes: Buffer,
  random: Random,
  other: Buffer,
): Promise<{name: string; bytes: Buffer}> {
  const isArchive = bytes.toString('latin1', 0, 2) === 'PK'
  if (isArchive && random.chance(0.6)) return mutateParts(bytes, random)
  const name = random.pick(Object.keys(MUTATIONS))
  const mutant = await MUTATIONS[name]?.(bytes, random, other)
  return {name, bytes: mutant?.length ? mutant : Buffer.from('x')}
}

/** Damages the content of a part, loses one, or exchanges two. */
async function mutateParts(bytes: Buffer, random: Random): Promise<{name: string; bytes: Buffer}> {
  const parts = await partsOf(bytes)
  const names = Object.keys(parts)
  const [first, second] = [random.pick(names), random.pick(names)]
  const [one, two] = [parts[first] ?? Buffer.alloc(0), parts[second] ?? Buffer.alloc(0)]
  const deed = random.pick(['lose', 'exchange', 'damage', 'damage'])
  if (deed === 'lose') delete parts[first]
  if (deed === 'exchange') Object.assign(parts, {[first]: two, [second]: one})
  if (deed === 'damage') parts[first] = (await mutate(one, random, two)).bytes
  return {name: `${deed} part`, bytes: zipOf(parts)}
}

async function partsOf(bytes: Buffer): Promise<Record<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes)
  const files = Object.values(zip.files).filter(({dir}) => !dir)
  const contents = await Promise.all(files.map((file) => file.async('nodebuffer')))
  return Object.fromEntries(files.map(({name}, index) => [name, contents[index] ?? Buffer.alloc(0)]))
}

function block(bytes: Buffer, random: Random): [start: number, end: number] {
  const start = random.between(0, bytes.length)
  return [start, Math.min(bytes.length, start + random.between(1, 4_096))]
}
