import {mkdirSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {ats, document} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {Terminal} from '../support/terminal.ts'
import {isInstalled} from '../support/tools.ts'
import {writtenCv} from '../support/written-cv.ts'

interface Report {
  documents: {document_id: string; person_name?: string}[]
  siblings: string[]
}

describe('purging on the command line', () => {
  const dir = useTempDir()
  const run = (...args: string[]) => ats(args, {cwd: dir.path})
  const purge = (...args: string[]) => run('documents', 'purge', ...args)
  const ANNA = {name: 'Anna Nowak', mail: 'anna.nowak@example.org', life: 1}

  beforeEach(async () => {
    mkdirSync(dir.file('cvs'))
    writeFileSync(dir.file('cvs/old.txt'), writtenCv({...ANNA, more: '2012 - 2019'}))
    writeFileSync(dir.file('cvs/new.md'), writtenCv({...ANNA, more: '2012 - 2024'}))
    writeFileSync(dir.file('cvs/other.txt'), writtenCv({name: 'Bo Ek', mail: 'bo.ek@example.org', life: 2}))
    await run('queue', 'enqueue', 'cvs/old.txt', 'cvs/new.md', 'cvs/other.txt')
    expect((await run('worker', 'run', '--drain', '--concurrency', '1')).code).to.equal(0)
  })

  const shown = async (path: string) =>
    document<{document_id: string; person_id: string; sha256: string}>(
      await run('documents', 'get', path, '--json'),
    )
  const left = async () =>
    document<{file_name: string}[]>(await run('documents', 'list', '--json')).map(({file_name}) => file_name)

  it('takes any document of a person for the person', async () => {
    const [anna, bo] = [await shown('cvs/new.md'), await shown('cvs/other.txt')]
    for (const key of [
      anna.document_id,
      anna.document_id.slice(-9),
      anna.sha256.toUpperCase(),
      anna.person_id,
    ]) {
      const {documents} = document<Report>(await purge('--person', key, '--dry-run', '--json'))
      expect(
        documents.map(({person_name}) => person_name),
        key,
      ).to.deep.equal(['Anna Nowak', 'Anna Nowak'])
    }
    const ofBoth = anna.document_id.slice(0, 4)
    expect(bo.document_id.slice(0, 4)).to.equal(ofBoth)
    const ambiguous = await purge('--person', ofBoth, '--yes')
    expect(ambiguous.code).to.equal(2)
    expect(ambiguous.stderr).to.include(anna.document_id).and.to.include(bo.document_id)
    expect((await purge('--person', anna.document_id.slice(-9), '--yes')).code).to.equal(0)
    expect(await left()).to.deep.equal(['other.txt'])
    expect((await purge('--person', anna.document_id, '--yes')).code).to.equal(0)
  })

  it('finds what is unknown, by whatever flag', async () => {
    for (const args of [['0badc0de'], ['f'.repeat(64)], ['--person', '0badc0de'], ['cvs/other.txt']]) {
      const {code, stderr} = await purge(...args, '--yes')
      expect([code, stderr], args.join(' ')).to.deep.equal([3, stderr])
      expect(stderr).to.include('There is no document')
    }
    expect((await purge('--path', 'cvs/new.md', 'cvs/old.txt', '--yes')).stderr).to.include('one with --path')
    expect((await purge('--path', 'cvs/*.md', '--yes')).stderr).to.include('no patterns')
    expect(await left()).to.have.length(3)
  })

  it('tells which documents of the person stay', async () => {
    const [old, latest] = [await shown('cvs/old.txt'), await shown('cvs/new.md')]
    const dry = await purge(old.document_id, '--dry-run')
    expect(dry.stdout.split('\n')[0]?.split(/ {2,}/)).to.deep.equal(['ID', 'NAME', 'PATH'])
    expect(dry.stdout).to.include('Anna Nowak')
    const notes = dry.stderr.trim().split('\n')
    expect(notes[0]).to.equal(
      'Would erase 1 document of Anna Nowak, and its paths in 1 job and 1 file of jobs',
    )
    expect(notes[1]).to.equal(
      `1 other document of the same person stays; --person ${old.document_id} instead erases them too`,
    )
    expect(notes[2]).to.equal('Nothing was erased: this was a dry run')
    const report = document<Report>(await purge(old.document_id, '--yes', '--json'))
    expect(report.siblings).to.deep.equal([latest.document_id])
    expect(JSON.stringify(report)).to.not.include('Anna')
  })

  if (isInstalled('script')) {
    it('asks by the name of the person', async () => {
      const {document_id: id} = await shown('cvs/other.txt')
      const terminal = new Terminal(['documents', 'purge', id], {cwd: dir.path, columns: 200})
      await terminal.untilShown(/Erase 1 document of Bo Ek, and its paths in 1 job .* for good\? \[y\/N\]/)
      terminal.type('n\n')
      expect(await terminal.end()).to.equal(2)
      expect(await left()).to.have.length(3)
    })
  }
})
