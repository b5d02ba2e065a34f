import {expect} from 'chai'
import {ExtractorPool} from '#lib/extract/pool/extractor-pool.js'
import {ocrCacheOf} from '#lib/ingest/ocr-cache.js'
import {DEFAULT_LIMITS as limits} from '#lib/model/extraction.js'
import type {OcrCache} from '#lib/model/ocr-cache.js'
import {openStore} from '#lib/store/open-store.js'
import type {Store} from '#lib/store/store.js'
import {useTempDir} from '../../support/temp-dir.ts'

const SCAN = new URL('../../../samples/cvs/margaret-okafor-scan.pdf', import.meta.url).pathname

describe('the memory of what OCR read', () => {
  const temp = useTempDir()
  let store: Store

  beforeEach(async () => {
    store = await openStore(temp.file('jobs.db'), {create: true, busyTimeoutMs: 10_000})
  })
  afterEach(() => store.close())

  const cache = (path = SCAN) => ocrCacheOf(store.ocrPages, path, () => new Date('2026-05-01T12:00:00Z'))

  /** Reads the scan in a fresh process, and counts the pages that OCR had to read. */
  async function read(ocrCache: OcrCache) {
    let recognized = 0
    const counting: OcrCache = {
      recall: (key, sha256) => ocrCache.recall(key, sha256),
      keep: async (page) => {
        recognized += 1
        await ocrCache.keep(page)
      },
    }
    const pool = new ExtractorPool({size: 1, limits})
    try {
      const extraction = await pool.extract(
        {path: SCAN, ocr: true, languages: ['auto'], limits},
        {ocrCache: counting},
      )
      return {...extraction, recognized}
    } finally {
      await pool.close()
    }
  }

  it('lets no page be read twice, and is the same to the document', async () => {
    const {recognized, ...first} = await read(cache())
    expect([recognized, first.ocrPages]).to.deep.equal([2, 2])
    const {recognized: again, ...second} = await read(cache())
    expect(again).to.equal(0)
    expect(second).to.deep.equal(first)
  })

  it('fails no file when it fails itself', async () => {
    const fails = () => Promise.reject(new Error('the database is gone'))
    const {text} = await read({recall: fails, keep: fails})
    expect(text).to.contain('Okafor')
  })

  it('keeps a page for each file that has it', async () => {
    const [key, one, other] = ['a', '1', '2'].map((digit) => digit.repeat(64)) as [string, string, string]
    await cache('/cv/one.pdf').keep({key, sha256: one, languages: 'eng', text: 'Ada Muster', confidence: 90})
    expect(await cache('/cv/other.pdf').recall(key, other)).to.deep.equal({
      text: 'Ada Muster',
      confidence: 90,
    })
    const erase = (path: string) =>
      store.erasures.erase({path}, {cause: 'request', reason: null, block: false}, new Date())
    await erase('/cv/one.pdf')
    expect(await cache('/cv/other.pdf').recall(key, other)).to.deep.equal({
      text: 'Ada Muster',
      confidence: 90,
    })
    await cache('/cv/copy.pdf').recall(key, other)
    await erase('/cv/other.pdf')
    expect((await store.ocrPages.find(key, other))?.sha256).to.equal(other)
    await erase('/cv/copy.pdf')
    expect(await cache('/cv/one.pdf').recall(key, one)).to.equal(undefined)
  })
})
