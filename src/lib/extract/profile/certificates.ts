import type {ResumeCertificate} from '../../model/profile.js'
import type {CvLine, CvText} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {endOfDuration, findDates} from './dates.js'
import {isProse} from './entries.js'
import type {Traced} from './traced.js'

export type TracedCertificate = Traced<ResumeCertificate>

const LINK = /\s*\(?(?:https?:\/\/|www\.)[^\s)]+\)?/g
const APART = /\s+[–—-]\s+|\s*[|•·\t]\s*|\s*[,，]\s+(?![^(（]*[)）])/u

/** Certificates with issuer and date, on one line or on a few. */
export function findCertificates(text: CvText): TracedCertificate[] {
  return text.parts('certificates').flatMap((part) => groupsOf(part).flatMap(readCertificate))
}

/** Each list item is one; without items, what blank lines or dates set apart. */
function groupsOf(part: readonly CvLine[]): CvLine[][] {
  const lines = part
    .map((line) => ({...line, text: line.text.replace(LINK, '')}))
    .filter(({kind, text}) => kind === 'blank' || text !== '')
  const groups: CvLine[][] = [[]]
  const items = lines.some(({kind}) => kind === 'item')
  const spaced = lines.some(({kind}, index) => kind === 'blank' && index > 0 && index < lines.length - 1)
  for (const line of lines) {
    const last = groups.at(-1) as CvLine[]
    if (line.kind === 'blank') groups.push([])
    else if (line.kind === 'item' || line.kind === 'heading' || (!items && !spaced && !isDetail(line, last)))
      groups.push([line])
    else last.push(line)
    if (last.some(({text}) => isDateOnly(text)) && last.length > 1) groups.push([])
  }
  return groups.filter((group) => group.length > 0)
}

/** A line that belongs to the certificate above it: its date, or its issuer before the date has come. */
function isDetail(line: CvLine, group: readonly CvLine[]): boolean {
  return isDateOnly(line.text) && group.length > 0
}

function isDateOnly(text: string): boolean {
  const [span] = findDates(text)
  return (
    span !== undefined && tidy(text.slice(0, span.from) + text.slice(endOfDuration(text, span.to))) === ''
  )
}

function readCertificate(group: readonly CvLine[]): TracedCertificate[] {
  let date: TracedCertificate['date']
  const pieces = group.flatMap((line) => {
    const [span] = findDates(line.text)
    if (span?.end || span?.start) date ??= found(span.start ?? span.end ?? '', line, 0.85)
    const rest = span ? `${line.text.slice(0, span.from)} | ${line.text.slice(span.to)}` : line.text
    return rest.split(APART).map((text) => ({text: tidy(text), line}))
  })
  const [name, issuer] = pieces.filter(({text}) => text !== '')
  if (!name || isProse(name.text)) return []
  return [
    {
      name: found(name.text.replace(/[\s　]*(?:取得|合格|修了)$/u, ''), name.line, 0.85),
      ...(issuer && !isProse(issuer.text) ? {issuer: found(issuer.text, issuer.line, 0.6)} : {}),
      ...(date ? {date} : {}),
    },
  ]
}
