import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {EXIT_CODES, EXIT_MEANINGS} from '#lib/cli/exit-codes.js'
import {FILE_ERRORS} from '#lib/model/errors.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the documentation of the command line', () => {
  it('is what the commands say of themselves, and no flag has changed unnoticed', () => {
    const {stderr} = spawnSync(process.execPath, ['scripts/make-command-docs.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(stderr).to.equal('')
  })

  describe('docs/errors.md', () => {
    const page = readFileSync(`${ROOT}/docs/errors.md`, 'utf8')
    const rows = [...page.matchAll(/^\| `?([A-Z_0-9]+)`? \|(.*)\|$/gm)].map(([, code, cells = '']) => ({
      code,
      cells: cells.split('|').map((cell) => cell.trim()),
    }))

    it('has every exit code', () => {
      const told = rows.filter(({code}) => /^\d+$/.test(code ?? '')).map(({code, cells}) => [code, cells[0]])
      expect(told).to.deep.equal(Object.entries(EXIT_MEANINGS))
    })

    it('has every error of a file, with what it means and whether it is retried', () => {
      const told = rows.filter(({code = ''}) => code in FILE_ERRORS)
      expect(told.map(({code, cells}) => [code, ...cells])).to.deep.equal(
        Object.entries(FILE_ERRORS).map(([code, {meaning, remedy}]) => [
          code,
          meaning,
          remedy === 'retry' ? 'yes' : 'no',
        ]),
      )
    })

    it('has every error of a call, with its exit code', () => {
      const told = rows.filter(({code = ''}) => code in EXIT_CODES && !(code in FILE_ERRORS))
      expect(told.map(({code, cells}) => [code, Number(cells[1])])).to.deep.equal(
        Object.entries(EXIT_CODES).filter(([code]) => !(code in FILE_ERRORS)),
      )
    })
  })
})
