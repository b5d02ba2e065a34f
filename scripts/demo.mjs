#!/usr/bin/env node
// The main job on the sample CVs: enqueue, work, show. Every line that begins with `$` is a command that you can type
// yourself; the database stays in demo/ for that.
import {spawnSync} from 'node:child_process'
import {mkdirSync, rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const database = 'demo/jobs.db'

rmSync(`${root}/demo`, {recursive: true, force: true})
mkdirSync(`${root}/demo`)

ats('queue', 'enqueue', 'samples/cvs')
ats('worker', 'run', '--drain')
ats('queue', 'list')
ats('queue', 'stats')
ats('documents', 'list')
ats('documents', 'get', 'samples/cvs/soren-kjaergaard.docx')

process.stdout.write(`\nThe database is ${database}. Go on with: npx ats documents get ID --db ${database}\n`)

function ats(...args) {
  process.stdout.write(`\n$ ats ${args.join(' ')}\n`)
  const {status} = spawnSync(process.execPath, [`${root}/bin/run.js`, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {...process.env, ATS_DB: database},
  })
  if (status !== 0) process.exit(status ?? 1)
}
