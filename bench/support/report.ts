import {writeFileSync} from 'node:fs'
import {describeMachine, inWords, type Machine} from './machine.ts'

/** `most`: the ratio should be no greater; `least`: no smaller. */
export type Target = {most: number} | {least: number}

/** One line of a table: a figure, and what it is of the one it is compared with. */
export interface Figure {
  name: string
  value: number
  /** Absent on what the others are compared with. */
  ratio?: number
  target?: Target
}

export interface Table {
  title: string
  unit: string
  /** What the ratio is, such as `ats / it`. */
  ratio: string
  figures: Figure[]
}

/** What a benchmark prints, and writes as JSON where `--json FILE` asks for it. */
export class Report {
  readonly machine: Machine = describeMachine()
  readonly versions: Record<string, string> = {}
  readonly tables: Table[] = []
  readonly skipped: string[] = []
  readonly #command: string

  /** @param command as somebody would type it to get the same */
  constructor(command: string) {
    this.#command = command
    console.log(`${command}\n${inWords(this.machine)}`)
  }

  uses(versions: Record<string, string>): void {
    Object.assign(this.versions, versions)
    console.log(
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    )
  }

  /** Says loudly what was left out, so that nobody takes its absence for a result. */
  skip(what: string, why: string): void {
    this.skipped.push(`${what}: ${why}`)
    console.log(`SKIPPED ${what}: ${why}`)
  }

  add(table: Table): void {
    this.tables.push(table)
    print(table)
  }

  write(path: string | undefined): void {
    for (const line of this.skipped) console.log(`SKIPPED ${line}`)
    if (path === undefined) return
    const {machine, versions, skipped, tables} = this
    writeFileSync(
      path,
      `${JSON.stringify({command: this.#command, machine, versions, skipped, tables}, undefined, 2)}\n`,
    )
  }
}

function print({title, unit, ratio, figures}: Table): void {
  const width = Math.max(...figures.map(({name}) => name.length), title.length) + 2
  console.log(`\n${title.padEnd(width)}${unit.padStart(14)}${ratio.padStart(14)}   target`)
  for (const {name, value, ratio: share, target} of figures) {
    const columns = [
      name.padEnd(width),
      short(value).padStart(14),
      (share === undefined ? '' : share.toFixed(2)).padStart(14),
    ]
    console.log(`${columns.join('')}${target && share !== undefined ? `   ${verdict(share, target)}` : ''}`)
  }
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

function verdict(ratio: number, target: Target): string {
  return 'most' in target
    ? `≤ ${rounded(target.most)}${ratio <= target.most ? '' : ' MISSED'}`
    : `≥ ${rounded(target.least)}${ratio >= target.least ? '' : ' MISSED'}`
}

function rounded(value: number): number {
  return Number(value.toFixed(3))
}
