import {globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'

/**
 * A folder of PDFs that is filled anew for each turn, with other bytes each time: what was read once is not read again.
 */
export class Copies {
  readonly #folder: string
  readonly #contents: {name: string; bytes: Buffer}[]
  #turn = 0

  /** @param times each file is copied */
  constructor(folder: string, paths: readonly string[], times: number) {
    this.#folder = folder
    this.#contents = paths.map((path) => ({name: basename(path), bytes: readFileSync(path)}))
    this.#contents = Array.from({length: times}, () => this.#contents).flat()
  }

  get count(): number {
    return this.#contents.length
  }

  /** @returns the paths of the new files */
  renew(): string[] {
    this.#turn += 1
    rmSync(this.#folder, {recursive: true, force: true})
    mkdirSync(this.#folder, {recursive: true})
    return this.#contents.map(({name, bytes}, at) => {
      const path = join(this.#folder, `${at}-${name}`)
      // Readers look for the end of a PDF from behind, past what follows it.
      writeFileSync(path, Buffer.concat([bytes, Buffer.from(`\n% turn ${this.#turn}, file ${at}\n`)]))
      return path
    })
  }
}

/** @throws Error when there are none */
export function pdfsIn(folder: string): string[] {
  const paths = globSync('**/*.pdf', {cwd: folder})
    .toSorted()
    .map((path) => join(folder, path))
  if (paths.length === 0) throw new Error(`there are no PDFs in ${folder}`)
  return paths
}
