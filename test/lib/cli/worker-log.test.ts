import {expect} from 'chai'
import type {LogFormat} from '#lib/cli/event-log.js'
import {WorkerBoard} from '#lib/cli/worker-board.js'
import {createWorkerLog} from '#lib/cli/worker-log.js'
import type {WorkerEvent} from '#lib/model/events.js'

const NOW = new Date('2026-11-23T18:00:00.123Z')

const FAILED: WorkerEvent = {
  type: 'file.failed',
  jobId: 'job-1',
  path: '/srv/cvs',
  filePath: '/srv/cvs/\u001b[2Jevil\nname="x".pdf',
  code: 'CORRUPT',
  message: 'is\ndamaged',
  durationMs: 12,
}

function logged(format: LogFormat, verbose: boolean, ...events: WorkerEvent[]): string {
  let text = ''
  const log = createWorkerLog({format, verbose, now: () => NOW, write: (line) => (text += line)})
  for (const event of events) log(event)
  return text
}

describe('the log of a worker', () => {
  it('is a line an event, whatever a file is called', () => {
    expect(logged('text', false, FAILED)).to.equal(
      '2026-11-23T18:00:00.123Z ERROR file.failed job_id=job-1 path=/srv/cvs ' +
        'file_path="/srv/cvs/\\e[2Jevil\\nname=\\"x\\".pdf" code=CORRUPT message=is\\ndamaged duration_ms=12\n',
    )
  })

  it('is JSON where asked, names as they are', () => {
    const line = logged('json', false, FAILED)
    expect(line.trimEnd()).to.match(/^[\x20-\x7e]*$/)
    expect(JSON.parse(line)).to.include({
      time: NOW.toISOString(),
      level: 'error',
      event: 'file.failed',
      file_path: '/srv/cvs/\u001b[2Jevil\nname="x".pdf',
    })
  })

  it('tells of each claim once: of the job, and of each file in a folder', () => {
    const started = (filePath: string): WorkerEvent => ({
      type: 'file.started',
      jobId: 'job-1',
      path: '/cvs',
      filePath,
      attempt: 1,
    })
    expect(logged('text', false, started('/cvs'))).to.equal('')
    expect(logged('text', false, started('/cvs/a.pdf'))).to.contain('INFO  file.started')
  })

  it('tells pages only when it is verbose', () => {
    const page: WorkerEvent = {
      type: 'page.read',
      jobId: 'job-1',
      path: '/a.pdf',
      filePath: '/a.pdf',
      page: 1,
      pages: 2,
      method: 'ocr',
    }
    expect(logged('text', false, page)).to.equal('')
    expect(logged('text', true, page)).to.contain('DEBUG page.read job_id=job-1 path=/a.pdf page=1 pages=2')
  })
})

describe('the board of a worker', () => {
  it('keeps what ended and forgets it', () => {
    const board = new WorkerBoard(() => 0)
    const job = {jobId: 'job-1', path: '/srv/cvs'}
    board.apply({type: 'job.claimed', attempt: 1, retries: 0, ...job})
    board.apply({type: 'job.walked', files: 2, hidden: 0, ignored: 0, links: 0, others: 0, ...job})
    board.apply({type: 'file.started', attempt: 1, filePath: '/srv/cvs/a.pdf', ...job})
    board.apply({type: 'page.read', filePath: '/srv/cvs/a.pdf', page: 1, pages: 3, method: 'text', ...job})
    expect(board.jobs.get('job-1')?.reading.get('/srv/cvs/a.pdf')).to.equal('page 1 of 3')
    const [failed] = board.apply(FAILED)
    expect(failed).to.deep.equal({
      kind: 'failed',
      text: '/srv/cvs/\\e[2Jevil\\nname="x".pdf  CORRUPT  is\\ndamaged',
    })
    const [completed] = board.apply({type: 'job.completed', result: null, durationMs: 5, ...job})
    expect(completed).to.deep.equal({kind: 'completed', text: '/srv/cvs  1 failed of 2  0.0 s'})
    expect(board.jobs.size).to.equal(0)
    expect(board.headline).to.contain('1 done')
  })

  it('says when it waits', () => {
    const board = new WorkerBoard(() => 0)
    board.apply({type: 'worker.idle', pending: 0, paused: false})
    expect(board.headline).to.equal('waiting for jobs · 0 done')
    board.apply({type: 'worker.idle', pending: 3, paused: true})
    expect(board.headline).to.equal('the queue is paused · 0 done')
  })
})
