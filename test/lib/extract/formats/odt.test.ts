import {expect} from 'chai'
import {detectFileType} from '#lib/extract/detect/detect.js'
import {codeOf, readAs} from './support/read.ts'
import {zipOf} from './support/zip.ts'

const SPACES = ['office', 'text', 'table', 'style', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"')
  .concat('xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"')
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .concat('xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ')

function odt(body: string, extra: Record<string, string> = {}, styles = ''): Buffer {
  const automatic = `<office:automatic-styles>${styles}</office:automatic-styles>`
  return zipOf({
    'content.xml': `<office:document-content ${SPACES}>${automatic}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...extra,
  })
}

describe('odt', () => {
  it('reads headings, blanks, lists, tables, links, boxes and notes', async () => {
    const {text} = await readAs(
      'odt',
      odt(
        '<text:h>Skills</text:h><text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>' +
          '<text:list><text:list-item><text:p>sail</text:p></text:list-item></text:list>' +
          '<table:table><table:table-row><table:table-cell><text:p>2020</text:p></table:table-cell><table:table-cell><text:p>Ropes</text:p></table:table-cell></table:table-row></table:table>' +
          '<text:p><text:a xlink:href="https://example.org/io">Site</text:a><draw:frame><draw:text-box><text:p>io@example.org</text:p></draw:text-box></draw:frame>' +
          '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>noted</text:p></text:note-body></text:note></text:p>',
      ),
    )
    expect(text).to.equal(
      '# Skills\n\na   b\tc\nd\n- sail\n\n2020\tRopes\n\nSite (https://example.org/io)\n\nio@example.org\n\nnoted',
    )
  })

  it('puts the header first and the footer last, and tells the facts', async () => {
    const master =
      '<style:master-page><style:header><text:p>Io Tamm</text:p></style:header><style:footer><text:p>end</text:p></style:footer></style:master-page>'
    const {text, metadata} = await readAs(
      'odt',
      odt('<text:p>body</text:p>', {
        'styles.xml': `<office:document-styles ${SPACES}><office:master-styles>${master}</office:master-styles></office:document-styles>`,
        'meta.xml': `<office:document-meta ${SPACES}><office:meta><dc:title>CV</dc:title><meta:initial-creator>Io</meta:initial-creator><meta:generator>Example Writer 7</meta:generator><meta:keyword>ropes</meta:keyword><meta:keyword>sails</meta:keyword><meta:creation-date>2024-03-09T08:05:00</meta:creation-date></office:meta></office:document-meta>`,
      }),
    )
    expect(text).to.equal('Io Tamm\n\nbody\n\nend')
    expect(metadata).to.deep.equal({
      title: 'CV',
      author: 'Io',
      producer: 'Example Writer 7',
      created: '2024-03-09T08:05:00',
      keywords: 'ropes, sails',
    })
  })

  it('numbers lists and headings by their styles', async () => {
    const level = (at: number, format: string, suffix: string, shown = 1) =>
      `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-suffix="${suffix}" text:display-levels="${shown}"/>`
    const styles = `<text:list-style style:name="L1">${level(1, '1', '.')}${level(2, 'a', ')', 2)}</text:list-style><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>`
    const list = (...items: string[]) =>
      items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')
    const p = (text: string) => `<text:p>${text}</text:p>`
    const inner = `<text:list>${list(p('x'), p('y'))}</text:list>`
    const {text} = await readAs(
      'odt',
      odt(
        `<text:h>One</text:h><text:list text:style-name="L1">${list(p('a') + p('more') + inner, p('b'))}</text:list><text:h>Two</text:h><text:list text:style-name="L1" text:continue-numbering="true">${list(p('c'))}</text:list>`,
        {},
        styles,
      ),
    )
    expect(text.split('\n').filter(Boolean)).to.deep.equal([
      '# I. One',
      '1. a',
      'more',
      '  1.a) x',
      '  1.b) y',
      '2. b',
      '# II. Two',
      '3. c',
    ])
  })

  it('reads a flat file', async () => {
    const flat = `<?xml version="1.0"?><office:document ${SPACES} office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>CV</dc:title></office:meta><office:body><office:text><text:p>Io Tamm</text:p></office:text></office:body></office:document>`
    expect(detectFileType(Buffer.from(flat), 'cv.fodt')).to.equal('odt')
    const {text, metadata} = await readAs('odt', flat)
    expect(text).to.equal('Io Tamm')
    expect(metadata).to.deep.equal({title: 'CV'})
  })

  it('leaves deletions and comments out', async () => {
    const {text} = await readAs(
      'odt',
      odt(
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>kept<office:annotation><text:p>remark</text:p></office:annotation></text:p>',
      ),
    )
    expect(text).to.equal('kept')
  })

  it('leaves hidden text out and flags it', async () => {
    const style = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    const {text, codes} = await readAs(
      'odt',
      odt('<text:p>a <text:span text:style-name="T1">secret</text:span></text:p>', {}, style),
    )
    expect(text).to.equal('a')
    expect(codes).to.deep.equal(['HIDDEN_TEXT'])
  })

  it('salvages what comes before the damage', async () => {
    const good = odt('<text:p>Io Tamm</text:p><text:p>Ropes</text:p>')
    const cut = await readAs('odt', good.subarray(0, good.lastIndexOf('PK\x01\x02')))
    const broken = await readAs('odt', odt('<text:p>Io Tamm</text:p></text:x>'))
    expect(cut.text).to.equal('Io Tamm\nRopes')
    expect(broken.text).to.equal('Io Tamm')
    for (const {codes} of [cut, broken]) expect(codes).to.deep.equal(['SALVAGED'])
  })

  it('tells encrypted and damaged files', async () => {
    const manifest = `<manifest:manifest ${SPACES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
    expect(await codeOf(readAs('odt', odt('', {'META-INF/manifest.xml': manifest})))).to.equal('ENCRYPTED')
    const good = odt('<text:p>x</text:p>')
    expect(await codeOf(readAs('odt', good.subarray(0, good.length / 2)))).to.equal('CORRUPT')
    expect(await codeOf(readAs('odt', zipOf({'other.xml': '<a/>'})))).to.equal('CORRUPT')
  })
})
