// An extractor child that does what the name of the file says, the way a file that is made for it would.
import {spawn} from 'node:child_process'
import {ParentCache} from '#lib/extract/child/parent-cache.js'
import {send, serve} from '#lib/extract/child/serve.js'
import type {Extraction} from '#lib/model/extraction.js'

/** Survives from file to file, as a leak does. */
const leaked: Buffer[] = []

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
  'start a program and loop': () => {
    const program = spawn('sleep', ['600'], {stdio: 'ignore', env: {PATH: '/usr/bin:/bin'}})
    process.stderr.write(`${program.pid}\n`)
    for (;;);
  },
}

serve(async ({path}, onPage) => {
  const [deed = '', word = ''] = String(path).split(':')
  onPage({page: process.pid, pages: 1, method: 'text'})
  await DEEDS[deed]?.()
  return {text: word, sha256: String(process.pid)} as Extraction
}, new ParentCache(send))
