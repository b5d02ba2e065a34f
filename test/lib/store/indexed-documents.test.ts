import Database from 'better-sqlite3'
import {expect} from 'chai'
import {v7 as uuidv7} from 'uuid'
import {documentTerms} from '#lib/model/search/document-terms.js'
import {parseQuery} from '#lib/model/search/parse-query.js'
import {preparedTerms} from '#lib/model/search/prepared-terms.js'
import {openStore} from '#lib/store/open-store.js'
import type {Store} from '#lib/store/store.js'
import {useTempDir} from '../../support/temp-dir.ts'
import {extractionOf, loadedFrom} from '../../support/text-extraction.ts'

describe('documents in the search index', () => {
  const temp = useTempDir()
  const now = new Date('2026-05-01T12:00:00.000Z')
  let store: Store
  beforeEach(async () => {
    store = await openStore(temp.file('jobs.db'), {create: true, busyTimeoutMs: 10_000})
    await store.workers.register(
      {workerId: 'w', pid: process.pid, host: 'h', concurrency: 1, leaseMs: 9e5},
      now,
    )
  })
  afterEach(() => store.close())

  const takeIn = async (text: string, sha256: string) => {
    const job = {maxRetries: 0, priority: 0, availableAt: null, ocr: true, contentSha256: null}
    await store.jobs.insert([{jobId: uuidv7(), filePath: '/cv/ada.txt', ...job}], now)
    const [claim] = await store.claims.claim({workerId: 'w', limit: 1, now})
    await claim?.settle(loadedFrom('/cv/ada.txt', extractionOf(text, {sha256})), now)
  }
  const count = async (word: string) => {
    const {query} = parseQuery(word)
    if (!query) throw new Error('no query')
    return (await store.documents.search({query}, 9)).length
  }

  it('are found by what they say when they are read anew, also where another program had changed them', async () => {
    const sha256 = 'a'.repeat(64)
    await takeIn('Ada knew Fortran', sha256)
    const careless = new Database(temp.file('jobs.db'))
    careless.exec("UPDATE documents SET text = 'Ada knew Simula and Snobol'")
    careless.close()
    await takeIn('Ada knew Algol', sha256)
    const found = [await count('fortran'), await count('simula'), await count('algol')]
    expect(found).to.deep.equal([0, 0, 1])
    expect((await store.maintenance.check({repair: false})).problems).to.deep.equal([])
  })

  it('are looked through once for each reading, and by the name that the file has', () => {
    let looks = 0
    const {text, language, profile} = extractionOf('## Skills\nStraßenbau', {language: 'de'})
    const reading = {
      text,
      language,
      profile,
      get sections() {
        looks += 1
        return []
      },
    }
    for (const fileName of ['ada.txt', 'lebenslauf-straßenbau.txt'])
      expect(preparedTerms(reading, fileName)).to.deep.equal(
        documentTerms({text, language, profile, sections: [], fileName}),
      )
    expect(looks).to.equal(1)
  })
})
