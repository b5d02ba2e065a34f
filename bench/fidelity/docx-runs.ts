import {readFileSync} from 'node:fs'
import JSZip from 'jszip'

const PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/
const DRAWN_PARTS = /^word\/(charts\/chart|diagrams\/data)\d*\.xml$/

/** The visible runs of text in a DOCX file's own parts, and those that the text lacks. */
export async function runsNotIn(file: string, text: string): Promise<{visible: number; absent: string[]}> {
  const zip = await JSZip.loadAsync(readFileSync(file)).catch(() => undefined)
  const runs: string[] = []
  for (const part of Object.keys(zip?.files ?? {})) {
    const read = PARTS.test(part) ? visibleRuns : DRAWN_PARTS.test(part) ? drawnWords : undefined
    if (read) runs.push(...read((await zip?.file(part)?.async('string')) ?? ''))
  }
  const haystack = fold(text)
  const absent = runs.filter((run) => !haystack.includes(fold(run)))
  return {visible: runs.length, absent}
}

/** The content of `w:t`, but for hidden runs and for the copies that old Word versions are given of a drawing. */
function visibleRuns(xml: string): string[] {
  const shown = xml.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
  return [...shown.matchAll(/<w:r[ >](?:(?!<\/w:r>)[\s\S])*?<\/w:r>/g)]
    .map(([run]) => run)
    .filter((run) => !/<w:(vanish|webHidden)\/>/.test(run))
    .flatMap((run) =>
      [...run.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, content = '']) => decode(content)),
    )
    .filter((content) => fold(content) !== '')
}

/** The words of a chart's titles, series and categories, and of a diagram's shapes. */
function drawnWords(xml: string): string[] {
  const names = [...xml.matchAll(/<c:(tx|cat)>[\s\S]*?<\/c:\1>/g)].flatMap(([holder]) => [
    ...holder.matchAll(/<c:v>([^<]*)<\/c:v>/g),
  ])
  return [...names, ...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
    .map(([, content = '']) => decode(content))
    .filter((content) => fold(content) !== '')
}

function decode(text: string): string {
  const named: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : (named[name] ?? whole),
  )
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\p{Co}]+/gu, '')
}
