import {openStore} from '#lib/store/open-store.js'
import {useTempDir} from '../support/temp-dir.ts'
import {claimsConform} from './claims.ts'
import {erasuresConform} from './erasures.ts'

describe('the SQLite store', () => {
  const temp = useTempDir()
  claimsConform(() => openStore(temp.file('jobs.db'), {create: true, busyTimeoutMs: 10_000}))
})

describe('the SQLite store, erasing', () => {
  const temp = useTempDir()
  erasuresConform(() => openStore(temp.file('jobs.db'), {create: true, busyTimeoutMs: 10_000}))
})
