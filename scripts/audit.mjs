#!/usr/bin/env node
// Asks the registry for known holes in what ships, and fails on serious ones. A registry that cannot be asked, as many
// mirrors, is announced: then nothing was checked.
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const {stdout} = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
})
const report = parse(stdout)
const found = report?.metadata?.vulnerabilities
if (found === undefined) {
  process.stderr.write('NOT CHECKED: the npm registry here answers no audit\n')
} else if (found.high + found.critical > 0) {
  const names = Object.entries(report.vulnerabilities)
    .filter(([, {severity}]) => ['high', 'critical'].includes(severity))
    .map(([name, {severity}]) => `${name} (${severity})`)
  process.stderr.write(`Known holes in what ships: ${names.join(', ')}\n`)
  process.exit(1)
} else {
  process.stderr.write('npm audit knows of no serious hole in what ships\n')
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
