#!/usr/bin/env node
// Installs the development dependencies once, exactly as locked. Runs on any Node from 20 on, so it imports
// nothing but Node itself.
//
// Install scripts are left out and `node` alone is rebuilt: its script fetches the Node 24 runtime from the npm
// registry, while an npm that does not know `allowScripts` (npm 10) would try to compile better-sqlite3, which
// ships prebuilt.
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const stamp = `${root}/node_modules/.ats-setup`
const wanted = createHash('sha256')
  .update(readFileSync(`${root}/package-lock.json`))
  .digest('hex')

if (!(existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)) {
  process.stderr.write('Installing dependencies from the npm registry (once)\n')
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  npm('rebuild', 'node', '--loglevel=error')
  writeFileSync(stamp, wanted)
}

function npm(...args) {
  const command = process.env.npm_execpath
    ? [lastingNode(), process.env.npm_execpath, ...args]
    : ['npm', ...args]
  const {status, error} = spawnSync(command[0], command.slice(1), {
    cwd: root,
    stdio: ['ignore', 2, 'inherit'],
  })
  if (status === 0) return
  process.stderr.write(`npm ${args.join(' ')} failed${error ? `: ${error.message}` : ''}\n`)
  process.exit(1)
}

// npm scripts find the Node of node_modules first, and `npm ci` deletes that one while it works.
function lastingNode() {
  if (!process.execPath.startsWith(modules)) return process.execPath
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(modules))
    .map((folder) => join(folder, 'node'))
    .find((file) => existsSync(file))
  return found ?? process.execPath
}
