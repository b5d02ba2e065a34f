import {fieldText, linkTarget} from '../field-instruction.js'
import type {FlowMark, TextFlow} from '../text-flow.js'
import {childElements, descend, type XmlElement} from '../xml.js'
import {isOn} from './names.js'

interface Field {
  instruction: string
  begin: XmlElement
  /** Where the result began; undefined while the instruction is read. */
  result?: {flow: TextFlow; mark: FlowMark}
}

/** Word's fields while runs go by: what is instruction and stays out, what is result, and where links lead. */
export class Fields {
  readonly #open: Field[] = []

  get inInstruction(): boolean {
    return this.#open.some(({result}) => result === undefined)
  }

  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field) field.instruction += text
  }

  /** Takes a `w:fldChar`, and writes what the field shows beside its result: a link's target, a form's value. */
  turn(element: XmlElement, flow: TextFlow): void {
    const kind = element.attributes['w:fldCharType']
    const field = this.#open.at(-1)
    if (kind === 'begin') this.#open.push({instruction: '', begin: element})
    else if (kind === 'separate' && field) field.result = {flow, mark: flow.mark()}
    else if (kind === 'end' && field) {
      this.#open.pop()
      if (!this.inInstruction) close(field, flow)
    }
  }
}

function close({instruction, begin, result}: Field, flow: TextFlow): void {
  const address = linkTarget(instruction)
  if (address !== undefined && result?.flow === flow) flow.writeTarget(result.mark, address)
  if (result === undefined || (result.flow === flow && flow.since(result.mark) === ''))
    flow.write(formValue(instruction, descend(begin, 'w:ffData')) || fieldText(instruction))
}

/** What a form field shows where the file has no result for it. */
function formValue(instruction: string, data: XmlElement | undefined): string {
  if (/^\s*FORMCHECKBOX/i.test(instruction)) {
    const box = descend(data, 'w:checkBox')
    return isOn(descend(box, 'w:checked') ?? descend(box, 'w:default')) ? '☒' : '☐'
  }
  if (!/^\s*FORMDROPDOWN/i.test(instruction)) return ''
  const list = descend(data, 'w:ddList')
  const chosen = descend(list, 'w:result') ?? descend(list, 'w:default')
  const entries = list ? childElements(list, 'w:listEntry') : []
  return entries[Number(chosen?.attributes['w:val'] ?? 0)]?.attributes['w:val'] ?? ''
}
