import {readdirSync, readFileSync} from 'node:fs'
import {expect} from 'chai'
import type {Extraction} from '#lib/model/extraction.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {openDatabase} from '#lib/store/sqlite/open-database.js'
import {useTempDir} from '../../support/temp-dir.ts'
import {type CvParts, loaded, misread, writtenCv} from '../../support/written-cv.ts'

const NOW = new Date('2026-05-01T12:00:00Z')
const ANNA = {name: 'Anna Nowak', mail: 'anna.nowak@example.org', phone: '+48 601 234 567', life: 1}

describe('persons', () => {
  const temp = useTempDir()
  let queue: IngestionQueue
  beforeEach(() => {
    queue = new IngestionQueue(temp.file('jobs.db'))
  })
  afterEach(() => queue.close())

  const take = async (path: string, text: string, more: Partial<Extraction> = {}) => {
    const id = await queue.enqueue(path)
    const claim = await (await queue.store()).claims.claimJob(id, 'reader', NOW)
    await claim.settle(loaded(path, text, more), NOW)
  }
  const takeCv = (path: string, parts: CvParts) => take(path, writtenCv(parts))
  /** The file names of each person's documents, as sorted lists. */
  const groups = async () => {
    const persons = await queue.documents.persons({limit: 1000})
    return persons.map(({documents}) => documents.map(({fileName}) => fileName).sort()).sort()
  }
  const directly = async <T>(work: (connection: Awaited<ReturnType<typeof openDatabase>>) => T) => {
    const connection = await openDatabase({path: temp.file('jobs.db'), create: false, busyTimeoutMs: 1000})
    try {
      return await connection.write(() => work(connection))
    } finally {
      connection.close()
    }
  }
  const deleteAsOthersDo = (name: string) =>
    directly(({database}) => database.prepare('DELETE FROM documents WHERE file_name = ?').run(name))

  it('are one for the same CV in six formats, a scan among them', async () => {
    const text = writtenCv(ANNA)
    const formats = {
      'a.pdf': text,
      'a.docx': text.replace('## ', '# '),
      'a.html': text.replaceAll('\n', '\n\n'),
      'a.rtf': text.toUpperCase(),
      'a.odt': text.split('\n').toReversed().join('\n'),
    }
    for (const [name, written] of Object.entries(formats)) await take(`/in/${name}`, written)
    await take('/in/scan.png', misread(text, 8), {ocrPages: 1, ocrConfidence: 80})
    expect(await groups()).to.deep.equal([[...Object.keys(formats), 'scan.png'].sort()])
  })

  it('stay apart in seven editions of one template, whatever address an agency puts on them', async () => {
    const names = ['Anna Nowak', 'Bo Ek', 'Cara Finn', 'Anna Dahl', 'Jan Nowak', 'Eve Hart', '李小龙']
    for (const [at, name] of names.entries()) {
      await takeCv(`/own/${at}`, {name, mail: `person${at}@example.org`, life: 1})
      await takeCv(`/agency/${at}`, {name, mail: 'cv@agency.example', phone: '+48 22 100 00 00', life: 1})
    }
    const owners = (await queue.documents.list({limit: 100})).map(({paths, personId}) => [personId, paths[0]])
    const own = owners.filter(([, path]) => path?.startsWith('/own'))
    const agency = owners.filter(([, path]) => path?.startsWith('/agency'))
    expect(new Set(own.map(([person]) => person)).size).to.equal(7)
    expect(new Set(agency.map(([person]) => person)).size).to.equal(7)
  })

  it('are one for another edition under the same name and address, whatever has changed in it', async () => {
    await takeCv('/a', ANNA)
    await takeCv('/b', {name: 'NOWAK Anna Maria', mail: ANNA.mail, life: 2})
    await takeCv('/c', {name: 'Anna Nowak', phone: '0601 234 567', life: 3})
    expect(await groups()).to.deep.equal([['a', 'b', 'c']])
  })

  it('are two for two people of one name', async () => {
    await takeCv('/a', ANNA)
    await takeCv('/b', {name: ANNA.name, mail: 'anna.nowak.2@example.net', phone: '+48 602 000 111', life: 2})
    await takeCv('/c', {name: ANNA.name, mail: 'an@example.com', life: 1})
    expect(await groups()).to.deep.equal([['a'], ['b'], ['c']])
  })

  it('are as many as CVs that an agency sends without names, or under one name', async () => {
    const footer = 'Presented by: Talentbridge, Paul Stone, paul.stone@talentbridge.example, +44 20 7946 0123'
    for (const life of [1, 2, 3]) await take(`/nameless-${life}`, `${footer}\n\n${writtenCv({life})}`)
    for (const life of [4, 5]) await takeCv(`/named-${life}`, {name: 'Anna Berg', life, more: footer})
    expect(await groups()).to.have.length(5)
  })

  it('are two for a father and a son of one name', async () => {
    await takeCv('/a', {...ANNA, name: 'Robert Hale Sr.'})
    await takeCv('/b', {...ANNA, name: 'Robert Hale Jr.'})
    expect(await groups()).to.deep.equal([['a'], ['b']])
  })

  it('are two for a couple that shares its telephone', async () => {
    await takeCv('/a', ANNA)
    await takeCv('/b', {...ANNA, name: 'Jan Nowak', mail: 'jan@example.org', life: 2})
    expect(await groups()).to.deep.equal([['a'], ['b']])
  })

  const two = [
    {name: 'Anna Nowak', mail: 'anna@one.example', life: 1},
    {name: 'Anna Nowak', mail: 'anowak@two.example', life: 2},
  ] as const
  const link = {name: 'Anna Nowak', mail: 'anna@one.example anowak@two.example', life: 3}

  it('become one when a document comes that links them, in any order', async () => {
    for (const [name, parts] of [
      ['a', two[0]],
      ['b', two[1]],
    ] as const)
      await takeCv(`/${name}`, parts)
    expect(await groups()).to.deep.equal([['a'], ['b']])
    await takeCv('/link', link)
    expect(await groups()).to.deep.equal([['a', 'b', 'link']])
    const [oldest] = (await queue.documents.list()).toReversed()
    expect((await queue.documents.persons())[0]?.personId).to.equal(oldest?.documentId)
  })

  it('fall apart when the document that linked them goes', async () => {
    await takeCv('/link', link)
    for (const [name, parts] of [
      ['a', two[0]],
      ['b', two[1]],
    ] as const)
      await takeCv(`/${name}`, parts)
    await queue.documents.purge({path: '/link'})
    expect(await groups()).to.deep.equal([['a'], ['b']])
    expect(await queue.check()).to.deep.include({ok: true, problems: []})
  })

  it('are not joined by a document without a name that fits two of them', async () => {
    const shared = {mail: 'cv@agency.example', life: 1, lines: 60}
    await takeCv('/a', {...shared, name: 'Anna Nowak', more: 'anna.nowak@example.org'})
    await takeCv('/b', {...shared, name: 'Bo Lindgren', more: 'bo.lindgren@example.org'})
    await takeCv('/c', shared)
    expect(await groups()).to.deep.equal([['a'], ['b'], ['c']])
  })

  it('are told anew when a file is read anew', async () => {
    await take('/a', 'Nothing yet', {skippedPages: 1})
    await takeCv('/b', ANNA)
    await take('/a', writtenCv(ANNA), {ocrPages: 1, ocrConfidence: 90})
    expect(await groups()).to.deep.equal([['a', 'b']])
    expect((await queue.check()).problems).to.deep.equal([])
  })

  it('are found for documents that an older ats stored', async () => {
    for (const name of ['a', 'b', 'c']) await takeCv(`/in/${name}`, ANNA)
    await directly((connection) => {
      connection.exec('UPDATE documents SET person_id = NULL; DELETE FROM identities')
    })
    const before = await queue.documents.get('/in/b')
    expect(before.personId).to.equal(before.documentId)
    expect(await groups()).to.deep.equal([['a', 'b', 'c']])
    expect((await queue.check()).problems).to.deep.equal([])
  })

  it('are checked: another program deletes documents without a word', async () => {
    for (const name of ['a', 'b', 'c']) await takeCv(`/${name}`, ANNA)
    await deleteAsOthersDo('a')
    const {ok, problems} = await queue.check()
    const found = problems.filter(({code}) => code === 'PERSONS').map(({count}) => count)
    expect([ok, found]).to.deep.equal([false, [2]])
    expect((await queue.check({repair: true})).ok).to.equal(true)
    expect(await groups()).to.deep.equal([['b', 'c']])
    expect((await queue.check()).problems).to.deep.equal([])
  })

  it('are erased whole, whichever of the documents comes first, and leave nothing of themselves', async () => {
    for (const name of ['a', 'b', 'c']) await takeCv(`/in/${name}`, ANNA)
    await takeCv('/in/other', {name: 'Bo Ek', mail: 'bo.ek@example.org', life: 2})
    const {personId} = await queue.documents.get('/in/c')
    expect((await queue.documents.purge({person: personId})).documents).to.have.length(3)
    expect(await groups()).to.deep.equal([['other']])
    expect((await queue.check()).problems).to.deep.equal([])
    await queue.close()
    for (const file of readdirSync(temp.path))
      expect(readFileSync(temp.file(file)).includes('anna.nowak'), file).to.equal(false)
  })

  it('show the newest edition first', async () => {
    await takeCv('/old', {...ANNA, more: '2012 - 2019'})
    await takeCv('/new', {...ANNA, more: '2012 - 2024'})
    await takeCv('/scan', {...ANNA, more: '2012 - 2019 '})
    const [person] = await queue.documents.persons()
    expect(person?.newest.fileName).to.equal('new')
    expect(person?.documents.map(({fileName, newest}) => [fileName, newest])).to.deep.equal([
      ['new', true],
      ['scan', false],
      ['old', false],
    ])
    expect(person?.name).to.equal('Anna Nowak')
  })
})
