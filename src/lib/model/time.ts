/**
 * Times in the database are ISO-8601 UTC with milliseconds and no zone (`2026-11-23T18:24:46.123`): the form that
 * readers of the reference implementation parse (`datetime.fromisoformat`), and that sorts as text.
 */
export function toStoredTime(date: Date): string {
  return date.toISOString().slice(0, -1)
}

/**
 * Reads any time that a producer may have written: with or without `T`, fraction, `Z` or offset; without a zone it
 * is UTC.
 *
 * @throws RangeError when the text is no time
 */
export function fromStoredTime(text: string): Date {
  const iso = text.trim().replace(' ', 'T')
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(iso)
  const date = new Date(zoned ? iso : `${iso.includes('T') ? iso : `${iso}T00:00:00`}Z`)
  if (Number.isNaN(date.getTime())) throw new RangeError(`not a time: ${text}`)
  return date
}
