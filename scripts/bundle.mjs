#!/usr/bin/env node
// Bundles the command line into dist/bundle/, where bin/run.js starts it: reading some hundred small files is most of
// what a short command would wait for. CommonJS, because Node.js starts it faster than modules. What is compiled in
// dist/ stays beside it: for the library, for the children that read files, and for
// `node --conditions=unbundled bin/run.js`.
import {readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'
import {deferRequires} from './defer-requires.mjs'

/** The packages that most commands need. Others have binaries or data beside their code, or are used by few. */
const INLINED = ['@oclif/core', 'kysely', 'listr2', 'uuid']

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const bundle = join(dist, 'bundle')

rmSync(bundle, {recursive: true, force: true})
const program = await rolldown({
  input: Object.fromEntries(
    ['lib/cli/main.js', ...commandFiles()].map((file) => [file.slice(0, -'.js'.length), join(dist, file)]),
  ),
  platform: 'node',
  external: externalPackages(),
  plugins: [deferRequires(/@oclif[\\/]core[\\/]lib[\\/]/)],
})
await program.write({
  dir: bundle,
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name].cjs',
  // Names are kept, for those who read a stack trace.
  minify: {compress: true, mangle: false, codegen: {removeWhitespace: true}},
})

function commandFiles() {
  return readdirSync(join(dist, 'commands'), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.js'))
    .map((file) => join('commands', file))
}

function externalPackages() {
  const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const names = Object.keys(dependencies).filter((name) => !INLINED.includes(name))
  return names.map((name) => new RegExp(`^${name}(/|$)`))
}
