import type {DefaultTreeAdapterTypes} from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** Names of `<meta>`, of HTML's own standard, of Dublin Core and of word processors, and what they are called here. */
const META: Readonly<Record<string, string>> = {
  author: 'author',
  'dc.creator': 'author',
  'dcterms.creator': 'author',
  generator: 'producer',
  description: 'description',
  'dc.description': 'description',
  keywords: 'keywords',
  date: 'created',
  created: 'created',
  'dc.date': 'created',
  'dcterms.created': 'created',
  changed: 'modified',
  'last-modified': 'modified',
  'dcterms.modified': 'modified',
}

/** What the head of a page says of it. Of several that say the same the first one counts. */
export function statedInHead(document: DefaultTreeAdapterTypes.Document): [key: string, value: string][] {
  const html = document.childNodes.find((node): node is Element => node.nodeName === 'html')
  const head = html?.childNodes.find((node): node is Element => node.nodeName === 'head')
  if (!html || !head) return []
  const language: [string, string] = ['language', attributeOf(html, 'lang')]
  const stated = head.childNodes.flatMap((node) => ('tagName' in node ? statedBy(node) : []))
  // The last one counts where facts are gathered.
  return [language, ...stated.toReversed()]
}

function statedBy(element: Element): [key: string, value: string][] {
  if (element.tagName === 'title') {
    const [text] = element.childNodes
    return text && 'value' in text ? [['title', text.value]] : []
  }
  const key = META[attributeOf(element, 'name').toLowerCase()]
  const value = attributeOf(element, 'content').trim()
  return element.tagName === 'meta' && key !== undefined && value !== '' ? [[key, value]] : []
}

function attributeOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? ''
}
