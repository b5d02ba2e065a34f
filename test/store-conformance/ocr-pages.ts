import {expect} from 'chai'
import type {Store} from '#lib/store/store.js'

const [KEY, OTHER_KEY] = ['a'.repeat(64), 'b'.repeat(64)]
const [FILE, OTHER_FILE, STRANGE_FILE] = ['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)]

/** What any engine must promise of the pages that OCR has read. Called by one test file per engine. */
export function ocrPagesConform(open: () => Promise<Store>): void {
  const now = new Date('2026-05-01T12:00:00.000Z')
  const page = {key: KEY, sha256: FILE, languages: 'eng', text: 'Ada Muster', confidence: 91.5}
  let store: Store

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  describe('its pages read by OCR', () => {
    it('are found by their key, those of the same file first', async () => {
      expect(await store.ocrPages.find(KEY, FILE)).to.equal(undefined)
      await store.ocrPages.add(page, '/cv/scan.pdf', now)
      await store.ocrPages.add({...page, sha256: OTHER_FILE, text: 'Ada Other'}, '/cv/scan.pdf', now)
      expect(await store.ocrPages.find(KEY, FILE)).to.include({
        text: 'Ada Muster',
        confidence: 91.5,
        sha256: FILE,
      })
      expect(await store.ocrPages.find(KEY, OTHER_FILE)).to.include({text: 'Ada Other', languages: 'eng'})
      expect((await store.ocrPages.find(KEY, STRANGE_FILE))?.text).to.be.oneOf(['Ada Muster', 'Ada Other'])
      expect(await store.ocrPages.find(OTHER_KEY, FILE)).to.equal(undefined)
    })

    it('stay as they were first read', async () => {
      await store.ocrPages.add(page, '/cv/scan.pdf', now)
      await store.ocrPages.add({...page, text: 'Another reading'}, '/cv/scan.pdf', now)
      expect((await store.ocrPages.find(KEY, FILE))?.text).to.equal('Ada Muster')
    })
  })
}
