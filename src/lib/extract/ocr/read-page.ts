import {guessLanguage} from './languages/guess-language.js'
import {areIdeographic, latinAmong, otherScriptsAmong} from './languages/scripts.js'
import {AUTOMATIC, type Engines, type OcrTools} from './ocr-tools.js'
import {densestBand} from './page/densest-band.js'
import type {EvenPage} from './page/even-grounds.js'
import {enlargePage, type PreparedPage, turnPage} from './page/prepare-page.js'
import {cutRegions} from './page/regions.js'
import {readTsv} from './words/read-tsv.js'
import type {WordLine} from './words/word.js'
import {type PageText, writeText} from './words/write-text.js'

/** Below this mean confidence a page is turned, or in another script. */
const DOUBTFUL = 60
/** Of a part read in its own script; in a wrong one it is read at 30 to 45. */
const LIKELY = 50
/** Another language's data may be a little less sure of what it reads right. */
const TOLERANCE = 3
/** Words, right or wrong, below which a page has nothing to tell its script by. */
const LEAST_WORDS = 5
/** Pixels along the longer side of an A4 page at 300 dpi, below which the strokes of ideographs run together. */
const IDEOGRAPHS_NEED = 3508
/** Tried first, since most of what is read is in it. */
const FIRST = 'eng'

export interface PageReading extends PageText {
  languages: readonly string[]
}

/** Reads the pages of one file: turns them upright and, where told to, finds out their languages. */
export class PageReader {
  readonly #engines: Engines
  readonly #tools: OcrTools
  readonly #wanted: readonly string[]
  /** What the pages before were in. */
  #known: readonly string[] | undefined

  /** @param languages Tesseract's names, or `auto` alone */
  constructor(engines: Engines, tools: OcrTools, languages: readonly string[]) {
    this.#engines = engines
    this.#tools = tools
    this.#wanted = languages
  }

  async read({isSideways, ...page}: PreparedPage): Promise<PageReading> {
    const reading = isSideways ? await this.#readSideways(page) : await this.#readEitherWayUp(page)
    if (reading.certainty >= DOUBTFUL) this.#known = reading.languages
    return reading
  }

  async #readEitherWayUp(page: EvenPage): Promise<PageReading> {
    const reading = await this.#readInItsLanguage(page)
    if (reading.certainty >= DOUBTFUL || reading.seen === 0) return reading
    const turn = await this.#findTurn(page)
    return turn ? surer(reading, await this.#readInItsLanguage(await turnPage(page, turn))) : reading
  }

  async #readSideways(page: EvenPage): Promise<PageReading> {
    const turn = await this.#findTurn(page)
    if (turn === 0 || turn === 180) return this.#readEitherWayUp(page)
    let best: PageReading | undefined
    for (const degrees of turn === 270 ? [270, 90, 0] : [90, 270, 0]) {
      const reading = await this.#readInItsLanguage(await turnPage(page, degrees))
      best = best ? surer(best, reading) : reading
      if (best.certainty >= DOUBTFUL) break
    }
    return best as PageReading
  }

  #findTurn(page: EvenPage): Promise<number | undefined> {
    return this.#engines.for(['osd']).findTurn(page.page)
  }

  async #readInItsLanguage(page: EvenPage): Promise<PageReading> {
    if (!this.#wanted.includes(AUTOMATIC)) return this.#readIn(this.#wanted, page)
    const first = await this.#readIn(this.#known ?? this.#first(), page)
    const languages = await this.#languagesOf(first, page)
    if (languages === undefined || languages.join() === first.languages.join()) return first
    const second = await this.#readIn(languages, page)
    return second.certainty >= first.certainty - TOLERANCE ? second : first
  }

  async #languagesOf(first: PageReading, page: EvenPage): Promise<readonly string[] | undefined> {
    if (first.certainty < DOUBTFUL) return this.#findScript(first, page)
    const latin = latinAmong(this.#tools.languages)
    const [main = ''] = first.languages
    if (this.#known || !latin.includes(main)) return undefined
    const language = await guessLanguage(first.text, latin)
    return language === undefined ? undefined : [language]
  }

  /** Data for the right script is sure of what it reads in a part of the page, and all other is not. */
  async #findScript(first: PageReading, page: EvenPage): Promise<readonly string[] | undefined> {
    if (first.seen < LEAST_WORDS) return undefined
    const part = {page: densestBand(page.page), fields: []}
    let best = {
      certainty: Math.max(LIKELY, first.certainty),
      languages: undefined as readonly string[] | undefined,
    }
    for (const script of otherScriptsAmong(this.#tools.languages)) {
      const reading = await this.#readIn(script.slice(0, 1), part, page)
      if (reading.certainty <= best.certainty) continue
      best = {
        certainty: reading.certainty,
        languages: [(await guessLanguage(reading.text, script)) ?? (script[0] as string)],
      }
    }
    return best.languages
  }

  /** @param whole the page that what is read is a part of */
  async #readIn(languages: readonly string[], part: EvenPage, whole = part): Promise<PageReading> {
    const columns = areIdeographic(languages)
    const factor = columns ? enlargement(whole.page) : 1
    const regions: WordLine[][] = []
    for (const region of cutRegions(part, {columns})) {
      const tsv = await this.#engines.for(languages).read(await enlargePage(region, factor), languages)
      regions.push(readTsv(tsv, {...region, factor}))
    }
    return {...writeText(regions, part.page), languages}
  }

  #first(): string[] {
    const {languages} = this.#tools
    return [languages.includes(FIRST) ? FIRST : (latinAmong(languages)[0] ?? languages[0] ?? FIRST)]
  }
}

function enlargement({width, height}: {width: number; height: number}): number {
  return Math.max(1, IDEOGRAPHS_NEED / Math.max(width, height))
}

function surer(one: PageReading, other: PageReading): PageReading {
  return other.certainty > one.certainty ? other : one
}
