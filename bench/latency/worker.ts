// A worker process: says `ready`, and then how long each job waited, in milliseconds.
import {type Kind, startWorker} from './queues.ts'

const [kind, location = ''] = process.argv.slice(2)
await startWorker(kind as Kind, location, (at) => {
  process.send?.(performance.timeOrigin + performance.now() - at)
})
process.send?.('ready')
