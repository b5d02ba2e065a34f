#!/usr/bin/env node
// The launcher. It speaks old JavaScript and loads nothing but Node's own before it has looked at the version, because
// the database library crashes on an old Node.js instead of saying so.
import nodeModule from 'node:module'

var OLDEST = [22, 13]
var version = process.versions.node.split('.').map(Number)

if (version[0] < OLDEST[0] || (version[0] === OLDEST[0] && version[1] < OLDEST[1])) refuse()
else start()

function refuse() {
  var message =
    'ats needs Node.js ' +
    OLDEST.join('.') +
    ' or newer; this is ' +
    process.version +
    ' (' +
    process.execPath +
    ')'
  var suggestions = [
    'Install a newer Node.js, from https://nodejs.org for one.',
    'In a clone of the repository, npx ats runs with the Node.js that it brings.',
  ]
  var document = {error: {code: 'CONFIGURATION', message: message, suggestions: suggestions}}
  if (process.argv.indexOf('--json') === -1) process.stderr.write(`${message}\n`)
  else process.stdout.write(`${JSON.stringify(document)}\n`)
  process.exitCode = 78
}

function start() {
  var require = nodeModule.createRequire(import.meta.url)
  try {
    cacheCompiledCode()
    require('#cli')
      .main(process, new URL('..', import.meta.url))
      .then(leave, refuseToStart)
  } catch (error) {
    refuseToStart(error)
  }
}

function refuseToStart(error) {
  process.stderr.write(`ats cannot start: ${error?.message ?? error}\n`)
  leave(1)
}

// In the user's own cache directory: V8 trusts what it finds there, so a directory that others can write to
// (the default, under /tmp) will not do.
function cacheCompiledCode() {
  var home = process.env.XDG_CACHE_HOME || (process.env.HOME && `${process.env.HOME}/.cache`)
  if (!nodeModule.enableCompileCache) return
  if (process.env.NODE_COMPILE_CACHE) nodeModule.enableCompileCache()
  else if (home && home[0] === '/') nodeModule.enableCompileCache(`${home}/ats/compiled`)
}

// What was written is flushed first; what was given up on (an open stdin, a timer) must not hold the process.
function leave(code) {
  process.exitCode = code
  process.stdout.write('', () => {
    process.stderr.write('', () => {
      process.exit(code)
    })
  })
}
