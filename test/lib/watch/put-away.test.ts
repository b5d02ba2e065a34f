import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {link} from 'node:fs/promises'
import {expect} from 'chai'
import {fingerprintOf} from '#lib/ingest/walk.js'
import {deleteFile, moveFile} from '#lib/watch/put-away.js'
import {useTempDir} from '../../support/temp-dir.ts'

describe('putting files away', () => {
  const temp = useTempDir()
  const seen = async (name: string) => {
    const path = temp.file(name)
    return {path, fingerprint: (await fingerprintOf(path)) ?? ''}
  }
  const write = (name: string, text: string) => writeFileSync(temp.file(name), text)

  it('moves a file under a name that is free', async () => {
    mkdirSync(temp.file('done'))
    write('done/cv.pdf', 'first')
    write('done/cv-1.pdf', 'second')
    write('cv.pdf', 'third')
    const result = await moveFile(await seen('cv.pdf'), temp.file('done'))
    expect(result).to.deep.equal({kind: 'moved', to: temp.file('done/cv-2.pdf')})
    const texts = readdirSync(temp.file('done')).map((name) =>
      readFileSync(temp.file(`done/${name}`), 'utf8'),
    )
    expect(texts.sort()).to.deep.equal(['first', 'second', 'third'])
    expect(existsSync(temp.file('cv.pdf'))).to.equal(false)
  })

  it('leaves alone what has changed, and minds nothing that is gone', async () => {
    write('cv.pdf', 'old')
    const before = await seen('cv.pdf')
    write('cv.pdf', 'changed')
    expect(await moveFile(before, temp.file('done'))).to.deep.equal({kind: 'changed'})
    expect(await deleteFile(before)).to.deep.equal({kind: 'changed'})
    expect(readFileSync(temp.file('cv.pdf'), 'utf8')).to.equal('changed')
    expect(await deleteFile({...before, path: temp.file('gone')})).to.deep.equal({kind: 'gone'})
  })

  it('finishes a move that was killed half-way', async () => {
    mkdirSync(temp.file('done'))
    write('cv.pdf', 'text')
    await link(temp.file('cv.pdf'), temp.file('done/cv.pdf'))
    await moveFile(await seen('cv.pdf'), temp.file('done'))
    expect(readdirSync(temp.file('done'))).to.deep.equal(['cv.pdf'])
    expect(existsSync(temp.file('cv.pdf'))).to.equal(false)
  })

  it('deletes', async () => {
    write('cv.pdf', 'text')
    expect(await deleteFile(await seen('cv.pdf'))).to.deep.equal({kind: 'deleted'})
    expect(existsSync(temp.file('cv.pdf'))).to.equal(false)
  })
})
