/** The parts of a CV that readers look for; the names are JSON Resume's where it has one. */
export type SectionKind =
  | 'contact'
  | 'summary'
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'projects'
  | 'certificates'
  | 'courses'
  | 'awards'
  | 'publications'
  | 'volunteer'
  | 'interests'
  | 'references'
  /** A part of its own that is none of these: patents, memberships, availability, … */
  | 'other'

/** A place in a document's text. */
export interface TextPlace {
  /** From 1. */
  page: number
  /** From 1, counted in the whole text, so that `sed -n` shows it. */
  line: number
}

/**
 * Where a part of the CV begins; it ends where the next one begins, or with the text. A heading such as `Experience &
 * Education` begins one section of each kind, on the same line: what follows belongs to all of them.
 */
export interface Section extends TextPlace {
  kind: SectionKind
  /** As the CV words it, without Markdown's marks. */
  heading: string
}
