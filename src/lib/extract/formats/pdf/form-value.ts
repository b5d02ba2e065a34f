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
  contentsObj?: {str?: string}
  titleObj?: {str?: string}
  options?: {exportValue?: string; displayValue?: string}[]
}

export interface Value {
  text: string
  label?: string
  /** It is shown only to who asks for it, so it has no place among the words of the page. */
  isComment?: boolean
}

/** Markup whose words are a comment on the page. A popup only repeats what its note says. */
const COMMENTS = new Set(['Text', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Caret', 'Ink', 'Stamp'])

/** What somebody wrote into a form field, onto the page or into a comment; undefined where there is nothing to read. */
export function formValue(annotation: PdfAnnotation): Value | undefined {
  if (annotation.hidden) return undefined
  if (annotation.subtype === 'FreeText') return toValue(annotation.contentsObj?.str)
  if (COMMENTS.has(annotation.subtype ?? '')) return toComment(annotation)
  if (annotation.subtype !== 'Widget' || isButton(annotation) || annotation.password) return undefined
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

function isButton({checkBox, radioButton, pushButton}: PdfAnnotation): boolean {
  return Boolean(checkBox || radioButton || pushButton)
}

function toValue(value: unknown, label?: string): Value | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return {text: value.trim(), ...(label && {label})}
}
