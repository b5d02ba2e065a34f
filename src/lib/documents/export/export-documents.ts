import type {Document} from '../../model/document.js'
import type {Serializer} from './formats.js'

export interface ExportCounts {
  /** Written. */
  documents: number
  /** Left out, because the format has nothing to say of them. */
  leftOut: number
}

/**
 * The text of an export, piece by piece; a piece is a document or less.
 *
 * @returns how many documents it has, when the last piece was taken
 */
export async function* serialize(
  documents: AsyncIterable<Document>,
  {before, piece, between, end, after}: Serializer,
): AsyncGenerator<string, ExportCounts> {
  const counts: ExportCounts = {documents: 0, leftOut: 0}
  if (before !== '') yield before
  for await (const document of documents) {
    const text = piece(document)
    if (text === undefined) {
      counts.leftOut += 1
      continue
    }
    yield counts.documents > 0 ? `${between}${text}` : text
    counts.documents += 1
  }
  const rest = `${counts.documents > 0 ? end : ''}${after}`
  if (rest !== '') yield rest
  return counts
}
