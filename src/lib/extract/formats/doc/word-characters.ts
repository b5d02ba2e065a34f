import {linkSuffix} from '../link-target.js'

const FIELD_BEGIN = '\x13'
const FIELD_SEPARATOR = '\x14'
const FIELD_END = '\x15'

interface Field {
  instruction: string
  result: string
  inResult: boolean
}

/** Word's text with its control characters turned into lines, tabs and links. */
export function plainWordText(raw: string): string {
  return withoutFields(raw)
    .replace(/\x07(?=[\r\n])/g, '')
    .replace(/(?<=\x07)\n/g, '\n')
    .replace(/\x07/g, '\t')
    .replace(/[\r\x0b\x0c\x0e]/g, '\n')
    .replace(/\x1e/g, '-')
    .replace(/[\x00-\x08\x0e-\x1f]/g, '')
    .replace(/[\t ]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Fields become what they show; of a link its target stays too. They nest, and a damaged file may not close them. */
function withoutFields(raw: string): string {
  const open: Field[] = []
  let text = ''
  const put = (piece: string): void => {
    const field = open.at(-1)
    if (!field) text += piece
    else if (field.inResult) field.result += piece
    else field.instruction += piece
  }
  for (const piece of raw.split(/([\x13-\x15])/)) {
    if (piece === FIELD_BEGIN) open.push({instruction: '', result: '', inResult: false})
    else if (piece === FIELD_SEPARATOR) {
      const field = open.at(-1)
      if (field) field.inResult = true
    } else if (piece === FIELD_END) {
      const field = open.pop()
      if (field) put(shown(field))
    } else put(piece)
  }
  while (open.length > 0) put((open.pop() as Field).result)
  return text
}

function shown({instruction, result}: Field): string {
  const link = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\\\s]\S*))/i.exec(instruction)
  if (/^\s*FORMCHECKBOX/i.test(instruction)) return '☐'
  return link ? result + linkSuffix(result, link[1] ?? link[2] ?? '') : result
}
