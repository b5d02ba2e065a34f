import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {EXIT_CODES} from '#lib/cli/exit-codes.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(`${ROOT}/docs/reliability.md`, 'utf8')

interface Line {
  text: string
  proofs: {file: string; title: string}[]
}

const lines: Line[] = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (fault|what is done) \|/.test(line))
  .map((text) => ({text, proofs: proofsOf(text.split(' | ').at(-1) ?? '')}))

/** `test/a.test.ts` "one title", "another"; `test/b.test.ts` "a third" */
function proofsOf(cell: string): Line['proofs'] {
  return [...cell.matchAll(/`(test\/[^`]+)`((?:,? "[^"]+")+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({file, title})),
  )
}

/** Whether a test file has the title; what a template fills in has to stand in the file too. */
function hasTitle(file: string, title: string): boolean {
  if (!existsSync(`${ROOT}/${file}`)) return false
  const source = readFileSync(`${ROOT}/${file}`, 'utf8')
  return [...source.matchAll(/\bit\(\s*(['"`])(.*?)\1,/g)].some(([, , written = '']) => {
    const filled = titlePattern(written).exec(title)
    return filled?.slice(1).every((part) => source.includes(part)) ?? false
  })
}

function titlePattern(written: string): RegExp {
  const literal = written.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('(.+)')}$`)
}

describe('docs/reliability.md', () => {
  it('names a test for every line', () => {
    expect(lines).to.have.length.greaterThan(20)
    expect(lines.filter(({proofs}) => proofs.length === 0).map(({text}) => text)).to.deep.equal([])
  })

  it('names only tests that exist', () => {
    const missing = lines.flatMap(({proofs}) => proofs).filter(({file, title}) => !hasTitle(file, title))
    expect(missing).to.deep.equal([])
  })

  it('tells the exit codes that the code has', () => {
    const told = [...page.matchAll(/`([A-Z_]+)`, exit (\d+)/g)].map(([, code, exit]) => [code, Number(exit)])
    expect(told).to.have.length.greaterThan(8)
    const real = EXIT_CODES as Record<string, number>
    expect(told.filter(([code, exit]) => real[String(code)] !== exit)).to.deep.equal([])
  })
})
