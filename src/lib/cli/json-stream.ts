import {cleanJson} from './clean.js'
import type {Output} from './output.js'

/**
 * Writes one JSON object of arrays piece by piece, so that a hundred thousand elements need not be held. The arrays come
 * one after the other.
 */
export class JsonStream {
  readonly #output: Output
  #state: 'start' | 'array' | 'between' = 'start'
  #empty = true

  constructor(output: Output) {
    this.#output = output
  }

  async openArray(name: string): Promise<void> {
    const before = this.#state === 'start' ? '{' : this.#state === 'array' ? '],' : ','
    this.#state = 'array'
    this.#empty = true
    await this.#output.write(`${before}${JSON.stringify(name)}:[`)
  }

  async push(values: readonly unknown[]): Promise<void> {
    if (values.length === 0) return
    const text = values.map(cleanJson).join(',')
    await this.#output.write(this.#empty ? text : `,${text}`)
    this.#empty = false
  }

  /** @param rest more members of the object */
  async end(rest: Record<string, unknown> = {}): Promise<void> {
    const members = Object.entries(rest).map(
      ([name, value]) => `,${JSON.stringify(name)}:${cleanJson(value)}`,
    )
    await this.#output.write(`]${members.join('')}}\n`)
  }
}
