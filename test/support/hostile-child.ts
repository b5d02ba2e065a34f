// An extractor child that does what the name of the file says, the way a file that is made for it would.
import {spawn} from 'node:child_process'
import {ParentCache} from '#lib/extract/child/parent-cache.js'
import {send, serve} from '#lib/extract/child/serve.js'
import type {Extraction} from '#lib/model/extraction.js'

/** Survives from file to file, as a leak does. */
const leaked: Buffer[] = []

const HASH = 'a'.repeat(64)
const OTHER_HASH = 'b'.repeat(64)
const PAGE = {key: HASH, languages: 'eng', text: 'read', confidence: 90}
const FAILED = {type: 'failed', code: 'CORRUPT', message: 'damaged', suggestions: [], rss: 1}

const DEEDS: Record<string, () => unknown> = {
  well: () => undefined,
  leak: () => {
    leaked.push(Buffer.alloc(110 * 1024 * 1024, 1))
  },
  loop: () => {
    for (;;);
  },
  'fill the heap': () => {
    const kept: unknown[] = []
    for (;;) kept.push(new Array(1000).fill(Math.random()))
  },
  'fill memory beside the heap': () => {
    const kept: Buffer[] = []
    for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1))
  },
  'kill itself': () => process.kill(process.pid, 'SIGKILL'),
  abort: () => process.abort(),
  exit: () => process.exit(3),
  'throw a string': () => {
    throw 'no error object'
  },
  'throw later': () => {
    setTimeout(() => {
      throw new Error('uncaught')
    })
    return new Promise(() => {})
  },
  'reject unseen': () => {
    void Promise.reject(new Error('unhandled'))
    return new Promise(() => {})
  },
  'never end': () => new Promise(() => setInterval(() => {}, 1000)),
  'say nothing': () => say(null),
  'say a word': () => say('done'),
  'say an unknown type': () => say({type: 'constructor'}),
  'finish with half an extraction': () => say({type: 'done', extraction: {sha256: HASH}, rss: 1}),
  'finish with text that is none': () =>
    say({type: 'done', extraction: {...extractionOf(''), text: 1}, rss: 1}),
  'fail with a code of its own': () => say({...FAILED, code: 'toString'}),
  'fail as if it were cancelled': () => say({...FAILED, code: 'CANCELLED'}),
  'fail without a message': () => say({...FAILED, message: undefined}),
  'ask without a hash': () => say({type: 'recall', question: 1, key: 'any', sha256: HASH}),
  'keep a page of another file': () => {
    say({type: 'keep', page: {...PAGE, sha256: HASH}})
    return say({type: 'keep', page: {...PAGE, sha256: OTHER_HASH}})
  },
  'finish another file than it asked for': () => {
    say({type: 'recall', question: 1, key: HASH, sha256: OTHER_HASH})
    return say({type: 'done', extraction: extractionOf('other'), rss: 1})
  },
  'start a program and loop': () => {
    const program = spawn('sleep', ['600'], {stdio: 'ignore', env: {PATH: '/usr/bin:/bin'}})
    process.stderr.write(`${program.pid}\n`)
    for (;;);
  },
}

/** Tells the parent so, and waits for what it makes of it. */
function say(message: unknown): Promise<never> {
  process.send?.(message)
  return new Promise(() => setInterval(() => {}, 1000))
}

function extractionOf(text: string): Extraction {
  return {
    sha256: HASH,
    bytes: 1,
    fileType: 'txt',
    text,
    language: null,
    words: 1,
    sections: [],
    profile: null,
    pages: 1,
    ocrPages: 0,
    skippedPages: 0,
    ocrConfidence: null,
    pageReadings: [],
    metadata: {},
    attachments: [],
    warnings: [],
  }
}

serve(async ({path}, onPage) => {
  const [deed = '', word = ''] = String(path).split(':')
  onPage({page: process.pid, pages: 1, method: 'text'})
  await DEEDS[deed]?.()
  return extractionOf(word)
}, new ParentCache(send))
