#!/usr/bin/env node
// Bundles the command line into dist/bundle/, where bin/run.js starts it: reading some hundred small files is most of
// what a short command would wait for. CommonJS, because Node.js starts it faster than modules. What is compiled in
// dist/ stays beside it: for the library, for the children that read files, and for
// `node --conditions=unbundled bin/run.js`.
import {readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'
import {deferChunkRequires, deferRequires} from './defer-requires.mjs'

/**
 * Chunks by the modules that they hold, the first match counts. `start` is what `queue enqueue PATH` runs, and most
 * other commands too: one small file. The others are read when something in them is called. A module that is missing in
 * `start`, or not needed there, costs time and nothing else.
 */
const CHUNKS = {
  start: [
    /\/@oclif\/core\/(package\.json|lib\/(command|cache|logger|flags)\.js)$/,
    /\/@oclif\/core\/lib\/(parser\/.*|util\/(util|aggregate-flags))\.js$/,
    /\/better-sqlite3\/lib\//,
    /\/dist\/lib\/cli\/(base-command|argument-list|clean|colors|exit-codes|flags|flag-types|invalid-value)\.js$/,
    /\/dist\/lib\/cli\/(settings|config-file|duration|period|instant|present-error|path-check)\.js$/,
    /\/dist\/lib\/model\/(errors|nearest|time|job|job-state|backoff)\.js$/,
    /\/dist\/lib\/queue\/ingestion-queue\.js$/,
    /\/dist\/lib\/store\/(open-store|new-id)\.js$/,
    /\/dist\/lib\/extract\/blocked-content\.js$/,
    /\/dist\/lib\/store\/sqlite\/(sqlite-store|sqlite-jobs|sqlite-block-list|job-queries|query|connection|courtesy|open-database)\.js$/,
    /\/dist\/lib\/store\/sqlite\/(migrate|doorbell|private-files|files-in-place|erased-rows|sealed-file|sqlite-error)\.js$/,
  ],
  kysely: [/\/node_modules\/kysely\//],
  packages: [/\/node_modules\//],
  documents: [/\/dist\/lib\/(documents|extract|model\/(search|person|document|erasure|explanation))/],
  store: [/\/dist\/lib\/(store|model)\//],
}

/** The packages that most commands need. Others have binaries or data beside their code, or are used by few. */
const INLINED = ['@oclif/core', 'better-sqlite3', 'kysely', 'listr2']

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const bundle = join(dist, 'bundle')

rmSync(bundle, {recursive: true, force: true})
const program = await rolldown({
  input: Object.fromEntries(
    ['lib/cli/main.js', ...commandFiles()].map((file) => [file.slice(0, -'.js'.length), join(dist, file)]),
  ),
  platform: 'node',
  // Chunks may lie across what is imported and what is loaded later, because all of them are loaded when they are used.
  preserveEntrySignatures: 'allow-extension',
  checks: {ineffectiveDynamicImport: false},
  external: externalPackages(),
  plugins: [deferRequires(/@oclif[\\/]core[\\/]lib[\\/]/), deferChunkRequires(), keepBinding()],
})
await program.write({
  dir: bundle,
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].cjs',
  chunkFileNames: ({name}) => `chunks/${name.split('~', 1)}.cjs`,
  codeSplitting: {includeDependenciesRecursively: false, groups: Object.entries(CHUNKS).map(toGroup)},
  // Names are kept, for those who read a stack trace.
  minify: {compress: true, mangle: false, codegen: {removeWhitespace: true}},
})

/** better-sqlite3 looks for its binary beside its own files, which is where it stays. */
function keepBinding() {
  return {
    name: 'keep-binding',
    load: {
      filter: {id: /better-sqlite3[\\/]lib[\\/]binding\.js$/},
      handler: (path) =>
        readFileSync(path, 'utf8').replaceAll('__dirname', "path.dirname(require.resolve('better-sqlite3'))"),
    },
  }
}

function toGroup([name, patterns]) {
  const test = (id) => patterns.some((pattern) => pattern.test(id.replaceAll('\\', '/')))
  return {name, test, entriesAware: name !== 'start'}
}

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
