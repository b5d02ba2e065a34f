import {expect} from 'chai'
import iconv from 'iconv-lite'
import {detectFileType} from '#lib/extract/detect/detect.js'
import {readAs} from './support/read.ts'

describe('html', () => {
  it('keeps what a person sees, laid out in lines', async () => {
    const {text, metadata} = await readAs(
      'html',
      `<html><head><title>Lee's CV</title><style>b{}</style></head><body><h1>Lee  Oku</h1>
       <p>a<br>b <b>c</b>d</p><script>x()</script><ul><li>one<ul><li>two</li></ul></li></ul>
       <table><tr><td>2020</td><td>Ropes</td></tr></table><pre>x\n  y</pre>
       <a href="https://example.org/lee">Site</a> <a href="mailto:lee@example.org">lee@example.org</a>
       <a href="https://example.org/in"><img alt="LinkedIn"></a><img alt="photo"></body></html>`,
    )
    expect(text.split('\n').filter(Boolean)).to.deep.equal([
      '# Lee Oku',
      'a',
      'b cd',
      '- one',
      '  - two',
      '2020\tRopes',
      'x',
      '  y',
      'Site (https://example.org/lee) lee@example.org LinkedIn (https://example.org/in)',
    ])
    expect(metadata).to.include({title: "Lee's CV"})
  })

  it('tells what its head says, the first of each', async () => {
    const {metadata} = await readAs(
      'html',
      `<html lang="sv"><head><title>CV</title><meta charset="utf-8"><meta name=Author content="Lee Oku">
       <meta name="author" content="The Printer"><meta name="GENERATOR" content="Example Writer 7"><meta name="date" content="2024-03-09">
       <meta name="changed" content="2024-05-01T10:00:00"><meta name="description" content=" A sailor's CV "><meta name="keywords" content="">
       <meta name="viewport" content="width=100"></head><body><meta name="description" content="of the body">Lee</body></html>`,
    )
    expect(metadata).to.deep.equal({
      language: 'sv',
      title: 'CV',
      author: 'Lee Oku',
      producer: 'Example Writer 7',
      created: '2024-03-09',
      modified: '2024-05-01T10:00:00',
      description: "A sailor's CV",
      encoding: 'utf-8',
    })
  })

  it('sets apart what an icon stands between, and not what any other empty element does', async () => {
    const {text} = await readAs(
      'html',
      '<p>2014<i class="fa fa-clock"></i>1 year<span class="icon-phone mr-5"></span>555</p><p>Har<span class="fancy"></span>bour<i></i>s</p>',
    )
    expect(text).to.equal('2014 1 year 555\n\nHarbours')
  })

  it('leaves hidden text out, keeps white text, flags both', async () => {
    for (const attribute of [
      'hidden',
      'style="display: none"',
      'style="visibility:hidden"',
      'style="font-size:0"',
    ]) {
      const {text, warnings} = await readAs('html', `<p>a</p><p ${attribute}>secret</p>`)
      expect(text).to.equal('a')
      expect(warnings?.[0]?.message).to.contain('secret')
    }
    const white = await readAs('html', '<p>a <span style="color:#fff">secret</span></p>')
    expect(white.text).to.equal('a secret')
    expect(white.codes).to.deep.equal(['HIDDEN_TEXT'])
  })

  it('numbers ordered lists as a browser does', async () => {
    const {text} = await readAs(
      'html',
      '<ol start="3"><li>c<ol type="a"><li>x</li><li>y</li></ol></li><li value="9">i</li><li>j</li></ol><ol reversed><li>b</li><li>a</li></ol>',
    )
    expect(text).to.equal('3. c\n  a. x\n  b. y\n9. i\n10. j\n\n2. b\n1. a')
  })

  describe("follows a page's own style sheet", () => {
    const shown = async (style: string, body: string): Promise<string> =>
      (await readAs('html', `<style>${style}</style>${body}`)).text

    for (const selector of [
      '.card .small',
      'div > .small',
      'div.card.wide .small',
      '#top b.small',
      'body .card>b',
      'a, div .small',
    ]) {
      it(`where ${selector} hides`, async () => {
        const body =
          '<div id="top" class="card wide"><b class="small">secret</b> seen</div><b class="small">kept</b>'
        expect(await shown(`${selector} {display: none}`, body)).to.equal('seen\nkept')
      })
    }

    for (const selector of [
      '.other .small',
      'body > .small',
      '.small:hover',
      '.small[title]',
      'div + .small',
      'div.narrow .small',
      '.small.big',
      'b >',
    ]) {
      it(`where ${selector} does not hide`, async () =>
        expect(await shown(`${selector} {display: none}`, '<div><b class="small">seen</b></div>')).to.equal(
          'seen',
        ))
    }

    it('and lets the weightier rule win, of equal ones the later', async () => {
      const body = '<ul class="tabs"><li class="tab">one<li class="tab open">two</ul>'
      const rules = '.tabs .tab.open{display:block} .tabs .tab{display:none}'
      expect(await shown(rules, body)).to.equal('- two')
      expect(await shown('.tab{display:none} .open{display:block}', body)).to.equal('- two')
      expect(await shown('.open{display:block} .tab{display:none}', `${body}x`)).to.equal('x')
    })
  })

  it("follows a page's own style sheet: hidden classes, blocks, boxes side by side", async () => {
    const {text, codes} = await readAs(
      'html',
      '<style>/* x */ .gone, #off {display: none} .line{display:block} .row{display:flex} @media print {.kept{display:none}}</style>' +
        '<p class="gone">secret</p><p id="off">secret</p><p class="kept">seen</p><span class="line">a</span><span class="line">b</span><div class="row"><b>Ropes</b><b>2020</b></div>',
    )
    expect(text).to.equal('seen\n\na\nb\nRopes 2020')
    expect(codes).to.deep.equal(['HIDDEN_TEXT'])
  })

  it('reads the words of a drawing', async () => {
    const {text} = await readAs(
      'html',
      '<p>a</p><svg><title>icon</title><text>Skills</text><g><text>Ropes</text></g></svg>',
    )
    expect(text).to.equal('a\n\nSkills\nRopes')
  })

  it('reads a page saved with its pictures, and leaves letters alone', async () => {
    const archive = (more: string) =>
      `From: <Saved by a browser>\r\n${more}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h2>Oku</h2><p>na=C3=AFve</p>\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--`
    expect(detectFileType(Buffer.from(archive('')), 'cv.doc')).to.equal('html')
    expect(detectFileType(Buffer.from(archive('To: lee@example.org\r\n')), 'cv.doc')).to.equal('txt')
    expect((await readAs('html', archive(''))).text).to.equal('## Oku\n\nnaïve')
  })

  it('decodes as the page declares', async () => {
    const page = iconv.encode('<meta charset="windows-1251"><p>Привет</p>', 'windows-1251')
    expect((await readAs('html', page)).text).to.equal('Привет')
  })

  it('does not believe a declaration that most letters contradict', async () => {
    const page = iconv.encode('<meta charset="utf-8"><p>Привет, это резюме инженера</p>', 'windows-1251')
    const {text, codes} = await readAs('html', page)
    expect(text).to.equal('Привет, это резюме инженера')
    expect(codes).to.deep.equal(['ENCODING_GUESSED'])
  })

  it('bears markup of any depth', async () => {
    const {text} = await readAs('html', `${'<div>'.repeat(50_000)}deep`)
    expect(text).to.equal('deep')
  })
})
