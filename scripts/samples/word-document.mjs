import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopPosition,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import {SAMPLE_DATE} from './pdf-document.mjs'
import {rewriteZip} from './zip.mjs'

/** A CV as Word users write it: contact details in the page header, a table for the education, a link. */
export async function wordDocument(person) {
  const document = new Document({
    title: `Curriculum vitae ${person.name}`,
    creator: person.name,
    lastModifiedBy: person.name,
    styles: {default: {document: {run: {font: 'Calibri', size: 22}}}},
    sections: [{headers: {default: contactHeader(person)}, children: body(person)}],
  })
  return settle(await Packer.toBuffer(document))
}

function contactHeader(person) {
  return new Header({
    children: [
      new Paragraph({children: [new TextRun({text: person.name, bold: true})]}),
      new Paragraph({text: person.contact.join('  ·  ')}),
    ],
  })
}

function body(person) {
  return [
    new Paragraph({text: person.name, heading: HeadingLevel.TITLE}),
    new Paragraph({children: [new TextRun({text: person.title, italics: true})]}),
    new Paragraph({children: [new TextRun('Portfolio: '), link(person.portfolio)], spacing: {after: 160}}),
    new Paragraph({text: person.summary}),
    heading('Experience'),
    ...person.work.flatMap(experience),
    heading('Education'),
    educationTable(person.education),
    heading('Skills and languages'),
    ...person.skills.map(bullet),
  ]
}

function heading(text) {
  return new Paragraph({text, heading: HeadingLevel.HEADING_1, spacing: {before: 240, after: 80}})
}

function link({text, url}) {
  return new ExternalHyperlink({link: url, children: [new TextRun({text, style: 'Hyperlink'})]})
}

function experience(post) {
  return [
    new Paragraph({
      spacing: {before: 120},
      tabStops: [{type: TabStopType.RIGHT, position: TabStopPosition.MAX}],
      children: [
        new TextRun({text: `${post.role}, ${post.company}`, bold: true}),
        new TextRun({text: `\t${post.place}, ${post.dates}`}),
      ],
    }),
    ...post.points.map(bullet),
  ]
}

function bullet(text) {
  return new Paragraph({text, bullet: {level: 0}})
}

function educationTable(rows) {
  const edge = {style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF'}
  return new Table({
    width: {size: 9000, type: WidthType.DXA},
    columnWidths: [1800, 3200, 4000],
    borders: {top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge},
    rows: rows.map(
      (cells) =>
        new TableRow({children: cells.map((text) => new TableCell({children: [new Paragraph(text)]}))}),
    ),
  })
}

/** docx writes the time of day and random relationship ids; both become fixed ones. */
function settle(docx) {
  const ids = new Map()
  const fixedId = (id) => ids.get(id) ?? ids.set(id, `rIdLink${ids.size + 1}`).get(id)
  return rewriteZip(docx, SAMPLE_DATE, (name, content) => {
    if (!/\.(xml|rels)$/.test(name)) return content
    return content
      .toString('utf8')
      .replace(/\brId[\w-]{15,}/g, fixedId)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${SAMPLE_DATE.toISOString()}`)
  })
}
