const BODY_OUTLINE = 9

/**
 * The level of a heading, 1 for the highest: by the paragraph's own outline level, else by the style's name, which
 * is English in every word processor's RTF.
 */
export function headingLevel(outline: number | undefined, styleName = ''): number | undefined {
  if (outline !== undefined) return outline >= 0 && outline < BODY_OUTLINE ? outline + 1 : undefined
  const [, level] = /^\s*heading ([1-9]);?\s*$/i.exec(styleName) ?? []
  if (level !== undefined) return Number(level)
  return /^\s*title;?\s*$/i.test(styleName) ? 1 : undefined
}
