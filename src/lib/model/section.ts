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

/** A place in a document's text. */
export interface TextPlace {
  /** From 1. */
  page: number
  /** From 1, counted in the whole text, so that `sed -n` shows it. */
  line: number
}

/** Where a part of the CV begins; it ends where the next one begins, or with the text. */
export interface Section extends TextPlace {
  kind: SectionKind
  /** As the CV words it, without Markdown's marks. */
  heading: string
}
