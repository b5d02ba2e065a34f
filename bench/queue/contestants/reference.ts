import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import type {Contestant, Entry} from './contestant.ts'

const SCRIPT = fileURLToPath(new URL('reference.py', import.meta.url))

/** @returns undefined where there is no python3 with its sqlite3 */
export function reference(): Entry | undefined {
  const versions = findPython()
  return (
    versions && {name: 'Python reference', versions, open: (folder) => open(join(folder, 'reference.db'))}
  )
}

function findPython(): Record<string, string> | undefined {
  const program = 'import sqlite3, sys; print(sys.version.split()[0], sqlite3.sqlite_version)'
  try {
    const [python = '?', sqlite = '?'] = execFileSync('python3', ['-c', program], {encoding: 'utf8'})
      .trim()
      .split(' ')
    return {Python: python, "Python's SQLite": sqlite}
  } catch {
    return undefined
  }
}

/** It measures itself; only the orders and the figures go through the pipes. */
async function open(path: string): Promise<Contestant> {
  const child = spawn('python3', [SCRIPT, path], {stdio: ['pipe', 'pipe', 'inherit']})
  const lines = createInterface({input: child.stdout})
  const call = async (order: string): Promise<number> => {
    child.stdin.write(`${order}\n`)
    const [line] = await once(lines, 'line')
    return JSON.parse(line).ms
  }
  await once(lines, 'line')
  return {
    async enqueue(count) {
      await call(`enqueue ${count}`)
    },
    async enqueueMany(count) {
      await call(`many ${count}`)
    },
    work: (count) => call(`work ${count}`),
    async close() {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}
