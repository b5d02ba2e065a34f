import type {SectionKind} from '../../../model/section.js'

/**
 * How CVs of one language name their sections. Each value is a list separated by commas; case, accents, punctuation
 * and the width of characters do not matter.
 */
export interface HeadingWords {
  /** Phrases that are a heading as they stand. */
  headings: Partial<Record<SectionKind, string>>
  /** Words that may stand before or after such a phrase and change nothing: `professional`, `selected`, `my`. */
  modifiers?: string
  /** Phrases over a whole document (`Curriculum vitae`), which begin no section. */
  titles?: string
}
