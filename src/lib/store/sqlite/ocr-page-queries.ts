import {sql} from 'kysely'
import {query} from './query.js'

export const ocrPageByKey = query<{key: string; sha256: string}>()((q, p) =>
  q
    .selectFrom('ocr_pages')
    .select(['sha256', 'languages', 'text', 'confidence'])
    .where('key', '=', p.key)
    .orderBy(sql`sha256 = ${p.sha256}`, 'desc')
    .limit(1),
)

export type NewOcrPage = {
  key: string
  sha256: string
  languages: string
  text: string
  confidence: number
  created_at: string
}

export const insertOcrPage = query<NewOcrPage>()((q, p) =>
  q
    .insertInto('ocr_pages')
    .values({
      key: p.key,
      sha256: p.sha256,
      languages: p.languages,
      text: p.text,
      confidence: p.confidence,
      created_at: p.created_at,
    })
    .onConflict((c) => c.doNothing()),
)

export const ocrSource = query<{sha256: string; path: string}>()((q, p) =>
  q.selectFrom('ocr_sources').select('sha256').where('sha256', '=', p.sha256).where('path', '=', p.path),
)

export const insertOcrSource = query<{sha256: string; path: string}>()((q, p) =>
  q
    .insertInto('ocr_sources')
    .values({sha256: p.sha256, path: p.path})
    .onConflict((c) => c.doNothing()),
)

export const deleteOcrSourcesOf = query<{sha256: string}>()((q, p) =>
  q.deleteFrom('ocr_sources').where('sha256', '=', p.sha256),
)

export const deleteOcrPagesOf = query<{sha256: string}>()((q, p) =>
  q.deleteFrom('ocr_pages').where('sha256', '=', p.sha256),
)
