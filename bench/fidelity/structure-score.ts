import type {SectionKind} from '#lib/model/section.js'
import type {Case} from './corpus.ts'
import type {Reading} from './readers.ts'

/** A CV may head these, and its truth need not name them. */
const UNJUDGED: ReadonlySet<SectionKind> = new Set(['contact', 'summary', 'other'])

/** A row of the second table: what of a source's sections was found, and whether its language was. */
export class StructureScore {
  #files = 0
  #asked = 0
  #found = 0
  #right = 0
  #named = 0
  #languages = {right: 0, asked: 0}

  /** @returns what was found of this file */
  add(one: Case, {sections = [], language}: Reading): Record<string, unknown> {
    this.#files += 1
    const wanted = new Set(one.sections ?? [])
    const found = new Set(sections.filter((kind) => wanted.has(kind) || !UNJUDGED.has(kind)))
    const missed = [...wanted].filter((kind) => !found.has(kind))
    const invented = one.sections ? [...found].filter((kind) => !wanted.has(kind)) : []
    if (one.sections) {
      this.#asked += wanted.size
      this.#right += wanted.size - missed.length
      this.#named += found.size
      this.#found += found.size - invented.length
    }
    if (one.language !== undefined) {
      this.#languages.asked += 1
      if (one.language === language) this.#languages.right += 1
    }
    return {language, missedSections: missed, inventedSections: invented}
  }

  row(source: string): string {
    const {right, asked} = this.#languages
    return [
      source.padEnd(22),
      String(this.#files).padStart(6),
      share(this.#right, this.#asked).padStart(10),
      share(this.#found, this.#named).padStart(11),
      (asked === 0 ? '' : `${right} of ${asked}`).padStart(12),
    ].join('')
  }

  static header(): string {
    return `${'source'.padEnd(22)}${'files'.padStart(6)}${'recall'.padStart(10)}${'precision'.padStart(11)}${'language'.padStart(12)}`
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : (part / whole).toFixed(3)
}
