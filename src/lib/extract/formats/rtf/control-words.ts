import type {StoryName} from './story.js'

/** Words that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}

export const SYMBOLS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

/** Groups whose text goes to a place of its own. */
export const STORIES: Readonly<Record<string, StoryName>> = {
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  footnote: 'notes',
  shptxt: 'boxes',
  dptxbxtext: 'boxes',
}

/** Groups that hold no text of the document. */
export const SKIPPED = new Set(
  'pict nonshppict shprslt xe tc tcn revtbl annotation atnid atnauthor objdata private filetbl listtable listoverridetable rxe txe'.split(
    ' ',
  ),
)

/** Groups marked as to be skipped by readers that do not know them (`\*`), and which this one knows. */
export const KNOWN_STARRED = new Set(
  'do fldinst shpinst generator ud fonttbl colortbl moMath moMathPara mr'.split(' '),
)

/** Facts in the `\info` group by their word. */
export const INFO_TEXTS: Readonly<Record<string, string>> = {
  title: 'title',
  subject: 'subject',
  author: 'author',
  operator: 'last_modified_by',
  keywords: 'keywords',
  doccomm: 'description',
  company: 'company',
}

export const INFO_TIMES: Readonly<Record<string, string>> = {creatim: 'created', revtim: 'modified'}
