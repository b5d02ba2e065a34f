import type {Document} from '../../model/document.js'
import {AtsError} from '../../model/errors.js'
import {type JsonResume, toJsonResume} from './json-resume.js'

/**
 * The document's profile as a JSON Resume.
 *
 * @throws AtsError NO_PROFILE
 */
export function resumeOf(document: Document): JsonResume {
  const resume = toJsonResume(document)
  if (resume) return resume
  throw new AtsError('NO_PROFILE', `The document ${document.documentId} has no profile`, {
    suggestions: [
      'It is no CV, or it was read before there were profiles; then this reads it again: ats queue enqueue PATH',
    ],
  })
}
