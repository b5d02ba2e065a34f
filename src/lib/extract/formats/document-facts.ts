/** Metadata as `ReadResult` wants it: trimmed, without what is blank, short enough to be a fact and not a text. */
export function facts(entries: Iterable<readonly [string, string | undefined]>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, value] of entries) {
    const text = value?.replace(/\s+/g, ' ').trim()
    if (text) kept[key] = text.slice(0, 1000)
  }
  return kept
}
