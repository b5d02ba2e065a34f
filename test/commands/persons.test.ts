import {readFileSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {ats, document} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {writtenCv} from '../support/written-cv.ts'

const PAGE = readFileSync(new URL('../../docs/json-output.md', import.meta.url), 'utf8')

function documentedKeys(name: string): string[] {
  const table = PAGE.split(`<!-- keys: ${name} -->`)[1]?.split('\n\n')[0] ?? ''
  return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key as string)
}

describe('persons on the command line', () => {
  const dir = useTempDir()
  const run = (...args: string[]) => ats(args, {cwd: dir.path})
  const ANNA = {name: 'Anna Nowak', mail: 'anna.nowak@example.org', life: 1}

  it('lists each person once, and shows the siblings of a document', async () => {
    writeFileSync(dir.file('old.txt'), writtenCv({...ANNA, more: '2012 - 2019'}))
    writeFileSync(dir.file('new.md'), writtenCv({...ANNA, more: '2012 - 2024'}))
    writeFileSync(dir.file('other.txt'), writtenCv({name: 'Bo Ek', mail: 'bo.ek@example.org', life: 2}))
    await run('queue', 'enqueue', 'new.md', 'other.txt', 'old.txt')
    expect((await run('worker', 'run', '--drain', '--concurrency', '1')).code).to.equal(0)

    const table = await run('documents', 'list', '--group', 'person')
    expect(
      table.stdout.split('\n').map((line) =>
        line
          .split(/\s{2,}/)
          .toSpliced(1, 1)
          .slice(0, 4),
      ),
    ).to.deep.equal([
      ['NAME', 'FILE', 'TYPE', 'SIBLINGS'],
      ['Anna Nowak', 'new.md', 'md', '1'],
      ['Bo Ek', 'other.txt', 'txt', '0'],
      [''],
    ])

    type Person = {
      documents: object[]
      newest: {file_name: string}
      document_count: number
      person_id: string
    }
    const persons = document<Person[]>(await run('documents', 'list', '--group', 'person', '--json'))
    expect(Object.keys(persons[0] as object)).to.deep.equal(documentedKeys('Person'))
    expect(Object.keys(persons[0]?.documents[0] as object)).to.deep.equal(documentedKeys('Sibling'))
    expect(persons.map(({newest, document_count}) => [newest.file_name, document_count])).to.deep.equal([
      ['new.md', 2],
      ['other.txt', 1],
    ])

    const at = table.stdout
      .split('\n')[1]
      ?.split(/\s{2,}/)
      .at(-1)
    expect(at).to.equal(persons[0]?.person_id)

    const texts = ['documents', 'list', '--group', 'person', '--type', 'txt', '--json']
    expect(document<Person[]>(await run(...texts)).map(({newest}) => newest.file_name)).to.deep.equal([
      'old.txt',
      'other.txt',
    ])

    const exported = async (...args: string[]) =>
      (await run('documents', 'export', '--group', 'person', ...args)).stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).file_name as string)
    expect(await exported()).to.have.members(['new.md', 'other.txt'])
    expect(await exported('--type', 'txt')).to.have.members(['old.txt', 'other.txt'])
    expect(await exported('file:old OR file:other')).to.have.members(['old.txt', 'other.txt'])
    expect(await exported('--path', dir.file('old.txt'))).to.deep.equal(['old.txt'])

    type Shown = {person_id: string; newest: boolean; siblings: {file_name: string; newest: boolean}[]}
    const old = document<Shown>(await run('documents', 'get', 'old.txt', '--json'))
    expect(old.person_id).to.equal(persons[0]?.person_id)
    expect(old.newest).to.equal(false)
    expect(old.siblings.map(({file_name, newest}) => [file_name, newest])).to.deep.equal([['new.md', true]])
  })

  it('takes no other group', async () => {
    const {code, stderr} = await run('documents', 'list', '--group', 'colour')
    expect(code).to.equal(2)
    expect(stderr).to.contain('person')
  })
})
