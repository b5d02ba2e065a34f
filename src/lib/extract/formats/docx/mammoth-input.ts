import {isElement, type XmlElement} from '../xml.js'
import {escapeXml, R, W} from './names.js'
import {packZip} from './pack.js'

export interface MammothInput {
  /** The blocks of all stories in normal form. */
  blocks: string
  links: ReadonlyMap<string, string>
  styles: XmlElement | undefined
  numbering: XmlElement | undefined
}

/** A Word package with nothing in it but what mammoth is to read: no pictures, no macros, no file of a stranger's. */
export function mammothInput({blocks, links, styles, numbering}: MammothInput): Buffer {
  return packZip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships([['main', 'officeDocument', 'word/document.xml', false]]),
    'word/document.xml': root('document', `<w:body>${blocks}</w:body>`),
    'word/_rels/document.xml.rels': relationships(
      [...links].map(([id, target]) => [id, 'hyperlink', target, true] as const),
    ),
    ...(styles && {'word/styles.xml': root('styles', content(styles))}),
    ...(numbering && {'word/numbering.xml': root('numbering', content(numbering))}),
  })
}

function root(name: string, inner: string): string {
  return `<w:${name} xmlns:w="${W}" xmlns:r="${R}">${inner}</w:${name}>`
}

type Row = readonly [id: string, type: string, target: string, external: boolean]

function relationships(rows: readonly Row[]): string {
  const elements = rows.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${R}/${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join('')}</Relationships>`
}

/** Word's own elements only; extensions would need their namespaces and mean nothing to mammoth. */
function content(parent: XmlElement): string {
  return parent.children
    .filter(isElement)
    .filter(({name}) => name.startsWith('w:'))
    .map((child) => `<${child.name}${attributes(child)}>${content(child)}</${child.name}>`)
    .join('')
}

function attributes(element: XmlElement): string {
  return Object.entries(element.attributes)
    .filter(([name]) => name.startsWith('w:'))
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')
}
