/** The marks of list items; a dash is one only before words, for years have dashes before them too. */
const MARK =
  /^(?:[•◦▪▫▸▹►▻◆◇○●■□❑❒⋄‣⁃∙➢➤➔✓✔☑❖]\s*(?=\S)|[·∗*]\s+(?=\S)|[-–—]\s+(?=[\p{L}\p{Ps}\p{Pi}"'])|[-–—](?=\p{Script=Han}))/u

/** Writes the mark before a list item as Markdown's `- `; numbers and letters stay as they are. */
export function markListItem(text: string): string {
  return text.replace(MARK, '- ')
}

export function isListItem(text: string): boolean {
  return MARK.test(text)
}
