import Database from 'better-sqlite3'
import {openStore} from '#lib/store/open-store.js'
import {useTempDir} from '../support/temp-dir.ts'
import {claimsConform} from './claims.ts'
import {documentsConform} from './documents.ts'
import {erasuresConform} from './erasures.ts'
import {ocrPagesConform} from './ocr-pages.ts'
import {watchedFilesConform} from './watched-files.ts'

describe('the SQLite store', () => {
  const temp = useTempDir()
  const open = () => openStore(temp.file('jobs.db'), {create: true, busyTimeoutMs: 10_000})
  claimsConform(open)
  ocrPagesConform(open)
  documentsConform(open)
})

describe('the SQLite store, erasing', () => {
  const temp = useTempDir()
  const forgetSources = () => {
    const database = new Database(temp.file('jobs.db'))
    database.exec('DELETE FROM ocr_sources')
    database.close()
  }
  erasuresConform(() => openStore(temp.file('jobs.db'), {create: true, busyTimeoutMs: 10_000}), forgetSources)
})

describe('the SQLite store, watching', () => {
  const temp = useTempDir()
  watchedFilesConform(() => openStore(temp.file('jobs.db'), {create: true, busyTimeoutMs: 10_000}))
})
