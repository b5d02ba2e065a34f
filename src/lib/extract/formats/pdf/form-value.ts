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
}

export interface Value {
  text: string
  label?: string
}

/** What somebody wrote into a form field or a text note; undefined where there is nothing to read. */
export function formValue(annotation: PdfAnnotation): Value | undefined {
  if (annotation.hidden) return undefined
  if (annotation.subtype === 'FreeText') return toValue(annotation.contentsObj?.str)
  if (annotation.subtype !== 'Widget' || isButton(annotation) || annotation.password) return undefined
  const {fieldValue, alternativeText, fieldName} = annotation
  return toValue(Array.isArray(fieldValue) ? fieldValue.join(', ') : fieldValue, alternativeText || fieldName)
}

function isButton({checkBox, radioButton, pushButton}: PdfAnnotation): boolean {
  return Boolean(checkBox || radioButton || pushButton)
}

function toValue(value: unknown, label?: string): Value | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return {text: value.trim(), ...(label && {label})}
}
