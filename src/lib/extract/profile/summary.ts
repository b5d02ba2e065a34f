import {joinProse} from './body.js'
import type {CvLine, CvText} from './cv-text.js'
import {isProse} from './entries.js'
import type {Found} from './traced.js'

/** Shorter than this is no summary. */
const LEAST = 30

/** What the person says of themselves: the section for it, or the paragraph below name and contacts. */
export function findSummary(text: CvText, known: ReadonlySet<number>): Found | undefined {
  for (const part of text.parts('summary')) {
    const summary = joinProse(part.filter(({kind}) => kind !== 'blank'))
    if (summary && summary.value.length >= LEAST) return {...summary, confidence: 0.9}
  }
  const prose = proseBelow(text.preamble, known)
  return prose.length === 0 ? undefined : joinProse(prose)
}

/** The first paragraph of sentences, where nothing but what is known already stands above it. */
function proseBelow(preamble: readonly CvLine[], known: ReadonlySet<number>): CvLine[] {
  const start = preamble.findIndex(({kind, line}) => kind !== 'blank' && !known.has(line))
  const first = preamble[start]
  if (first?.kind !== 'text' || first.text.length < 50 || /@|\+\d/.test(first.text)) return []
  const end = preamble.findIndex(({kind}, index) => index > start && kind !== 'text')
  const lines = preamble.slice(start, end < 0 ? undefined : end)
  const whole = lines.map(({text}) => text).join(' ')
  return isProse(whole) && /[.!。]\s|[.!。]$/u.test(whole) ? lines : []
}
