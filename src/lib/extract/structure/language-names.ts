import {HEADING_WORDS} from './headings/languages.js'

/** Languages that CVs name; ISO 639-1. */
const CODES =
  'en de fr es pt it nl zh ja ko ar ru pl tr uk sv da no nb fi cs sk hu ro bg el he hi bn ur ta te fa th vi id ms sw hr sr sl sq et lv lt ca ga la yue cmn'

let names: RegExp | undefined

/** Whether a text names a language that people speak, in any of the languages that headings are known in. */
export function speaksOfLanguages(text: string): boolean {
  names ??= new RegExp(`(?<!\\p{L})(?:${allNames().join('|')})`, 'iu')
  return names.test(text)
}

function allNames(): string[] {
  const all = new Set<string>()
  for (const locale of Object.keys(HEADING_WORDS)) {
    const display = new Intl.DisplayNames([locale], {type: 'language', fallback: 'none'})
    for (const code of CODES.split(' ')) {
      const name = display.of(code)?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      if (name) all.add(name)
    }
  }
  for (const name of ['Mandarin', 'Cantonese', 'Chinese', '英文', '日文', '国语', '國語', '粤语'])
    all.add(name)
  return [...all]
}
