import {spawnSync} from 'node:child_process'
import {cpSync, globSync, mkdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {useTempDir} from '../support/temp-dir.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

interface Example {
  file: string
  code: string
}

/** The examples in the doc comments of the source. */
function examples(): Example[] {
  return globSync('src/**/*.ts', {cwd: ROOT}).flatMap((file) =>
    [...readFileSync(`${ROOT}/${file}`, 'utf8').matchAll(/^ *\* ```ts\n([\s\S]*?)^ *\* ```$/gm)].map(
      ([, code = '']) => ({
        file,
        code: code.replaceAll(/^ *\* ?/gm, '').replace(/^import .*$/m, ''),
      }),
    ),
  )
}

/** What every example may take for granted: a folder of CVs, a queue and a job in it. */
function program(code: string): string {
  return `
    import {examineMachine, IngestionQueue, loadDocuments, runWorker} from 'ats'
    process.chdir(process.argv[1])
    console.log = console.error = () => undefined
    const queue = new IngestionQueue('./jobs.db')
    const jobId = await queue.enqueue('./cv_uploads/priya-raman.txt')
    {
      ${code}
    }
    await queue.close()`
}

describe('the examples of the library', () => {
  const temp = useTempDir()

  it('are there for every method of the queue', () => {
    const source = readFileSync(`${ROOT}/src/lib/queue/ingestion-queue.ts`, 'utf8')
    const methods = [...source.matchAll(/^ {2}(?:async )?([a-z]\w+)\([^;]*\{$/gm)].map(
      ([, name]) => name as string,
    )
    expect(methods).to.include.members(['enqueue', 'clearAll'])
    const shown = examples()
      .map(({code}) => code)
      .join('\n')
    const own = ['constructor', 'store', 'failure', 'if', 'for']
    expect(methods.filter((name) => !own.includes(name) && !shown.includes(`.${name}(`))).to.deep.equal([])
  })

  for (const {file, code} of examples()) {
    it(`run: ${code.trim().split('\n')[0]} (${file})`, () => {
      mkdirSync(temp.file('cv_uploads'))
      for (const name of ['priya-raman.txt', 'soren-kjaergaard.docx']) {
        cpSync(`${ROOT}/samples/cvs/${name}`, temp.file(`cv_uploads/${name}`))
      }
      const {status, stderr} = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', program(code), temp.path],
        {cwd: ROOT, encoding: 'utf8', timeout: 60_000},
      )
      expect([status, stderr]).to.deep.equal([0, ''])
    })
  }
})
