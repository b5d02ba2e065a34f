import {expect} from 'chai'
import * as docx from 'docx'
import {detectFileType} from '#lib/extract/detect/detect.js'
import {askSecondReader} from '#lib/extract/formats/docx/second-reader.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'
import {codeOf, readAs} from './support/read.ts'
import {zipOf} from './support/zip.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function word(body: string, extra: Record<string, string> = {}): Buffer {
  const spaces = `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
  return zipOf({'word/document.xml': `<w:document ${spaces}><w:body>${body}</w:body></w:document>`, ...extra})
}

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`

describe('docx', () => {
  it('reads a whole CV: header first, body with links, lists and tables, footer last', async () => {
    const link = new docx.ExternalHyperlink({
      link: 'https://github.com/mara',
      children: [new docx.TextRun('GitHub')],
    })
    const mail = new docx.ExternalHyperlink({
      link: 'mailto:mara@example.org',
      children: [new docx.TextRun('mara@example.org')],
    })
    const cell = (text: string) => new docx.TableCell({children: [new docx.Paragraph(text)]})
    const contact = () => new docx.Header({children: [new docx.Paragraph('Mara Lindqvist, +46 8 555 01')]})
    const file = new docx.Document({
      creator: 'Mara Lindqvist',
      title: 'CV',
      sections: [
        {
          properties: {titlePage: true},
          headers: {default: contact(), first: contact()},
          footers: {default: new docx.Footer({children: [new docx.Paragraph('References on request')]})},
          children: [
            new docx.Paragraph({text: 'Experience', heading: docx.HeadingLevel.HEADING_1}),
            new docx.Paragraph({text: 'built boats', bullet: {level: 0}}),
            new docx.Paragraph({children: [link, new docx.TextRun(' '), mail]}),
            new docx.Paragraph({
              children: [new docx.TextRun('Senior'), new docx.TextRun({text: 'Engineer', break: 1})],
            }),
            new docx.Table({rows: [new docx.TableRow({children: [cell('2019'), cell('Harbour Ltd')]})]}),
          ],
        },
      ],
    })
    const {text, metadata} = await readAs('docx', await docx.Packer.toBuffer(file))
    expect(text.split('\n').filter(Boolean)).to.deep.equal([
      'Mara Lindqvist, +46 8 555 01',
      '# Experience',
      '- built boats',
      'GitHub (https://github.com/mara) mara@example.org',
      'Senior',
      'Engineer',
      '2019\tHarbour Ltd',
      'References on request',
    ])
    expect(metadata).to.include({author: 'Mara Lindqvist', title: 'CV'})
  })

  it('tells what its properties say, wherever the package has them', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
    const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Ida Holm</dc:creator><dcterms:created>2024-03-09T08:05:00Z</dcterms:created></cp:coreProperties>`
    const app = `<Properties xmlns="${office}"><Application>Example Writer</Application><Company>Harbour Ltd</Company><Pages>2</Pages></Properties>`
    const relation = (type: string, target: string) =>
      `<Relationship Id="${target}" Type="http://schemas.openxmlformats.org/x/${type}" Target="/${target}"/>`
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('metadata/core-properties', 'package/facts.psmdcp')}</Relationships>`
    const stated = {
      author: 'Ida Holm',
      created: '2024-03-09T08:05:00Z',
      producer: 'Example Writer',
      company: 'Harbour Ltd',
    }
    for (const parts of [
      {'docProps/core.xml': core, 'docProps/app.xml': app},
      {'_rels/.rels': relations, 'package/facts.psmdcp': core, 'docProps/app.xml': app},
    ]) {
      expect((await readAs('docx', word(paragraph(run('Ida Holm')), parts))).metadata).to.deep.equal(stated)
    }
    const damaged = word(paragraph(run('Ida Holm')), {'docProps/core.xml': core, 'docProps/app.xml': '<a><b'})
    const {metadata, warnings} = await readAs('docx', damaged)
    expect(metadata).to.include({author: 'Ida Holm'})
    expect(warnings?.map(({message}) => message)).to.deep.equal([
      'damaged parts of the file were left out: docProps/app.xml',
    ])
  })

  it('leaves deleted text and comments out and keeps inserted text', async () => {
    const {text} = await readAs(
      'docx',
      word(
        paragraph(
          run('Works '),
          '<w:del><w:r><w:delText>never</w:delText></w:r></w:del>',
          `<w:ins>${run('always')}</w:ins>`,
          `<w:moveFrom>${run(' moved')}</w:moveFrom>`,
        ),
      ),
    )
    expect(text).to.equal('Works always')
  })

  it('reads a text box once, after its paragraph', async () => {
    const box = `<w:txbxContent>${paragraph(run('jo@example.org'))}</w:txbxContent>`
    const {text} = await readAs(
      'docx',
      word(
        paragraph(
          run('Jo Vale'),
          `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      ),
    )
    expect(text).to.equal('Jo Vale\n\njo@example.org')
  })

  it('turns fields into their results and link targets', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const {text} = await readAs(
      'docx',
      word(
        paragraph(
          mark('begin'),
          '<w:r><w:instrText> HYPERLINK "https://example.org/jo" </w:instrText></w:r>',
          mark('separate'),
          run('my '),
          run('page', '<w:b/>'),
          mark('end'),
          run(' end'),
        ),
      ),
    )
    expect(text).to.equal('my page (https://example.org/jo) end')
  })

  it('leaves hidden text out, keeps tiny and white text, and flags all of it', async () => {
    const tricks = [
      ['<w:vanish/>', 'Seen'],
      ['<w:sz w:val="2"/>', 'Seen kubernetes expert'],
      ['<w:color w:val="FFFFFF"/>', 'Seen kubernetes expert'],
    ] as const
    for (const [trick, kept] of tricks) {
      const {text, warnings} = await readAs(
        'docx',
        word(paragraph(run('Seen '), run('kubernetes expert', trick))),
      )
      expect(text).to.equal(kept)
      expect(warnings?.[0]).to.include({code: 'HIDDEN_TEXT'})
      expect(warnings?.[0]?.message).to.contain('kubernetes expert')
    }
  })

  it('does not take white text on a coloured cell for a trick', async () => {
    const cell = `<w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${paragraph(run('Jo', '<w:color w:val="FFFFFF"/>'))}</w:tc>`
    const {codes} = await readAs('docx', word(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`))
    expect(codes).to.deep.equal([])
  })

  it('writes the numbers of numbered lists, level by level', async () => {
    const level = (index: number, format: string, label: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`
    const numbering = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerRoman', '%1.%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const item = (index: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`
    const relation =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>'
    const {text} = await readAs(
      'docx',
      word(item(0, 'a') + item(1, 'b') + item(1, 'c') + item(0, 'd') + item(1, 'e'), {
        'word/numbering.xml': numbering,
        'word/_rels/document.xml.rels': relation,
      }),
    )
    expect(text).to.equal('1. a\n  1.i) b\n  1.ii) c\n2. d\n  2.i) e')
  })

  it('keeps special characters apart: tabs, hyphens, symbols', async () => {
    const {text} = await readAs(
      'docx',
      word(
        paragraph(
          '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        ),
      ),
    )
    expect(text).to.equal('a\tb-c\nd✓')
  })

  it('sets paragraphs apart where the page has space between them, and escapes what only looks like a heading', async () => {
    const spaced = (text: string, after: number) =>
      `<w:p><w:pPr><w:spacing w:after="${after}"/></w:pPr>${run(text)}</w:p>`
    const {text} = await readAs(
      'docx',
      word(
        spaced('Ida Holm', 0) + spaced('Bergen', 200) + spaced('# 1 in sales', 0) + spaced('• fishing', 0),
      ),
    )
    expect(text).to.equal('Ida Holm\nBergen\n\n\\# 1 in sales\n- fishing')
  })

  it('reads what a table lays out: cells of several paragraphs, a heading beside its date, tables in cells', async () => {
    const cell = (...content: string[]) => `<w:tc>${content.join('')}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
    const heading = (text: string) => `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run(text)}</w:p>`
    const plain = (text: string) => paragraph(run(text))
    const inner = `<w:tbl>${row(cell(plain('Go')), cell(plain('expert')))}</w:tbl>`
    const {text} = await readAs(
      'docx',
      word(
        `<w:tbl>${row(cell(plain('2019')), cell(heading('Skipper')))}${row(
          cell(plain('Contact'), plain('Bergen')),
          cell(heading('Skills'), inner),
        )}</w:tbl>${plain('after')}`,
      ),
    )
    expect(text).to.equal('## 2019\tSkipper\n\nContact\nBergen\n\n## Skills\n\nGo\texpert\n\nafter')
  })

  it('reads the words of charts, diagrams, drawn words, linked pictures and web pages inside', async () => {
    const office = 'http://schemas.openxmlformats.org'
    const relation = (id: string, type: string, target: string, mode = '') =>
      `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}" ${mode}/>`
    const drawing = (inner: string) => paragraph(`<w:r><w:drawing>${inner}</w:drawing></w:r>`)
    const spaces = `xmlns:a="${office}/drawingml/2006/main" xmlns:c="${office}/drawingml/2006/chart" xmlns:dgm="${office}/drawingml/2006/diagram" xmlns:r="${office}/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"`
    const body = `<w:body xmlns:w="${W}" ${spaces}>${drawing('<c:chart r:id="c"/>')}${drawing('<dgm:relIds r:dm="d"/>')}${drawing('<a:hlinkClick r:id="l"/>')}${paragraph('<w:r><w:pict><v:textpath string="Ida Holm"/></w:pict></w:r>')}<w:altChunk r:id="h"/></w:body>`
    const {text} = await readAs(
      'docx',
      zipOf({
        'word/document.xml': `<w:document xmlns:w="${W}">${body}</w:document>`,
        'word/_rels/document.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships">${[
          relation('c', 'chart', 'chart.xml'),
          relation('d', 'diagramData', 'data.xml'),
          relation('l', 'hyperlink', 'https://example.org/ida', 'TargetMode="External"'),
          relation('h', 'aFChunk', 'page.mht'),
        ].join('')}</Relationships>`,
        'word/chart.xml': `<c:chartSpace ${spaces}><c:title><a:p><a:r><a:t>Languages</a:t></a:r></a:p></c:title><c:ser><c:cat><c:v>Norwegian</c:v></c:cat><c:val><c:v>5</c:v></c:val></c:ser></c:chartSpace>`,
        'word/data.xml': `<dgm:dataModel ${spaces}><dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>`,
        'word/page.mht':
          'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>taken =\r\nin</p>\r\n--x--',
      }),
    )
    const lines = text.split('\n').map((line) => line.trimEnd())
    expect(lines.filter(Boolean)).to.deep.equal([
      'Languages',
      'Norwegian',
      'Plan',
      'https://example.org/ida',
      'Ida Holm',
      'taken in',
    ])
  })

  it('joins paragraphs whose border was deleted, and names the address of a cut link once', async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="l" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/ida" TargetMode="External"/></Relationships>`
    const link = (text: string) =>
      `<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="l">${run(text)}</w:hyperlink>`
    const {text} = await readAs(
      'docx',
      word(
        `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('my ')}</w:p>${paragraph(link('si'), link('te'), run(' here'))}`,
        {'word/_rels/document.xml.rels': relations},
      ),
    )
    expect(text).to.equal('my site (https://example.org/ida) here')
  })

  it('joins ten thousand such paragraphs and links in little time, and loses none before a table', async () => {
    const deleted = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('my ')}</w:p>`
    const links = '<w:hyperlink w:anchor="a"/>'.repeat(30_000)
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run('cell'))}</w:tc></w:tr></w:tbl>`
    const start = performance.now()
    const {text} = await readAs('docx', word(`${deleted.repeat(10_000)}${table}${paragraph(links)}`))
    expect(text.match(/my/g)).to.have.length(10_000)
    expect(performance.now() - start).to.be.below(10_000)
  })

  it('reads packages in one file of XML, and the XML of 2003', async () => {
    const flat = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml" pkg:contentType="x"><pkg:xmlData><w:document xmlns:w="${W}"><w:body>${paragraph(run('Ida Holm'))}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`
    const old = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:styles><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run('Work')}</w:p><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="1."/></w:listPr></w:pPr><w:hlink w:dest="https://example.org/ida">${run('site')}</w:hlink><aml:annotation w:type="Word.Deletion"><aml:content>${run('gone')}</aml:content></aml:annotation></w:p><w:sectPr><w:hdr w:type="odd">${paragraph(run('Ida Holm'))}</w:hdr></w:sectPr></w:body></w:wordDocument>`
    for (const file of [flat, old]) expect(detectFileType(Buffer.from(file), 'cv.doc')).to.equal('docx')
    expect((await readAs('docx', flat)).text).to.equal('Ida Holm')
    expect((await readAs('docx', old)).text).to.equal(
      'Ida Holm\n\n# Work\n\n1. site (https://example.org/ida)',
    )
    expect(await codeOf(readAs('docx', flat.replaceAll('pkg:part', 'pkg:other')))).to.equal('CORRUPT')
  })

  it('does not expand entities of its own', async () => {
    const body = `<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/hostname">]><w:document xmlns:w="${W}"><w:body>${paragraph(run('safe&a;&f;'))}</w:body></w:document>`
    const {text} = await readAs('docx', zipOf({'word/document.xml': body}))
    expect(text).to.equal('safe')
  })

  it('salvages what comes before the damage', async () => {
    const lines = Array.from({length: 200}, (_, at) =>
      paragraph(run(`Line ${at} of the CV of Mara Lindqvist`)),
    )
    const good = word(lines.join(''))
    const directory = good.lastIndexOf('PK\x01\x02')
    const [whole, half, broken] = await Promise.all([
      readAs('docx', good.subarray(0, directory)),
      readAs('docx', good.subarray(0, directory / 2)),
      readAs('docx', word(`${paragraph(run('before'))}<w:p></w:r>${paragraph(run('after'))}`)),
    ])
    expect(whole.text).to.match(/^Line 0 [\s\S]*Line 199 of the CV of Mara Lindqvist$/)
    expect(half.text).to.match(/^Line 0 of the CV of Mara Lindqvist\nLine 1 /)
    expect(broken.text).to.contain('before')
    for (const {codes} of [whole, half, broken]) expect(codes).to.include('SALVAGED')
  })

  it('reads on where an ampersand is not escaped, headers included', async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`
    const section =
      '<w:sectPr><w:headerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="h"/></w:sectPr>'
    const {text, codes} = await readAs(
      'docx',
      word(
        `${paragraph(run('R&D, Boats & Sails &amp; <![CDATA[A&B]]>'))}${paragraph(run('Rigger'))}${section}`,
        {
          'word/_rels/document.xml.rels': relations,
          'word/header1.xml': `<w:hdr xmlns:w="${W}">${paragraph(run('Mara Lindqvist'))}</w:hdr>`,
        },
      ),
    )
    expect(text).to.equal('Mara Lindqvist\n\nR&D, Boats & Sails & A&B\nRigger')
    expect(codes).to.deep.equal([])
  })

  describe('asks a second reader where it cannot read all', () => {
    const body = `${paragraph(run('Mara Lindqvist'))}${paragraph(run('Boats'))}${paragraph(run('Rigger'))}`
    const document = (xml: string): string =>
      `<w:document xmlns:w="${W}"><w:body>${xml}</w:body></w:document>`
    const WHOLE = 'Mara Lindqvist\n\nBoats\n\nRigger'
    const relation = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/>`
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('a', 'gone.xml')}${relation('b', 'cv/main.xml')}</Relationships>`
    const whole = document(body)

    for (const [damage, parts] of Object.entries<Record<string, string>>({
      'two declarations': {'word/document.xml': `<?xml version="1.0"?><?xml version="1.0"?>${whole}`},
      'text before the first element': {'word/document.xml': `Content-Type: text/xml\n\n${whole}`},
      'two main parts, of which one is missing': {'_rels/.rels': relations, 'cv/main.xml': whole},
    })) {
      it(`for ${damage}`, async () => {
        const {text, warnings} = await readAs('docx', zipOf(parts))
        expect(text).to.equal(WHOLE)
        expect(warnings).to.have.length(1)
        expect(warnings?.[0]).to.include({code: 'SALVAGED'})
        expect(warnings?.[0]?.message).to.contain('second reader')
      })
    }

    it('and keeps headings, items, rows and links as they are elsewhere', async () => {
      const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`
      const heading = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Work ]]> Life')}</w:p>`
      const {text} = await readAs(
        'docx',
        word(`${heading}<w:tbl><w:tr>${cell('2019')}${cell('Harbour Ltd')}</w:tr></w:tbl>`, {
          'word/styles.xml': `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
        }),
      )
      expect(text).to.equal('# Work ]]> Life\n\n2019\tHarbour Ltd')
    })

    it('but not where it would bring hidden text back', async () => {
      const hidden = paragraph(run('kubernetes', '<w:vanish/>'))
      const damaged = paragraph(run('Boats ]]> Sails'))
      expect(await codeOf(readAs('docx', word(`${hidden}${damaged}`)))).to.equal('CORRUPT')
      const {text, codes} = await readAs('docx', word(`${hidden}${paragraph(run('Rigger'))}${damaged}`))
      expect(text).to.equal('Rigger')
      expect(codes).to.have.members(['HIDDEN_TEXT', 'SALVAGED'])
    })

    it('nor where it finds no more, or the package unpacks to too much for it', async () => {
      const unclosed = word(`${paragraph(run('before'))}</w:body>`)
      expect((await readAs('docx', unclosed)).warnings?.[0]?.message).to.contain('was cut off')
      const large = {'word/document.xml': `x${whole}`, 'word/styles.xml': `<a>${' '.repeat(3_000_000)}</a>`}
      expect(await codeOf(readAs('docx', zipOf(large)))).to.equal('CORRUPT')
      const small = zipOf({'word/document.xml': `x${whole}`})
      expect((await askSecondReader(small, DEFAULT_LIMITS))?.pages[0]?.text).to.equal(WHOLE)
      expect(await askSecondReader(small, {...DEFAULT_LIMITS, maxUnpackedBytes: 100})).to.equal(undefined)
    })
  })

  it('ends damaged and oversized files in their codes', async () => {
    const good = word(paragraph(run('x')))
    expect(await codeOf(readAs('docx', good.subarray(0, good.length / 2)))).to.equal('CORRUPT')
    expect(await codeOf(readAs('docx', zipOf({'other.xml': '<a/>'})))).to.equal('CORRUPT')
    expect(await codeOf(readAs('docx', word('<w:p>')))).to.equal('CORRUPT')
    const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`
    expect(await codeOf(readAs('docx', word(nested)))).to.equal('TOO_LARGE')
    const bomb = word(paragraph(run(' '.repeat(5_000_000))))
    expect(await codeOf(readAs('docx', bomb, {maxUnpackedBytes: 1_000_000}))).to.equal('TOO_LARGE')
  })
})
