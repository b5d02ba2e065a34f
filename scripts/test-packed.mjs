#!/usr/bin/env node
// Packs the package as it would be published, installs it in an empty folder with what it depends on, and runs the
// tests of commands and processes on that: `npm run test:packed`. What is missing in `files` or in `dependencies`
// shows here.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'ats-packed-')))
process.once('exit', () => rmSync(elsewhere, {recursive: true, force: true}))

const tarball = run('npm', ['pack', '--silent', '--pack-destination', elsewhere], {
  cwd: root,
  stdout: 'pipe',
}).trim()
writeFileSync(join(elsewhere, 'package.json'), '{"private": true}\n')
run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `./${tarball}`], {
  cwd: elsewhere,
})
const mocha = join(root, 'node_modules/mocha/bin/mocha.js')
run(process.execPath, [mocha, '--config', 'test/process/.mocharc.json'], {
  cwd: root,
  env: {...process.env, ATS_TESTED_LAUNCHER: join(elsewhere, 'node_modules/ats/bin/run.js')},
})

/** @returns what it wrote to stdout, where that is piped */
function run(program, args, {cwd, env = process.env, stdout = 2}) {
  const {
    status,
    error,
    stdout: output,
  } = spawnSync(program, args, {
    cwd,
    env,
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
  })
  if (status === 0) return output
  process.stderr.write(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}\n`)
  process.exit(1)
}
