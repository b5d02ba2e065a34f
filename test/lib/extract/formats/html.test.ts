import {expect} from 'chai'
import iconv from 'iconv-lite'
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
      'Lee Oku',
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

  it('decodes as the page declares', async () => {
    const page = iconv.encode('<meta charset="windows-1251"><p>Привет</p>', 'windows-1251')
    expect((await readAs('html', page)).text).to.equal('Привет')
  })

  it('bears markup of any depth', async () => {
    const {text} = await readAs('html', `${'<div>'.repeat(50_000)}deep`)
    expect(text).to.equal('deep')
  })
})
