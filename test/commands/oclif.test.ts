import {execFileSync} from 'node:child_process'
import {cpSync, readFileSync, symlinkSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {useTempDir} from '../support/temp-dir.ts'

const ROOT = new URL('../../', import.meta.url)

describe("oclif's own tools", () => {
  const temp = useTempDir()

  it('find every command', () => {
    for (const name of ['package.json', 'dist', 'bin']) {
      cpSync(new URL(name, ROOT), temp.file(name), {recursive: true})
    }
    symlinkSync(fileURLToPath(new URL('node_modules', ROOT)), temp.file('node_modules'))
    const oclif = fileURLToPath(new URL('node_modules/oclif/bin/run.js', ROOT))
    execFileSync(process.execPath, [oclif, 'manifest'], {cwd: temp.path, stdio: 'ignore'})
    const {commands} = JSON.parse(readFileSync(temp.file('oclif.manifest.json'), 'utf8'))
    expect(Object.keys(commands)).to.include.members(['queue:enqueue', 'worker:run', 'documents:get'])
  })
})
