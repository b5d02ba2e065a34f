import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {link} from 'node:fs/promises'
import {setImmediate as immediate} from 'node:timers/promises'
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

  it('destroys no new version that takes the place meanwhile', async () => {
    for (let round = 0; round < 60; round += 1) {
      write('cv.pdf', 'read')
      const before = await seen('cv.pdf')
      write('new.pdf', 'never read')
      const putAway = round % 2 === 0 ? deleteFile(before) : moveFile(before, temp.file('done'))
      for (let turn = 0; turn < round / 2; turn += 1) await immediate()
      renameSync(temp.file('new.pdf'), temp.file('cv.pdf'))
      await putAway
      const texts = readdirSync(temp.path).filter((name) => name !== 'done')
      expect(texts.map((name) => readFileSync(temp.file(name), 'utf8'))).to.deep.equal(['never read'])
      expect(texts.filter((name) => name.startsWith('.'))).to.deep.equal([])
      rmSync(temp.file(texts[0] as string))
    }
  })

  it('finishes what was killed when the file lay aside', async () => {
    write('cv.pdf', 'read')
    const before = await seen('cv.pdf')
    const hash = createHash('sha256').update('cv.pdf').digest('hex').slice(0, 16)
    renameSync(temp.file('cv.pdf'), temp.file(`.ats-${hash}-1`))
    write('lost.pdf', 'another')
    renameSync(temp.file('lost.pdf'), temp.file(`.ats-${hash}-0`))
    expect(await moveFile(before, temp.file('done'))).to.deep.equal({
      kind: 'moved',
      to: temp.file('done/cv.pdf'),
    })
    expect(readFileSync(temp.file('done/cv.pdf'), 'utf8')).to.equal('read')
    expect(readdirSync(temp.path).sort()).to.deep.equal(['cv.pdf', 'done'])
    expect(readFileSync(temp.file('cv.pdf'), 'utf8')).to.equal('another')
  })

  if (process.platform === 'linux') {
    it('puts a file back that cannot be moved', async () => {
      write('cv.pdf', 'text')
      const before = await seen('cv.pdf')
      const result = await moveFile(before, '/proc').catch((error: Error) => error)
      expect(result).to.be.instanceOf(Error)
      expect(await seen('cv.pdf')).to.deep.equal(before)
      expect(readdirSync(temp.path)).to.deep.equal(['cv.pdf'])
    })
  }

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

  it('finds a file again that was moved before anybody took note of it', async () => {
    mkdirSync(temp.file('done'))
    write('done/cv.pdf', 'another of this name')
    write('cv.pdf', 'text')
    const before = await seen('cv.pdf')
    const moved = {kind: 'moved', to: temp.file('done/cv-1.pdf')}
    expect(await moveFile(before, temp.file('done'))).to.deep.equal(moved)
    expect(await moveFile(before, temp.file('done'))).to.deep.equal(moved)
    expect(await moveFile({...before, fingerprint: 'of-another-1'}, temp.file('done'))).to.deep.equal({
      kind: 'gone',
    })
  })
})
