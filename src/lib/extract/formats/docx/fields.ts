import {descend, type XmlElement} from '../xml.js'
import {isOn} from './names.js'

interface Field {
  instruction: string
  inResult: boolean
  begin: XmlElement
}

/** Word's fields while runs go by: what is instruction and stays out, what is result, and where links lead. */
export class Fields {
  readonly #open: Field[] = []

  /** The address of a HYPERLINK instruction, if it is one that leads out of the file. */
  static addressIn(instruction: string): string | undefined {
    const [, option, quoted, bare] =
      /^\s*HYPERLINK\s+(\\l\s+)?(?:"([^"]*)"|([^\\\s]\S*))/i.exec(instruction) ?? []
    return option === undefined ? (quoted ?? bare) : undefined
  }

  get inInstruction(): boolean {
    return this.#open.some(({inResult}) => !inResult)
  }

  get address(): string | undefined {
    return this.#open
      .map(({instruction}) => Fields.addressIn(instruction))
      .findLast((address) => address !== undefined)
  }

  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field) field.instruction += text
  }

  /** Takes a `w:fldChar`; what a field without a result shows comes back as XML. */
  turn(element: XmlElement): string {
    const kind = element.attributes['w:fldCharType']
    const field = this.#open.at(-1)
    if (kind === 'begin') this.#open.push({instruction: '', inResult: false, begin: element})
    else if (kind === 'separate' && field) field.inResult = true
    else if (kind === 'end' && field) {
      this.#open.pop()
      return this.inInstruction ? '' : checkbox(field)
    }
    return ''
  }
}

function checkbox({instruction, begin}: Field): string {
  if (!/^\s*FORMCHECKBOX/i.test(instruction)) return ''
  const box = descend(begin, 'w:ffData', 'w:checkBox')
  const checked = isOn(descend(box, 'w:checked') ?? descend(box, 'w:default'))
  return `<w:t>${checked ? '☒' : '☐'}</w:t>`
}
