import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {useTempDir} from '../support/temp-dir.ts'
import {MUTANTS, type Mutant} from './mutants.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COPIED = ['package.json', 'migrations', 'dist', 'test/model']

describe('the property test', function () {
  this.timeout(10 * 60_000)
  const temp = useTempDir()

  /** A copy of the compiled program, for `#lib` leads to the package that a test is in. */
  const copy = () => {
    for (const name of COPIED) {
      cpSync(join(ROOT, name), temp.file(name), {
        recursive: true,
        filter: (path) => !/\.(map|d\.ts)$/.test(path),
      })
    }
    symlinkSync(join(ROOT, 'node_modules'), temp.file('node_modules'))
  }

  const mutate = ({file, find, replace}: Mutant) => {
    const path = temp.file(`dist/lib/store/sqlite/${file}`)
    const code = readFileSync(path, 'utf8')
    expect(code, `${file} no longer has what the mutant changes`).to.include(find)
    writeFileSync(
      path,
      code.replace(find, () => replace),
    )
  }

  const run = async (runs: number) => {
    const mocha = join(ROOT, 'node_modules/mocha/bin/mocha.js')
    const child = spawn(process.execPath, [mocha, '--no-config', 'test/model/state-machine.test.ts'], {
      cwd: temp.path,
      env: {
        ...process.env,
        ATS_PROPERTY_RUNS: String(runs),
        ATS_PROPERTY_SEED: '20261123',
        ATS_PROPERTY_NO_SHRINK: '1',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    const [code] = await once(child, 'close')
    return {code, output}
  }

  it('passes on a copy of the program', async () => {
    copy()
    const {code, output} = await run(20)
    expect([code, output]).to.deep.equal([0, output])
  })

  for (const mutant of MUTANTS) {
    it(`notices the loss of ${mutant.breaks}`, async () => {
      copy()
      mutate(mutant)
      const {code, output} = await run(2_000)
      expect(output).to.include('Property failed after')
      expect(code).to.equal(1)
      rmSync(temp.file('dist'), {recursive: true})
    })
  }
})
