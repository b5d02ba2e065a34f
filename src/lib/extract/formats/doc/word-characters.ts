import {linkSuffix} from '../link-target.js'

const FIELD_BEGIN = '\x13'
const FIELD_SEPARATOR = '\x14'
const FIELD_END = '\x15'

const FIELD_MARKS = new RegExp(`([${FIELD_BEGIN}${FIELD_SEPARATOR}${FIELD_END}])`)

interface Field {
  instruction: string
  result: string
  inResult: boolean
}

/** What Word's control characters mean; those not listed say nothing to a reader. */
const CONTROLS: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\n': '\n',
  '\r': '\n',
  '\x07': '\t',
  '\x0b': '\n',
  '\x0c': '\n',
  '\x0e': '\n',
  '\x1e': '-',
}

/** Word's text with its control characters turned into lines, tabs and links. */
export function plainWordText(raw: string): string {
  return withoutFields(raw)
    .replace(/\p{Cc}/gu, (control) => CONTROLS[control] ?? '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
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
  for (const piece of raw.split(FIELD_MARKS)) {
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
