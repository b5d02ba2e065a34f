import {execFileSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {newTally, walkFiles} from '#lib/ingest/walk.js'
import {useTempDir} from '../../support/temp-dir.ts'

describe('ingest/walk', () => {
  const temp = useTempDir()
  const write = (name: string | Buffer, text = 'x') =>
    writeFileSync(typeof name === 'string' ? temp.file(name) : name, text)
  const walk = async (root = temp.path) => {
    const tally = newTally()
    const files = await Array.fromAsync(walkFiles(root, tally))
    return {tally, files, names: files.map(({path}) => path.slice(root.length + 1))}
  }

  it('finds files in the order of their bytes, directory by directory', async () => {
    mkdirSync(temp.file('b/deep'), {recursive: true})
    for (const name of ['c.txt', 'a.txt', 'b/deep/1', 'b/z', 'Z', 'ä']) write(name)
    expect((await walk()).names).to.deep.equal(['Z', 'a.txt', 'b/deep/1', 'b/z', 'c.txt', 'ä'])
  })

  it('leaves hidden names out and counts them', async () => {
    mkdirSync(temp.file('.git'))
    for (const name of ['.git/config', '.DS_Store', 'cv.pdf']) write(name)
    expect(await walk()).to.deep.include({
      names: ['cv.pdf'],
      tally: {files: 1, hidden: 2, ignored: 0, links: 0, others: 0},
    })
  })

  it('leaves out what .atsignore files name, the deeper one having the last word', async () => {
    mkdirSync(temp.file('old/deep'), {recursive: true})
    mkdirSync(temp.file('keep/drafts'), {recursive: true})
    write('.atsignore', '# none of these\n*.log\ndrafts/\n/a.txt\nold/*\n!old/kept.txt\n\\#1.txt\n')
    write('keep/.atsignore', '!important.log\n*.bak\n')
    const files = [
      'a.txt',
      'b.log',
      '#1.txt',
      'A.LOG',
      'keep/a.txt',
      'keep/important.log',
      'keep/x.log',
      'keep/x.bak',
      'x.bak',
    ]
    for (const name of [...files, 'keep/drafts/1', 'old/gone.txt', 'old/kept.txt', 'old/deep/1']) write(name)
    const {names, tally} = await walk()
    expect(names).to.deep.equal(['A.LOG', 'keep/a.txt', 'keep/important.log', 'old/kept.txt', 'x.bak'])
    expect(tally.ignored).to.equal(8)
  })

  it('does not guess what an .atsignore says that cannot be read', async () => {
    symlinkSync('.atsignore', temp.file('.atsignore'))
    const error = await walk().catch((thrown) => thrown)
    expect(error.code).to.equal('ELOOP')
  })

  const costly = {
    'doubled stars': '**/a/'.repeat(5),
    stars: '*a'.repeat(9),
    lines: 'x\n'.repeat(1_001),
    'doubled stars in all': '**/a\n'.repeat(101),
    bytes: `#${'x'.repeat(70_000)}`,
  }
  for (const [what, text] of Object.entries(costly)) {
    it(`refuses an .atsignore of too many ${what}`, async () => {
      write('.atsignore', text)
      write('cv.txt')
      const error = await walk().catch((thrown) => thrown)
      expect(error).to.include({name: 'AtsError', code: 'TOO_LARGE'})
    })
  }

  it('takes no time for the costliest .atsignore that it allows', async () => {
    write('.atsignore', '**/a/**/ab\n'.repeat(50))
    const deep = 'a/'.repeat(98)
    mkdirSync(temp.file(deep), {recursive: true})
    write(`${deep}cv.txt`)
    const start = performance.now()
    expect((await walk()).names).to.deep.equal([`${deep}cv.txt`])
    expect(performance.now() - start).to.be.below(3_000)
    mkdirSync(temp.file(`${deep}a/a`), {recursive: true})
    write(`${deep}a/a/cv.txt`)
    expect((await walk().catch((thrown) => thrown)).code).to.equal('TOO_LARGE')
  })

  it('follows links to files in the tree only', async () => {
    mkdirSync(temp.file('in/sub'), {recursive: true})
    for (const name of ['out.txt', 'in/a', 'in/sub/b']) write(name)
    const links = {
      'in/loop': temp.file('in'),
      'in/nowhere': '/no/such',
      'in/out': temp.file('out.txt'),
      'in/same': temp.file('in/a'),
      'in/itself': temp.file('in/itself'),
    }
    for (const [link, target] of Object.entries(links)) symlinkSync(target, temp.file(link))
    const {names, tally} = await walk(temp.file('in'))
    expect(names).to.deep.equal(['a', 'same', 'sub/b'])
    expect(tally.links).to.equal(4)
  })

  it('follows a link that is the root itself', async () => {
    mkdirSync(temp.file('real'))
    write('real/a')
    symlinkSync(temp.file('real'), temp.file('link'))
    expect((await walk(temp.file('link'))).names).to.deep.equal(['a'])
  })

  it('passes by pipes', async () => {
    execFileSync('mkfifo', [temp.file('pipe')])
    write('a')
    expect(await walk()).to.deep.include({
      names: ['a'],
      tally: {files: 1, hidden: 0, ignored: 0, links: 0, others: 1},
    })
  })

  it('keeps every name apart, also those that are not UTF-8, hold new lines or are long', async () => {
    const odd = ['two\nlines', `it's "quoted"`, 'é', 'x'.repeat(255)]
    for (const name of odd) write(name)
    for (const byte of [0xe9, 0xff])
      write(Buffer.concat([Buffer.from(`${temp.path}/caf`), Buffer.from([byte])]))
    const {files, names} = await walk()
    expect(names).to.have.members([...odd, 'caf\\xE9', 'caf\\xFF'])
    expect(files.filter(({pathBytes}) => pathBytes !== null)).to.have.length(2)
  })

  it('sees that a file has changed', async () => {
    write('a', 'one')
    const before = (await walk()).files[0]?.fingerprint
    write('a', 'longer')
    expect((await walk()).files[0]?.fingerprint).to.not.equal(before)
  })
})
