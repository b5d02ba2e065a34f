import {expect} from 'chai'
import {ExtractorPool} from '#lib/extract/pool/extractor-pool.js'
import {DEFAULT_LIMITS as limits} from '#lib/model/extraction.js'
import {codeOf} from '../formats/support/read.ts'

const PHOTO = new URL('../../../../samples/cvs/daniel-herrera-photo.jpg', import.meta.url).pathname

describe('the real extractor process', () => {
  it('reads in one language after another, also after one that is not there', async () => {
    const pool = new ExtractorPool({size: 1, limits})
    const read = (...languages: string[]) => pool.extract({path: PHOTO, ocr: true, languages, limits})
    try {
      expect(await codeOf(read('tlh'))).to.equal('CONFIGURATION')
      expect((await read('eng')).text).to.contain('Herrera')
      expect((await read('deu', 'eng')).text).to.contain('Herrera')
    } finally {
      await pool.close()
    }
  })
})
