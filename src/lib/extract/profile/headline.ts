import {isDocumentTitle, kindsOfHeading} from '../structure/headings/lexicon.js'
import type {CvLine, CvText} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {isProse} from './entries.js'
import {isPlace, placeAtEnd} from './location.js'
import {looksLikeName} from './name.js'
import {titleScore} from './titles.js'
import type {Found} from './traced.js'

const MAX_HEADLINE = 120
/** Lines from the top in which a label announces the headline and not a job's title. */
const LABELLED_WITHIN = 8
const LABEL =
  /^(?:title|position|role|headline|profession|beruf|titel|poste|profesión|求职意向|应聘职位|应聘岗位|希望職種|職種)\s*[:：]\s*/iu

/** What the person calls themselves, below the name or beside it. */
export function findHeadline(text: CvText, name: Found | undefined): Found | undefined {
  const headline = name && headlineNear(text, name)
  return headline && {...headline, value: withoutPlace(headline.value)}
}

/** `Head of Data, Leeds, UK`: the place behind the title is the person's. */
function withoutPlace(text: string): string {
  const split = placeAtEnd(text)
  const isApart = split && /[,(|–—-]\s*$/u.test(text.slice(0, text.lastIndexOf(split.place)))
  return isApart && titleScore(split.rest) > 0 ? tidy(split.rest.replace(/[\s,(|–—-]+$/u, '')) : text
}

function headlineNear(text: CvText, name: Found): Found | undefined {
  const at = text.lines.findIndex(({line}) => line === name.line)
  const own = text.lines[at]
  const beside = own && besideName(own, name.value)
  if (beside) return beside
  const labelled = labelledHeadline(text.lines.slice(0, LABELLED_WITHIN))
  if (labelled) return labelled
  const inPreamble = isInPreamble(text, name.line)
  const below = text.lines.slice(at + 1, at + 5).filter(({kind}) => kind !== 'blank')
  for (const [index, line] of below.slice(0, 2).entries()) {
    const value = tidy(line.text.replace(LABEL, ''))
    if ((inPreamble && !isInPreamble(text, line.line)) || value.toLowerCase() === name.value.toLowerCase())
      continue
    const whole = joined(value, line, below[index + 1])
    if (mayBeHeadline(value) && titleScore(whole) > 0) return found(whole, line, 0.85)
    const piece = line.text
      .split(/\s*[|•·\t]\s*/)
      .map(tidy)
      .find((one) => mayBeHeadline(one) && titleScore(one) > 0)
    if (piece) return found(piece, line, 0.75)
    if (
      inPreamble &&
      index === 0 &&
      mayBeHeadline(value) &&
      !looksLikeName(value) &&
      kindsOfHeading(value).length === 0 &&
      !/\d/.test(value) &&
      value.length > 3
    ) {
      return found(value, line, 0.5)
    }
  }
  return undefined
}

/** `求职意向：产品经理` is no part of its own, but the title that the person goes by. */
function labelledHeadline(lines: readonly CvLine[]): Found | undefined {
  for (const line of lines) {
    const label = LABEL.exec(line.text)
    const value = tidy(line.text.slice(label?.[0].length ?? 0))
    if (label && mayBeHeadline(value) && titleScore(value) > 0) return found(value, line, 0.85)
  }
  return undefined
}

function besideName(line: CvLine, name: string): Found | undefined {
  const at = line.text.toLowerCase().indexOf(name.toLowerCase())
  if (at < 0) return undefined
  const rest = line.text.slice(at + name.length)
  if (!/^\s*(?:[|•·,\t]|[–—-]\s|\s{2})/u.test(rest)) return undefined
  const value = tidy(rest.split(/[|•·\t]/).find((piece) => tidy(piece) !== '') ?? '')
  return mayBeHeadline(value) && titleScore(value) > 0 ? found(value, line, 0.8) : undefined
}

/** A headline broken in a narrow column: the next line is the last word of the title. */
function joined(value: string, line: CvLine, next: CvLine | undefined): string {
  const isLastWord =
    next?.line === line.line + 1 && next.kind === line.kind && /^\p{Lu}\p{L}+$/u.test(next.text)
  return isLastWord && titleScore(next.text) > 0 && titleScore(value) < 2 ? `${value} ${next.text}` : value
}

function isInPreamble({preamble}: CvText, line: number): boolean {
  return preamble.some((one) => one.line === line)
}

function mayBeHeadline(text: string): boolean {
  return (
    text !== '' &&
    !isDocumentTitle(text) &&
    text.length <= MAX_HEADLINE &&
    !/@|https?:|www\.|\d{5}|\.(?:com|org|net|de|io|me)\b/i.test(text) &&
    !isPlace(text) &&
    !isProse(text)
  )
}
