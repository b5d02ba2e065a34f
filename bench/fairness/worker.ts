// One of the workers: says `ready`, waits for `go`, works, and tells what each settlement took.
import {once} from 'node:events'
import {openDatabase} from '#lib/store/sqlite/open-database.js'
import {SqliteClaims} from '#lib/store/sqlite/sqlite-claims.js'

export interface Tally {
  jobs: number
  /** Milliseconds that the first claim and each settlement took. */
  waits: number[]
}

const [manner, path = '', seconds] = process.argv.slice(2)
const connection = await openDatabase({path, create: false, busyTimeoutMs: 60_000})
// As a connection that is opened with a time-out does: SQLite waits by itself, and the process with it.
if (manner === 'busy handler') connection.pragma('busy_timeout = 60000')
const claims = new SqliteClaims(connection, () => undefined)
process.send?.('ready')
await once(process, 'message')
const waits = await work(performance.now() + Number(seconds) * 1000)
process.send?.({jobs: waits.length - 1, waits} satisfies Tally)
connection.close()
process.disconnect()

async function work(until: number): Promise<number[]> {
  const started = performance.now()
  const request = () => ({workerId: `bench-${process.pid}`, limit: 1, now: new Date()})
  let [claim] = await claims.claim(request())
  const waits = [performance.now() - started]
  while (claim && performance.now() < until) {
    const begun = performance.now()
    const {next} = await claim.settle({kind: 'completed', result: null}, new Date(), request())
    waits.push(performance.now() - begun)
    claim = next[0]
  }
  return waits
}
