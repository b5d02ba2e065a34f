/** Enqueues ten times a second until it is told to end, and tells the longest time that one took, in milliseconds. */
import {setTimeout as sleep} from 'node:timers/promises'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'

const queue = new IngestionQueue(process.argv[2] ?? '', {busyTimeoutMs: 600_000})
let isOver = false
let longest = 0
process.on('message', () => {
  isOver = true
})

await queue.enqueue('/elsewhere/0.pdf')
process.send?.('ready')
for (let i = 1; !isOver; i += 1) {
  const start = performance.now()
  await queue.enqueue(`/elsewhere/${i}.pdf`)
  longest = Math.max(longest, performance.now() - start)
  await sleep(100)
}
await queue.close()
process.send?.(longest, () => process.disconnect())
