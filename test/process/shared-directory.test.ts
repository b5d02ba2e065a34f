import {mkdirSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {ats, document, resultOf, startAts} from '../support/ats.ts'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'

const FILES = 40

describe('a directory', () => {
  const temp = useTempDir()
  const makeFolder = () => {
    mkdirSync(temp.file('cvs'))
    for (let at = 0; at < FILES; at += 1)
      writeFileSync(temp.file(`cvs/${at}.txt`), `Ada Lovelace, copy ${at}`)
  }
  const outcomes = async (queue: IngestionQueue, id: string) =>
    (await queue.getFiles(id)).map(({outcome}) => outcome)

  it('is worth waiting for while another worker walks it', async () => {
    makeFolder()
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const walker = new IngestionQueue(temp.file('jobs.db'))
    const id = await queue.enqueue(temp.file('cvs'))
    const [walk] = await walker.claim({workerId: 'walker'})
    const events: string[] = []
    const helper = runWorker({queue, drain: true, concurrency: 1, on: ({type}) => events.push(type)})
    await eventually('the helper finds nothing to do', () => events.includes('worker.idle'))
    await walk?.addFiles([{path: temp.file('cvs/0.txt'), pathBytes: null, fingerprint: 'x'}])
    await eventually('the helper reads what was found', () => events.includes('file.loaded'))
    await walk?.settle({kind: 'walked'}, new Date())
    expect(await helper).to.deep.include({filesLoaded: 1})
    expect((await queue.getJob(id))?.status).to.equal('completed')
    await walker.close()
    await queue.close()
  })

  it('is gone on with when its worker is killed in the middle', async () => {
    makeFolder()
    const {stdout} = await ats(['queue', 'enqueue', 'cvs'], {cwd: temp.path})
    const id = stdout.trim()
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const victim = startAts(['worker', 'run', '--concurrency', '1'], {cwd: temp.path})
    await eventually('the victim is in the middle', async () =>
      (await outcomes(queue, id)).includes('loaded'),
    )
    victim.kill('SIGKILL')
    const heir = await resultOf(startAts(['worker', 'run', '--drain', '--json'], {cwd: temp.path}))
    expect(heir.code).to.equal(0)
    expect(await outcomes(queue, id)).to.deep.equal(Array.from({length: FILES}, () => 'loaded'))
    expect(await queue.getJob(id)).to.deep.include({status: 'completed', retries: 0})
    // No file twice: what the heir loaded is what the victim had left.
    const done = (await queue.getAttempts(id)).filter(({outcome}) => outcome === 'completed')
    expect(done).to.have.length(FILES + 1)
    expect(document<{files_loaded: number}>(heir).files_loaded).to.be.below(FILES)
    expect((await queue.documents.list({limit: 1000})).length).to.equal(FILES)
    await queue.close()
  })
})
