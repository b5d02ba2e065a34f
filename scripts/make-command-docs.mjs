#!/usr/bin/env node
// Writes what the commands say of themselves: a page a topic in docs/commands/, and test/commands/snapshot.json, which
// shows in review that a flag came, went or changed its meaning. With --check it only says whether they are current.
import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const {describeCommands} = await import('../dist/lib/cli/command-docs.js')

const {pages, snapshot} = await describeCommands(`${root}/dist/commands`)
const files = new Map([...pages].map(([name, text]) => [`${root}/docs/commands/${name}.md`, text]))
files.set(`${root}/test/commands/snapshot.json`, formatted(JSON.stringify(snapshot)))

if (process.argv.includes('--check')) check()
else write()

function check() {
  const stale = [...files]
    .filter(([path, text]) => read(path) !== text)
    .map(([path]) => path.slice(root.length))
  for (const path of stale)
    process.stderr.write(`${path} is not current: node scripts/make-command-docs.mjs\n`)
  process.exitCode = stale.length > 0 ? 1 : 0
}

function write() {
  mkdirSync(`${root}/docs/commands`, {recursive: true})
  for (const [path, text] of files) writeFileSync(path, text)
}

/** As the linter wants it. */
function formatted(json) {
  const biome = `${root}/node_modules/@biomejs/biome/bin/biome`
  const args = [biome, 'format', '--stdin-file-path=snapshot.json']
  return spawnSync(process.execPath, args, {cwd: root, input: json, encoding: 'utf8'}).stdout
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
