import type {RtfField, StoryName} from './story.js'

/** Where the text of a group goes. */
export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'colors'
  | 'styles'
  | 'info'
  | 'fact'
  | 'instruction'
  | 'alternatives'
  | 'label'

/** What RTF remembers for each group and forgets at its end. */
export interface GroupState {
  destination: Destination
  story: StoryName
  /** The metadata that a `fact` group gives. */
  fact: string
  /** Characters that stand after each `\u` for readers without Unicode. */
  unicodeSkip: number
  font: number | undefined
  hidden: boolean
  deleted: boolean
  color: number
  halfPoints: number
  /** A colour lies under the text. */
  shaded: boolean
  inTable: boolean
  paragraph: RtfParagraph
  field: RtfField | undefined
  /** The mark of a list item, while it is gathered. */
  label: {text: string} | undefined
}

/** What `\pard` takes back. */
export interface RtfParagraph {
  /** Number of the style, by which the style sheet knows it. */
  style: number | undefined
  /** 0 for the highest heading; 9 for text. */
  outline: number | undefined
  listLevel: number
  /** White space above and below, in points. */
  before: number
  after: number
}

export const PLAIN_PARAGRAPH: RtfParagraph = {
  style: undefined,
  outline: undefined,
  listLevel: 0,
  before: 0,
  after: 0,
}

export function initialState(): GroupState {
  return {
    destination: 'text',
    story: 'body',
    fact: '',
    unicodeSkip: 1,
    font: undefined,
    hidden: false,
    deleted: false,
    color: 0,
    halfPoints: 24,
    shaded: false,
    inTable: false,
    paragraph: PLAIN_PARAGRAPH,
    field: undefined,
    label: undefined,
  }
}
