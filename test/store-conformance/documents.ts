import {expect} from 'chai'
import {v7 as uuidv7} from 'uuid'
import {parseQuery} from '#lib/model/search/parse-query.js'
import type {SearchQuery} from '#lib/model/search/query.js'
import type {DocumentSelection, Store} from '#lib/store/store.js'
import {type ExtractionFacts, extractionOf, loadedFrom} from '../support/text-extraction.ts'

/** What any engine must promise of finding documents. Called by one test file per engine. */
export function documentsConform(open: () => Promise<Store>): void {
  const now = new Date('2026-05-01T12:00:00.000Z')
  let store: Store
  beforeEach(async () => {
    store = await open()
    await store.workers.register(
      {workerId: 'w', pid: process.pid, host: 'here', concurrency: 1, leaseMs: 60_000},
      now,
    )
  })
  afterEach(() => store.close())

  const takeIn = async (path: string, text: string, facts: ExtractionFacts = {}, at = now) => {
    const draft = {maxRetries: 3, priority: 0, availableAt: null, ocr: true, contentSha256: null}
    await store.jobs.insert([{jobId: uuidv7(), filePath: path, ...draft}], at)
    const [claim] = await store.claims.claim({workerId: 'w', limit: 1, now: at})
    if (!claim) throw new Error('nothing to claim')
    return (await claim.settle(loadedFrom(path, extractionOf(text, facts)), at)).documentId
  }
  const queryOf = (text: string): SearchQuery => {
    const {query} = parseQuery(text)
    if (!query) throw new Error(`${text} looks for nothing`)
    return query
  }
  const hits = (query: string, selection: DocumentSelection = {}, limit = 10) =>
    store.documents.search({...selection, query: queryOf(query)}, limit)
  const found = async (query: string, selection: DocumentSelection = {}, limit = 10) =>
    (await hits(query, selection, limit)).map(({document}) => document.fileName)
  const each = async (selection: DocumentSelection) => {
    const names: string[] = []
    for await (const {fileName} of store.documents.each(selection)) names.push(fileName)
    return names
  }

  describe('search', () => {
    const texts: Record<string, [text: string, facts?: ExtractionFacts]> = {
      anna: ['# Anna Nowak\nPlatform engineer in Berlin. Kubernetes, machine learning, C++ and front-end.'],
      juergen: ['Jürgen Müller, Softwareentwickler und Facharzt, Straße 1', {language: 'de'}],
      lukasz: ['Łukasz Mueller. Java, C#. Learning a machine. Works with kubectl.', {language: 'pl'}],
      taro: ['山田太郎。東京大学卒業、Javaエンジニア。', {language: 'ja'}],
    }
    beforeEach(async () => {
      for (const [name, [text, facts]] of Object.entries(texts)) await takeIn(`/cv/${name}.txt`, text, facts)
    })

    const queries: [query: string, found: string[]][] = [
      ['kubernetes', ['anna']],
      ['KUBE*', ['anna', 'lukasz']],
      ['machine learning', ['anna', 'lukasz']],
      ['"machine learning"', ['anna']],
      ['java -東京', ['lukasz']],
      ['java', ['lukasz', 'taro']],
      ['NOT java', ['anna', 'juergen']],
      ['java OR NOT lang:de', ['anna', 'lukasz', 'taro']],
      ['(kubernetes OR java) NOT berlin', ['lukasz', 'taro']],
      ['müller', ['juergen', 'lukasz']],
      ['mueller', ['juergen', 'lukasz']],
      ['muller', ['juergen']],
      ['lukasz', ['lukasz']],
      ['Łukasz', ['lukasz']],
      ['strasse', ['juergen']],
      ['entwickler', ['juergen']],
      ['"entwickler"', []],
      ['arzt', ['juergen']],
      ['東京', ['taro']],
      ['京大', ['taro']],
      ['東大', []],
      ['郎', ['taro']],
      ['エンジニア', ['taro']],
      ['c++', ['anna']],
      ['C#', ['lukasz']],
      ['frontend', ['anna']],
      ['front-end', ['anna']],
      ['lang:de', ['juergen']],
      ['lang:de,pl java', ['lukasz']],
      ['type:txt berlin', ['anna']],
      ['type:pdf', []],
      ['file:taro', ['taro']],
      ['text:taro', []],
      ['any', []],
      ['typetxt', []],
    ]
    for (const [query, names] of queries) {
      it(`finds ${names.join(', ') || 'nothing'} by ${query}`, async () => {
        expect((await found(query)).toSorted()).to.deep.equal(names.map((name) => `${name}.txt`))
      })
    }

    it('ranks names and skills above the text, and gives the score', async () => {
      const resume = {basics: {name: 'Berlin Kowalski'}}
      await takeIn('/cv/berlin.txt', 'somebody', {resume})
      const [first, second] = await hits('berlin')
      expect([first?.document.fileName, second?.document.fileName]).to.deep.equal(['berlin.txt', 'anna.txt'])
      expect(first?.score).to.be.greaterThan(second?.score ?? Number.NaN)
      expect(await found('name:berlin')).to.deep.equal(['berlin.txt'])
    })

    it('looks through one part of the profile', async () => {
      await takeIn('/cv/eve.txt', 'elsewhere', {
        resume: {
          basics: {name: 'Eve', label: 'Data lead'},
          work: [{name: 'Acme GmbH', position: 'Lead engineer'}],
          skills: [{name: 'Databases', keywords: ['PostgreSQL']}],
        },
      })
      for (const query of ['skill:postgresql', 'title:"lead engineer"', 'company:acme', 'headline:data'])
        expect(await found(query)).to.deep.equal(['eve.txt'])
      expect(await found('skill:acme')).to.deep.equal([])
    })

    it('gives no more than asked for, and of the equally good the newest first', async () => {
      expect(await found('lang:de OR lang:pl OR lang:ja', {}, 2)).to.deep.equal(['taro.txt', 'lukasz.txt'])
    })
  })

  describe('search, however it is written,', () => {
    const texts: Record<string, string> = {
      hanako: '田中　花子。ジョン・スミス',
      helene: "Hélène Sørensen, chef d'œuvre, Ærø",
      lodz: 'Soerensen, Łódź Technical University, Grosshandel',
      ingenieurin: 'Software-Ingenieurin für Haus und Hof mit Herz, bei uns und für mich',
      minjun: '김민준 서울 대학교',
      wang: '姓名：王 小 明',
      yamada: '山田太郎',
      mueller: 'Jürgen Müller, Berlin, Straße 1',
    }
    beforeEach(async () => {
      for (const [name, text] of Object.entries(texts)) await takeIn(`/cv/${name}.txt`, text)
    })

    const queries: [query: string, found: string[]][] = [
      ['山田 太郎', ['yamada']],
      ['"山田　太郎"', ['yamada']],
      ['田中花子', ['hanako']],
      ['田中 花子', ['hanako']],
      ['name:田中花子', []],
      ['中花', ['hanako']],
      ['ジョンスミス', ['hanako']],
      ['서울대학교', ['minjun']],
      ['서울 대학교', ['minjun']],
      ['王小明', ['wang']],
      ['明', ['wang']],
      ['oeuvre', ['helene']],
      ['œuvre', ['helene']],
      ['Œuvre*', ['helene']],
      ['"chef d\'oeuvre"', ['helene']],
      ['aerø', ['helene']],
      ['aero', ['helene']],
      ['ærø', ['helene']],
      ['sørensen', ['helene', 'lodz']],
      ['soerensen', ['helene', 'lodz']],
      ['sorensen', ['helene']],
      ['łódź', ['lodz']],
      ['lodz', ['lodz']],
      ['"lodz technical"', ['lodz']],
      ['"strasse 1"', ['mueller']],
      ['"straße 1"', ['mueller']],
      ['"juergen mueller"', ['mueller']],
      ['"mueller berlin"', ['mueller']],
      ['ingenieur', ['ingenieurin']],
      ['softwareingenieur', ['ingenieurin']],
      ['großhandel', ['lodz']],
      ['grosshandel', ['lodz']],
      ['großh*', ['lodz']],
    ]
    for (const [query, names] of queries) {
      it(`finds ${names.join(', ') || 'nothing'} by ${query}`, async () => {
        expect((await found(query)).toSorted()).to.deep.equal(names.map((name) => `${name}.txt`))
      })
    }
  })

  it('finds what is there now when a content is read again', async () => {
    const sha256 = 'a'.repeat(64)
    await takeIn('/cv/a.txt', 'first reading', {sha256})
    await takeIn('/cv/a.txt', 'second reading', {sha256})
    expect(await found('first')).to.deep.equal([])
    expect(await found('second')).to.deep.equal(['a.txt'])
    expect((await store.maintenance.check({repair: false})).problems).to.deep.equal([])
  })

  describe('a selection', () => {
    beforeEach(async () => {
      for (let i = 1; i <= 9; i += 1) {
        const facts = {language: i % 2 ? 'de' : 'en'} as const
        await takeIn(`/cv/${i % 3}/${i}.txt`, `word ${i}`, facts, new Date(`2026-05-0${i}T12:00:00Z`))
      }
    })

    const cases: [what: string, selection: DocumentSelection, names: number[]][] = [
      ['everything', {}, [9, 8, 7, 6, 5, 4, 3, 2, 1]],
      ['from a day on', {after: new Date('2026-05-08T12:00:00Z')}, [9, 8]],
      ['before a day', {before: new Date('2026-05-02T12:00:00Z')}, [1]],
      ['below a directory', {path: '/cv/1'}, [7, 4, 1]],
      ['of one file', {path: '/cv/0/3.txt'}, [3]],
      ['no path that only begins the same', {path: '/cv/0/3'}, []],
      ['by words', {query: queryOf('lang:de word')}, [9, 7, 5, 3, 1]],
      [
        'by all at once',
        {query: queryOf('lang:de'), path: '/cv/1', after: new Date('2026-05-03T00:00:00Z')},
        [7],
      ],
    ]
    for (const [what, selection, names] of cases) {
      it(`lists, goes through and finds ${what}`, async () => {
        const expected = names.map((name) => `${name}.txt`)
        const listed = await store.documents.list(100, selection)
        expect(listed.map(({fileName}) => fileName)).to.deep.equal(expected)
        expect(await each(selection)).to.deep.equal(expected)
        const query = selection.query ?? queryOf('word')
        const ranked = await store.documents.search({...selection, query}, 100)
        expect(ranked.map(({document}) => document.fileName)).to.have.members(expected)
        expect(await store.documents.list(2, selection)).to.have.length(Math.min(2, names.length))
      })
    }
  })

  it('goes through more documents than it holds, new ones left out', async () => {
    for (let i = 0; i < 45; i += 1) await takeIn(`/cv/${i}.txt`, `word ${i}`)
    const names: string[] = []
    for await (const {fileName} of store.documents.each({query: queryOf('word')})) {
      if (names.length === 10) await takeIn('/cv/late.txt', 'word late')
      names.push(fileName)
    }
    expect(names).to.deep.equal(Array.from({length: 45}, (_, i) => `${44 - i}.txt`))
  })
}
