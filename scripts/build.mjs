#!/usr/bin/env node
// Compiles src/ into dist/ from scratch, so that no deleted command lives on in the output, and bundles the program.
import {spawnSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
rmSync(`${root}/dist`, {recursive: true, force: true})
const {status} = spawnSync(
  process.execPath,
  [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/tsconfig.json`],
  {
    stdio: 'inherit',
  },
)
if (status !== 0) process.exit(status ?? 1)
await import('./bundle.mjs')
