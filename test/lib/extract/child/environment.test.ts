import {expect} from 'chai'
import {childEnvironment} from '#lib/extract/child/environment.js'

describe('the environment of an extractor', () => {
  it('holds nothing of its parent but where Tesseract and temporary files are', () => {
    process.env.ATS_TEST_SECRET = 'hush'
    try {
      const environment = childEnvironment(512)
      expect(Object.values(environment)).not.to.include('hush')
      expect(environment).to.include({
        PATH: process.env.PATH,
        ATS_EXTRACTOR_MEMORY_MB: '512',
        ATS_EXTRACTOR_PARENT: String(process.pid),
      })
    } finally {
      delete process.env.ATS_TEST_SECRET
    }
  })

  it('keeps the canvas library from looking through the fonts of the machine as it loads', () => {
    expect(childEnvironment(512)).to.include({DISABLE_SYSTEM_FONTS_LOAD: '1'})
  })
})
