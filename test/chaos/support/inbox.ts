import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Random} from './random.ts'
import {smallCv} from './small-cv.ts'

/** A folder into which small CVs of fictional people come. */
export class Inbox {
  readonly #directory: string
  readonly #random: Random
  #made = 0

  constructor(directory: string, random: Random) {
    mkdirSync(directory, {recursive: true})
    this.#directory = directory
    this.#random = random
  }

  /** @returns the path of a new file; one in six has the content of an earlier one */
  file(directory = this.#directory): string {
    this.#made += 1
    const edition = this.#random.chance(1 / 6) ? this.#random.between(0, this.#made) : this.#made
    const {suffix, bytes} = smallCv(edition)
    const path = join(directory, `cv-${this.#made}.${suffix}`)
    writeFileSync(path, bytes)
    return path
  }

  /** @returns the path of a new directory of a few files, one of them without any text */
  directory(): string {
    this.#made += 1
    const path = join(this.#directory, `batch-${this.#made}`)
    mkdirSync(path)
    for (let left = this.#random.between(2, 8); left > 0; left -= 1) this.file(path)
    writeFileSync(join(path, 'empty.txt'), '')
    return path
  }
}
