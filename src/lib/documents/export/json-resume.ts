import type {Document} from '../../model/document.js'
import type {Resume} from '../../model/profile.js'

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

/** JSON Resume 1.0.0, whose `meta` may have members of one's own: `ats` tells which document it was taken from. */
export type JsonResume = Resume & {
  $schema: string
  meta: {
    version: 'v1.0.0'
    lastModified: string
    ats: {document_id: string; person_id: string; sha256: string; file_name: string}
  }
}

/** @returns undefined for a document without a profile */
export function toJsonResume({
  profile,
  documentId,
  personId,
  sha256,
  fileName,
  updatedAt,
}: Document): JsonResume | undefined {
  if (!profile) return undefined
  return {
    $schema: SCHEMA,
    ...profile.resume,
    meta: {
      version: 'v1.0.0',
      // The schema's form has no zone and no milliseconds.
      lastModified: updatedAt.toISOString().slice(0, 19),
      ats: {document_id: documentId, person_id: personId, sha256, file_name: fileName},
    },
  }
}
