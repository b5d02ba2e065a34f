/** What stands before the data: its length, and the length of the rest of the head ([MS-DOC] 2.9.167). */
const HEAD_SIZE_AT = 4
const VERSION = 0xffffffff
const TEXT = 0
const CHECKBOX = 1
const DROP_DOWN = 2
/** The result that means: as it was before anybody touched it. */
const UNTOUCHED = 25

/**
 * What a form field shows that has no text of its own: whether a box is checked, which entry of a list is chosen.
 *
 * @param data the stream `Data`
 * @param at where the field's data begin (FFData, [MS-DOC] 2.9.78)
 */
export function formValue(data: Buffer, at: number): string {
  if (at + HEAD_SIZE_AT + 2 > data.length) return ''
  const start = at + data.readUInt16LE(at + HEAD_SIZE_AT)
  if (start + 12 > data.length || data.readUInt32LE(start) !== VERSION) return ''
  const bits = data.readUInt16LE(start + 4)
  const [kind, result] = [bits & 3, (bits >> 2) & 0x1f]
  if (kind === TEXT) return ''
  const name = start + 10
  const initial = name + stringSize(data, name)
  if (initial + 2 > data.length) return ''
  const value = result === UNTOUCHED ? data.readUInt16LE(initial) : result
  if (kind === CHECKBOX) return value === 1 ? '☒' : '☐'
  return kind === DROP_DOWN ? entry(data, initial + 2, value) : ''
}

/** After format, help, status and two macros comes the table of entries. */
function entry(data: Buffer, at: number, wanted: number): string {
  let next = at
  for (let strings = 0; strings < 5; strings++) next += stringSize(data, next)
  next += 2
  if (next + 6 > data.length) return ''
  const count = data.readUInt16LE(next)
  next += 4
  for (let index = 0; index < count && next + 2 <= data.length; index++) {
    const length = data.readUInt16LE(next)
    if (index === wanted)
      return data.toString('utf16le', next + 2, Math.min(data.length, next + 2 + 2 * length))
    next += 2 + 2 * length
  }
  return ''
}

/** A length, the characters, and a zero. */
function stringSize(data: Buffer, at: number): number {
  return at + 2 <= data.length ? 4 + 2 * data.readUInt16LE(at) : 4
}
