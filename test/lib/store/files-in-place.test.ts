import {appendFileSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {AtsError} from '#lib/model/errors.js'
import {FilesInPlace} from '#lib/store/sqlite/files-in-place.js'
import {useTempDir} from '../../support/temp-dir.ts'

describe('FilesInPlace', () => {
  const dir = useTempDir()
  const watched = (options: {sealed: boolean}) => {
    writeFileSync(dir.file('jobs.db'), 'pages')
    const files = new FilesInPlace(dir.file('jobs.db'), options)
    return () => {
      try {
        files.check()
        return 'in place'
      } catch (error) {
        return error instanceof AtsError ? error.code : error
      }
    }
  }

  it('lets others write to what is read with locks', () => {
    const check = watched({sealed: false})
    appendFileSync(dir.file('jobs.db'), 'more')
    writeFileSync(dir.file('jobs.db-wal'), 'more')
    expect(check()).to.equal('in place')
  })

  it('lets nobody write to what is read without', () => {
    const checkFile = watched({sealed: true})
    expect(checkFile()).to.equal('in place')
    appendFileSync(dir.file('jobs.db'), 'more')
    expect(checkFile()).to.equal('DATABASE_BUSY')
    const checkLog = watched({sealed: true})
    writeFileSync(dir.file('jobs.db-wal'), 'more')
    expect(checkLog()).to.equal('DATABASE_BUSY')
  })
})
