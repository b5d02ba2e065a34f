import {readFileSync, writeFileSync} from 'node:fs'
import {dirname, relative} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect} from 'chai'
import {ats, FORM, LAUNCHER} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'

const ROOT = dirname(dirname(LAUNCHER))

/** Writes down what was loaded when the process ends. */
const recorder = (file: string) => `
  import {createRequire} from 'node:module'
  import {writeFileSync} from 'node:fs'
  const {cache} = createRequire(import.meta.url)
  process.on('exit', () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(Object.keys(cache))))`

describe('start-up', () => {
  const temp = useTempDir()

  it('of queue enqueue reads one chunk of the bundle and no package but the binary of SQLite', async () => {
    writeFileSync(temp.file('ada.txt'), 'Ada Example')
    await ats(['queue', 'enqueue', 'ada.txt'], {cwd: temp.path})
    writeFileSync(temp.file('recorder.mjs'), recorder(temp.file('loaded.json')))
    const {code} = await ats(['queue', 'enqueue', 'ada.txt'], {
      cwd: temp.path,
      nodeArgs: ['--import', pathToFileURL(temp.file('recorder.mjs')).href],
    })
    expect(code).to.equal(0)
    const loaded = JSON.parse(readFileSync(temp.file('loaded.json'), 'utf8')) as string[]
    const files = loaded.map((file) => relative(ROOT, file)).sort()
    if (FORM.length === 0) {
      expect(files.filter((file) => !file.endsWith('.node'))).to.deep.equal([
        'dist/bundle/chunks/rolldown-runtime.cjs',
        'dist/bundle/chunks/start.cjs',
        'dist/bundle/commands/queue/enqueue.cjs',
        'dist/bundle/lib/cli/main.cjs',
      ])
    }
    expect(files.filter((file) => file.endsWith('.node'))).to.have.length(1)
  })
})
