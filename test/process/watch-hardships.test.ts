import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats, startAts} from '../support/ats.ts'
import {eventually} from '../support/eventually.ts'
import {LoggedWorker} from '../support/logged-worker.ts'
import {canMakeSmallDisk, SmallDisk} from '../support/small-disk.ts'
import {useTempDir} from '../support/temp-dir.ts'

describe('ats watch in hardships', function () {
  this.timeout(240_000)
  const temp = useTempDir()
  const started: LoggedWorker[] = []
  beforeEach(() => mkdirSync(temp.file('in')))
  afterEach(async () => {
    for (const watcher of started.splice(0)) {
      watcher.signal('SIGKILL')
      await watcher.ended()
    }
  })

  const write = (name: string, text = `The life of ${name}.\n`) => writeFileSync(temp.file(name), text)
  const watch = (args: readonly string[] = [], env: Record<string, string> = {}) => {
    const watcher = new LoggedWorker(
      {cwd: temp.path, env: {ATS_POLL_INTERVAL: '0.3', ATS_SETTLE: '200ms', ...env}},
      ['in', ...args],
      ['watch'],
    )
    started.push(watcher)
    return watcher
  }
  const jobPaths = async () => {
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const jobs = await queue.getAllJobs({limit: 100_000})
    await queue.close()
    return jobs.map(({filePath}) => filePath)
  }
  const work = async () =>
    expect((await ats(['worker', 'run', '--drain', '--disable-ocr'], {cwd: temp.path})).code).to.equal(0)

  it('loses none and enqueues none twice, killed at any moment', async () => {
    const names = Array.from({length: 60}, (_, i) => `in/${i}.txt`)
    for (const [at, name] of names.entries()) {
      write(name)
      if (at % 12 !== 11) continue
      const watcher = watch(['--done-dir', 'done'])
      const worker = startAts(['worker', 'run', '--drain', '--disable-ocr'], {
        cwd: temp.path,
        stdio: 'ignore',
      })
      await sleep(300 + 70 * (at % 7))
      watcher.signal('SIGKILL')
      await watcher.ended()
      // A job that three workers died over would count as failed.
      worker.kill('SIGTERM')
    }
    const last = watch(['--done-dir', 'done'])
    await eventually('all are enqueued', async () => (await jobPaths()).length >= names.length)
    await work()
    await eventually(
      'all are put away',
      () => existsSync(temp.file('done')) && readdirSync(temp.file('done')).length >= names.length,
    )
    expect(await last.stop()).to.equal(0)
    const paths = await jobPaths()
    expect([paths.length, new Set(paths).size]).to.deep.equal([names.length, names.length])
    expect(readdirSync(temp.file('done')).sort()).to.deep.equal(names.map((name) => name.slice(3)).sort())
    expect(readdirSync(temp.file('in'))).to.deep.equal([])
  })

  it('waits for a file that grows, and takes it whole', async () => {
    const watcher = watch([], {ATS_SETTLE: '1s'})
    await watcher.until('watch.started')
    let text = ''
    for (let i = 0; i < 12; i += 1) {
      text += `Line ${i} of a long life\n`
      write('in/grows.txt', text)
      await sleep(200)
      expect(watcher.saw('watch.enqueued')).to.equal(false)
    }
    await watcher.until('watch.enqueued')
    expect(await watcher.stop()).to.equal(0)
    await work()
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const [found] = await queue.documents.list()
    await queue.close()
    expect(found?.text).to.include('Line 11')
  })

  it('takes in two thousand at once', async () => {
    for (let i = 0; i < 2_000; i += 1) write(`in/${i}.txt`, `${i}`)
    const watcher = watch()
    const areAllEnqueued = async () => {
      await sleep(1_000)
      return (await jobPaths()).length >= 2_000
    }
    await eventually('all are enqueued', areAllEnqueued, 200_000)
    expect(await watcher.stop()).to.equal(0)
    expect(new Set(await jobPaths()).size).to.equal(2_000)
  })

  it('follows no link out of the folder, and neither link nor file twice', async () => {
    mkdirSync(temp.file('secret'))
    write('secret/key.txt')
    write('in/a.txt')
    symlinkSync(temp.file('secret/key.txt'), temp.file('in/key.txt'))
    symlinkSync(temp.file('secret'), temp.file('in/folder'))
    symlinkSync(temp.file('in'), temp.file('in/circle'))
    symlinkSync(temp.file('nowhere'), temp.file('in/dangling.txt'))
    const watcher = watch()
    await watcher.until('watch.enqueued', {path: temp.file('in/a.txt')})
    write('in/z.txt')
    await watcher.until('watch.enqueued', {path: temp.file('in/z.txt')})
    expect(await watcher.stop()).to.equal(0)
    expect((await jobPaths()).sort()).to.deep.equal(['in/a.txt', 'in/z.txt'].map((name) => temp.file(name)))
  })

  it('obeys an .atsignore with negations, comments, nested rules and folders', async () => {
    for (const folder of ['keep', 'drop/kept', 'deep/er'])
      mkdirSync(temp.file(`in/${folder}`), {recursive: true})
    write(
      'in/.atsignore',
      ['# drafts', '*.txt', '!cv-*.txt', '\\#real.md', 'drop/', '!drop/kept', '/top.md', ''].join('\r\n'),
    )
    write('in/deep/.atsignore', '!note.txt\ncv-old.txt\n')
    const taken = [
      'cv-a.txt',
      'keep/cv-b.txt',
      'deep/note.txt',
      'deep/er/note.txt',
      'deep/top.md',
      'other.md',
    ]
    const left = [
      'a.txt',
      '#real.md',
      'drop/cv-c.txt',
      'drop/kept/cv-d.txt',
      'top.md',
      'deep/er/cv-old.txt',
      'keep/note.txt',
    ]
    for (const name of [...taken, ...left]) write(`in/${name}`)
    const watcher = watch()
    for (const name of taken) await watcher.until('watch.enqueued', {path: temp.file(`in/${name}`)})
    await sleep(600)
    expect(await watcher.stop()).to.equal(0)
    expect((await jobPaths()).sort()).to.deep.equal(taken.map((name) => temp.file(`in/${name}`)).sort())
  })

  it('gives each of many files of one name a name of its own', async () => {
    const folders = ['a', 'b', 'c', 'd']
    for (const folder of folders) {
      mkdirSync(temp.file(`in/${folder}`))
      write(`in/${folder}/cv.txt`, `The life of ${folder}`)
    }
    mkdirSync(temp.file('done/a'), {recursive: true})
    for (const name of ['cv.txt', 'cv-1.txt', 'cv-2.txt']) write(`done/a/${name}`, 'older')
    const watcher = watch(['--done-dir', 'done'])
    for (const folder of folders)
      await watcher.until('watch.enqueued', {path: temp.file(`in/${folder}/cv.txt`)})
    await work()
    await watcher.until('watch.moved', {path: temp.file('in/a/cv.txt'), to: temp.file('done/a/cv-3.txt')})
    for (const folder of folders.slice(1))
      await watcher.until('watch.moved', {to: temp.file(`done/${folder}/cv.txt`)})
    expect(await watcher.stop()).to.equal(0)
    expect(readFileSync(temp.file('done/a/cv-3.txt'), 'utf8')).to.equal('The life of a')
  })

  if (canMakeSmallDisk()) {
    it('leaves a file whole where it is while there is no room for it, and moves it then', async () => {
      mkdirSync(temp.file('disk'))
      const text = 'A long life.\n'.repeat(20_000)
      write('in/cv.txt', text)
      const disk = await SmallDisk.mount(temp.file('disk'), 1_000_000)
      try {
        disk.fill()
        const watcher = new LoggedWorker(
          {cwd: temp.path, via: disk.via},
          ['../in', '--settle', '100ms', '--done-dir', '.', '--db', '../jobs.db'],
          ['watch'],
        )
        started.push(watcher)
        await watcher.until('watch.enqueued')
        await work()
        await watcher.until('watch.left', {path: temp.file('in/cv.txt')})
        expect(readFileSync(temp.file('in/cv.txt'), 'utf8')).to.equal(text)
        disk.makeRoom()
        await watcher.until('watch.moved', {path: temp.file('in/cv.txt')})
        expect(await watcher.stop()).to.equal(0)
        expect(readdirSync(temp.file('in'))).to.deep.equal([])
      } finally {
        await disk.unmount()
      }
    })
  }

  it('puts away what comes by a rename over what it has taken in, as another file', async () => {
    write('in/cv.txt', 'The first life')
    const watcher = watch(['--done-dir', 'done'])
    await watcher.until('watch.enqueued')
    write('outside.txt', 'The second life, longer')
    renameSync(temp.file('outside.txt'), temp.file('in/cv.txt'))
    await eventually('both are enqueued', () => watcher.count('watch.enqueued') === 2)
    await work()
    await watcher.until('watch.moved')
    expect(await watcher.stop()).to.equal(0)
    expect(readFileSync(temp.file('done/cv.txt'), 'utf8')).to.equal('The second life, longer')
  })
})
