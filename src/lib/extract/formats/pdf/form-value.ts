/** What pdf.js tells of an annotation, as far as it is read here. */
export interface PdfAnnotation {
  subtype?: string
  url?: string
  unsafeUrl?: string
  rect?: number[]
  overlaidText?: string
  fieldName?: string
  fieldValue?: unknown
  alternativeText?: string
  checkBox?: boolean
  radioButton?: boolean
  pushButton?: boolean
  password?: boolean
  hidden?: boolean
  /** What a check box sends. */
  exportValue?: string
  /** What a radio button sends. */
  buttonValue?: string | null
  contentsObj?: {str?: string}
  titleObj?: {str?: string}
  options?: {exportValue?: string; displayValue?: string}[]
}

export interface Value {
  text: string
  label?: string
  /** It is shown only to who asks for it, so it has no place among the words of the page. */
  isComment?: boolean
  /** A box that is ticked; its text is what the box sends. */
  isTick?: boolean
}

/** Shown where a box is ticked or a radio button chosen; one that is not says nothing. */
export const TICKED = '☒'

/** Markup whose words are a comment on the page. A popup only repeats what its note says. */
const COMMENTS = new Set(['Text', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Caret', 'Ink', 'Stamp'])

/** What somebody wrote into a form field, onto the page or into a comment; undefined where there is nothing to read. */
export function formValue(annotation: PdfAnnotation): Value | undefined {
  if (annotation.hidden) return undefined
  if (annotation.subtype === 'FreeText') return toValue(annotation.contentsObj?.str)
  if (COMMENTS.has(annotation.subtype ?? '')) return toComment(annotation)
  if (annotation.subtype !== 'Widget' || annotation.pushButton || annotation.password) return undefined
  if (annotation.checkBox || annotation.radioButton) return toTick(annotation)
  const {fieldValue, alternativeText, fieldName} = annotation
  const chosen = Array.isArray(fieldValue) ? fieldValue : [fieldValue]
  const shown = chosen
    .filter((value) => typeof value === 'string')
    .map((value) => displayed(annotation, value))
  return toValue(shown.join(', '), alternativeText || fieldName)
}

/** A list shows other words than the form sends. */
function displayed({options = []}: PdfAnnotation, value: string): string {
  return options.find(({exportValue}) => exportValue === value)?.displayValue ?? value
}

function toComment({contentsObj, titleObj}: PdfAnnotation): Value | undefined {
  const value = toValue(contentsObj?.str, titleObj?.str)
  return value && {...value, isComment: true}
}

function toTick(annotation: PdfAnnotation): Value | undefined {
  const {fieldValue, alternativeText, fieldName} = annotation
  const value = isTicked(annotation) ? toValue(fieldValue, alternativeText || fieldName) : undefined
  return value && {...value, isTick: true}
}

/** A box's value is what it sends when ticked, and a radio button's is that of its whole group. */
function isTicked({checkBox, fieldValue, exportValue, buttonValue}: PdfAnnotation): boolean {
  return (
    typeof fieldValue === 'string' &&
    fieldValue !== 'Off' &&
    fieldValue === (checkBox ? exportValue : buttonValue)
  )
}

function toValue(value: unknown, label?: string): Value | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return {text: value.trim(), ...(label && {label})}
}
