import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {Worker} from 'node:worker_threads'
import {expect} from 'chai'
import {readFile} from '#lib/extract/read-file.js'
import {useTempDir} from '../../support/temp-dir.ts'
import {codeOf} from './formats/support/read.ts'

const LIMIT = 1000

describe('readFile', () => {
  const dir = useTempDir()
  const read = (name: string) => readFile(dir.file(name), name, LIMIT)

  it('gives the bytes and their hash', async () => {
    writeFileSync(dir.file('a'), 'Ada')
    const {bytes, sha256} = await read('a')
    expect(bytes.toString()).to.equal('Ada')
    expect(sha256).to.equal(createHash('sha256').update('Ada').digest('hex'))
  })

  it('reads a name that is not UTF-8', async () => {
    const name = Buffer.concat([Buffer.from(`${dir.path}/`), Buffer.from([0xff, 0x61])])
    writeFileSync(name, 'Ada')
    expect((await readFile(name, 'shown', LIMIT)).bytes.toString()).to.equal('Ada')
  })

  const refused: [what: string, make: (path: string) => void, code: string][] = [
    ['nothing there', () => {}, 'FILE_NOT_FOUND'],
    ['a link to nothing', (path) => symlinkSync('/nowhere', path), 'FILE_NOT_FOUND'],
    ['an empty file', (path) => writeFileSync(path, ''), 'EMPTY_FILE'],
    ['more than is allowed', (path) => writeFileSync(path, Buffer.alloc(LIMIT + 1)), 'TOO_LARGE'],
    ['a directory', (path) => mkdirSync(path), 'UNSUPPORTED_FORMAT'],
    ['a pipe', (path) => void execFileSync('mkfifo', [path]), 'UNSUPPORTED_FORMAT'],
    ['a device', (path) => symlinkSync('/dev/zero', path), 'UNSUPPORTED_FORMAT'],
    ['a link to itself', (path) => symlinkSync(path, path), 'IO_ERROR'],
  ]
  for (const [what, make, code] of refused) {
    it(`answers ${code} to ${what}`, async () => {
      make(dir.file('x'))
      expect(await codeOf(read('x'))).to.equal(code)
    })
  }

  it('never gives half of a file that somebody is writing', async () => {
    const path = dir.file('growing')
    writeFileSync(path, 'x')
    const writer = new Worker(
      `const {appendFileSync} = require('node:fs')
       const {workerData, parentPort} = require('node:worker_threads')
       parentPort.postMessage('writing')
       for (;;) appendFileSync(workerData, 'x')`,
      {eval: true, workerData: path},
    )
    await new Promise((resolve) => writer.once('message', resolve))
    try {
      for (let round = 0; round < 20; round += 1) {
        truncateSync(path, 1)
        const read = await readFile(path, path, Number.MAX_SAFE_INTEGER).catch((error) => error)
        // Whatever was read is one whole state of the file: its bytes and its hash agree.
        if (read.code === undefined) {
          expect(createHash('sha256').update(read.bytes).digest('hex')).to.equal(read.sha256)
        } else expect(read.code).to.equal('FILE_CHANGED')
      }
    } finally {
      await writer.terminate()
    }
  })
})
