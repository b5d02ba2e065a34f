import {spawnSync} from 'node:child_process'
import {chmodSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {useTempDir} from '../support/temp-dir.ts'
import {isInstalled} from '../support/tools.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const README = `${ROOT}/README.md`

/** What differs from run to run, and from one machine to the next. */
const MASKS: [pattern: RegExp, mask: string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'TIME'],
  [/\bworker(_id)?=\S+/g, 'worker=NAME'],
  [/\b\d+(\.\d+)? (ms|s|min)\b( ago)?|just now/g, 'TIME'],
  [/(duration(_ms)?)=\S+/g, '$1=TIME'],
  [/ocr_confidence=\S+/g, 'ocr_confidence=N'],
  [/concurrency=\d+/g, 'concurrency=CORES'],
  [/ +/g, ' '],
]

interface Block {
  language: string
  text: string
}

function blocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }))
}

/** Files are read side by side, so the lines that tell of them come in any order. */
function mask(text: string): string[] {
  return MASKS.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text)
    .split('\n')
    .sort()
}

/** A console block as its commands, each with the output that follows it. */
function commands(text: string): {command: string; output: string}[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.split('\n')
      return {command, output: output.join('\n')}
    })
}

describe('the README', () => {
  const temp = useTempDir()
  const markdown = readFileSync(README, 'utf8')

  /** A machine of a person called Ada: `ats` is on the PATH, the sample CVs lie in a folder. */
  const prepare = () => {
    mkdirSync(temp.file('bin'))
    writeFileSync(temp.file('bin/ats'), `#!/bin/sh\nexec '${process.execPath}' '${ROOT}/bin/run.js' "$@"\n`)
    chmodSync(temp.file('bin/ats'), 0o755)
    mkdirSync(temp.file('ada'))
    cpSync(`${ROOT}/samples/cvs`, temp.file('ada/cv_uploads'), {recursive: true})
  }

  const run = (command: string) => {
    const {stdout, stderr} = spawnSync('sh', ['-c', `${command} 2>&1`], {
      cwd: temp.file('ada'),
      encoding: 'utf8',
      env: {PATH: `${temp.file('bin')}:${process.env.PATH}`, HOME: temp.path},
    })
    return `${stdout}${stderr}`.replaceAll(temp.file('ada'), '/home/ada').replaceAll(temp.path, '/home')
  }

  const canRun = (command: string) => !/\bjq\b/.test(command) || isInstalled('jq')

  it('shows what its commands print', () => {
    prepare()
    let current = markdown
    for (const {text} of blocks(markdown).filter(({language}) => language === 'console')) {
      const seen = commands(text)
        .filter(({command}) => canRun(command))
        .map(({command, output}) => ({command, output, real: run(command)}))
      current = current.replace(text, () => seen.map(({command, real}) => `$ ${command}\n${real}`).join(''))
      if (process.env.UPDATE_README) continue
      for (const {command, output, real} of seen) expect(mask(real), command).to.deep.equal(mask(output))
    }
    if (process.env.UPDATE_README) writeFileSync(README, current)
  })

  it('shows a program that runs', () => {
    prepare()
    const [example, ...others] = blocks(markdown).filter(({language}) => language === 'js')
    expect(others).to.deep.equal([])
    const script = `process.chdir(${JSON.stringify(temp.file('ada'))})\n${example?.text}`
    const {status, stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect([status, stderr]).to.deep.equal([0, ''])
    expect(stdout).to.include('documents_loaded: 6')
  })

  it('names every command', () => {
    const files = globSync('*/*.ts', {cwd: `${ROOT}/src/commands`}).map((file) => file.replace(/\.ts$/, ''))
    expect(files).to.not.deep.equal([])
    for (const file of files) expect(markdown, file).to.include(file.split('/').at(-1))
  })

  it('points at files that are there', () => {
    const links = [...markdown.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path as string)
    expect(links).to.not.deep.equal([])
    for (const path of links) expect(() => readFileSync(`${ROOT}/${path}`), path).to.not.throw(/ENOENT/)
  })
})
