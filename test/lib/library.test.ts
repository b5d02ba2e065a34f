import {readFileSync} from 'node:fs'
import {captureOutput} from '@oclif/test'
import {IngestionQueue, loadDocuments, runWorker} from 'ats'
import {expect} from 'chai'
import {useTempDir} from '../support/temp-dir.ts'

const CVS = new URL('../../samples/cvs/', import.meta.url).pathname

describe('the library', () => {
  const temp = useTempDir()

  it('prints nothing while it works', async () => {
    const {stdout, stderr, error} = await captureOutput(async () => {
      const queue = new IngestionQueue(temp.file('jobs.db'))
      await queue.enqueue(`${CVS}priya-raman.txt`)
      await runWorker({queue, drain: true})
      await queue.close()
      await loadDocuments(`${CVS}soren-kjaergaard.docx`)
    })
    expect([stdout, stderr, error]).to.deep.equal(['', '', undefined])
  })

  describe('loadDocuments', () => {
    it('reads a folder in the order of the walk, and only the types that are asked for', async () => {
      const seen: string[] = []
      const documents = await loadDocuments(CVS, {
        ocr: false,
        formats: ['txt', 'docx'],
        onProgress: ({type, filePath}) => seen.push(`${type} ${filePath.slice(CVS.length)}`),
      })
      expect(documents.map(({fileName}) => fileName)).to.deep.equal([
        'priya-raman.txt',
        'soren-kjaergaard.docx',
      ])
      expect(documents[0]?.text).to.equal(readFileSync(`${CVS}priya-raman.txt`, 'utf8').trimEnd())
      expect(seen.sort()).to.deep.equal([
        'loaded priya-raman.txt',
        'loaded soren-kjaergaard.docx',
        'skipped daniel-herrera-photo.jpg',
        'skipped lukasz-wisniewski-two-columns.pdf',
        'skipped margaret-okafor-scan.pdf',
        'skipped nadia-whitcombe.pdf',
      ])
    })

    const refused: [
      what: string,
      path: string,
      options: Parameters<typeof loadDocuments>[1],
      code: string,
    ][] = [
      ['nothing there', '/nowhere/cv.pdf', {}, 'FILE_NOT_FOUND'],
      ['a language that is not installed', CVS, {languages: ['tlh']}, 'CONFIGURATION'],
      ['an abort', CVS, {signal: AbortSignal.abort()}, 'CANCELLED'],
      ['a file that is too large', `${CVS}priya-raman.txt`, {limits: {maxFileBytes: 9}}, 'TOO_LARGE'],
    ]
    for (const [what, path, options, code] of refused) {
      it(`throws ${code} for ${what}`, async () => {
        const error = await loadDocuments(path, options).catch((thrown) => thrown)
        expect(error.code).to.equal(code)
      })
    }
  })
})
