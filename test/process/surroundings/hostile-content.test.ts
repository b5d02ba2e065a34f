import {once} from 'node:events'
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {zipOf} from '../../lib/extract/formats/support/zip.ts'
import {ats, document} from '../../support/ats.ts'
import {useTempDir} from '../../support/temp-dir.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

/** A declaration that would put the file, and what the server answers, into the text. */
const doctype = (file: string, url: string) =>
  `<!DOCTYPE x [<!ENTITY file SYSTEM "file://${file}"><!ENTITY net SYSTEM "${url}entity"><!ENTITY % dtd SYSTEM "${url}dtd">%dtd;]>`

const docx = (prolog: string) =>
  zipOf({
    'word/document.xml': `${prolog}<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>Ada Docx &file;&net;</w:t></w:r></w:p></w:body></w:document>`,
    '../../escaped.txt': 'escaped',
    '/tmp/ats-escaped.txt': 'escaped',
  })

const odt = (prolog: string) =>
  zipOf(
    {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `${prolog}<o:document-content xmlns:o="${ODF}:office:1.0" xmlns:t="${ODF}:text:1.0"><o:body><o:text><t:p>Ada Odt &file;&net;</t:p></o:text></o:body></o:document-content>`,
      '../../escaped.txt': 'escaped',
    },
    {stored: true},
  )

const html = (file: string, url: string) =>
  `<!DOCTYPE html><link rel=stylesheet href="${url}css"><script src="${url}js"></script><img src="${url}img">
   <iframe src="${url}frame"></iframe><object data="file://${file}"></object><p>Ada Html</p>`

describe('content that means no good', () => {
  const temp = useTempDir()
  const run = (...args: string[]) => ats(args, {cwd: temp.path})

  it('fetches nothing, shows no other file, and unpacks nothing', async () => {
    const asked: string[] = []
    const server = createServer(({url}, response) => {
      asked.push(String(url))
      response.end('fetched')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const secret = temp.file('secret.txt')
    writeFileSync(secret, 'the secret')
    mkdirSync(temp.file('inbox'))
    writeFileSync(temp.file('inbox/a.docx'), docx(doctype(secret, url)))
    writeFileSync(temp.file('inbox/b.odt'), odt(doctype(secret, url)))
    writeFileSync(temp.file('inbox/c.html'), html(secret, url))
    await run('queue', 'enqueue', 'inbox')
    expect((await run('worker', 'run', '--drain', '--disable-ocr')).code).to.equal(0)
    server.close()
    const texts = ['a.docx', 'b.odt', 'c.html'].map(
      async (name) => (await run('documents', 'get', temp.file(`inbox/${name}`))).stdout,
    )
    expect((await Promise.all(texts)).map((text) => text.trim())).to.deep.equal([
      'Ada Docx',
      'Ada Odt',
      'Ada Html',
    ])
    expect(asked).to.deep.equal([])
    expect(readdirSync(temp.path).toSorted()).to.deep.equal([
      'inbox',
      'jobs.db',
      'jobs.db-workers',
      'secret.txt',
    ])
    expect(readdirSync('/tmp')).to.not.include('ats-escaped.txt')
  })

  it('keeps a result called __proto__ a result', async () => {
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const id = await queue.enqueue('/cv')
    const result = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')
    await runWorker({queue, drain: true, handler: async () => result})
    expect(JSON.stringify((await queue.getJob(id))?.result)).to.equal(JSON.stringify(result))
    expect({}).to.not.have.property('polluted')
    await queue.close()
  })

  it('takes a setting called __proto__, or any that is no flag, for a mistake', async () => {
    for (const key of ['__proto__', 'constructor', 'plugins', 'require']) {
      writeFileSync(temp.file('ats.config.json'), `{"${key}": {"polluted": true}}`)
      const result = await run('queue', 'stats', '--json')
      expect(result.code).to.equal(78)
      expect(document<{error: {message: string}}>(result).error.message).to.contain(
        `"${key}" is not a setting`,
      )
    }
  })
})
