#!/usr/bin/env node
// Compiles src/ into dist/ from scratch, so that no deleted command lives on in the output.
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
process.exit(status ?? 1)
