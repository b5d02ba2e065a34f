import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import {ats, document} from '../support/ats.ts'
import {eventually} from '../support/eventually.ts'
import {LoggedWorker} from '../support/logged-worker.ts'
import {canMakeSmallDisk, SmallDisk} from '../support/small-disk.ts'
import {useTempDir} from '../support/temp-dir.ts'

describe('ats watch', () => {
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
  const watch = (...args: string[]) => {
    const watcher = new LoggedWorker(
      {cwd: temp.path, env: {ATS_POLL_INTERVAL: '0.3', ATS_SETTLE: '200ms'}},
      args.length === 0 ? ['in'] : args,
      ['watch'],
    )
    started.push(watcher)
    return watcher
  }
  const enqueued = (watcher: LoggedWorker) =>
    watcher.events
      .filter(({event}) => event === 'watch.enqueued')
      .map(({path}) => String(path).slice(temp.file('in/').length))
      .sort()
  const sees = (watcher: LoggedWorker, name: string) =>
    watcher.until('watch.enqueued', {path: temp.file(`in/${name}`)})
  const jobs = async () =>
    document<{file_path: string; status: string}[]>(await ats(['queue', 'list', '--json'], {cwd: temp.path}))
  const work = async () =>
    expect((await ats(['worker', 'run', '--drain'], {cwd: temp.path})).code).to.equal(0)

  it('enqueues what is there and what comes, each file once, below folders that come too', async () => {
    write('in/there.txt')
    const watcher = watch()
    await sees(watcher, 'there.txt')
    write('in/comes.txt')
    write('outside.txt')
    renameSync(temp.file('outside.txt'), temp.file('in/renamed.txt'))
    mkdirSync(temp.file('in/new/deep'), {recursive: true})
    write('in/new/deep/file.txt')
    for (const name of ['comes.txt', 'renamed.txt', 'new/deep/file.txt']) await sees(watcher, name)
    expect(await watcher.stop()).to.equal(0)
    expect(enqueued(watcher)).to.deep.equal(['comes.txt', 'new/deep/file.txt', 'renamed.txt', 'there.txt'])
    expect(await jobs()).to.have.length(4)
  })

  it('enqueues nothing twice after it was killed, but what has changed meanwhile', async () => {
    for (const name of ['a.txt', 'b.txt']) write(`in/${name}`)
    const first = watch()
    for (const name of ['a.txt', 'b.txt']) await sees(first, name)
    first.signal('SIGKILL')
    await first.ended()
    appendFileSync(temp.file('in/b.txt'), 'And more.\n')
    write('in/c.txt')
    const second = watch()
    for (const name of ['b.txt', 'c.txt']) await sees(second, name)
    expect(await second.stop()).to.equal(0)
    expect(enqueued(second)).to.deep.equal(['b.txt', 'c.txt'])
    expect(await jobs()).to.have.length(4)
  })

  it('does no harm with a second one beside it', async () => {
    const watchers = [watch(), watch()]
    for (const watcher of watchers) await watcher.until('watch.started')
    const names = Array.from({length: 20}, (_, i) => `${i}.txt`)
    for (const name of names) write(`in/${name}`)
    const all = () => watchers.flatMap(enqueued)
    await eventually('all files are enqueued', () => all().length >= names.length)
    for (const watcher of watchers) expect(await watcher.stop()).to.equal(0)
    expect(all().sort()).to.deep.equal(names.sort())
    expect(await jobs()).to.have.length(names.length)
  })

  it('leaves alone what is hidden, partial or named by an .atsignore', async () => {
    write('in/.atsignore', '*.log\n/private/\n')
    mkdirSync(temp.file('in/private'))
    const others = [
      '.hidden.txt',
      'cv.pdf.part',
      'cv.pdf.crdownload',
      '~$cv.docx',
      'x.tmp',
      'x.log',
      'private/cv.txt',
    ]
    const watcher = watch()
    await watcher.until('watch.started')
    for (const name of others) write(`in/${name}`)
    write('in/last.txt')
    await sees(watcher, 'last.txt')
    renameSync(temp.file('in/cv.pdf.part'), temp.file('in/cv.txt'))
    await sees(watcher, 'cv.txt')
    expect(await watcher.stop()).to.equal(0)
    expect(enqueued(watcher)).to.deep.equal(['cv.txt', 'last.txt'])
  })

  it('puts files away when their jobs have ended, overwrites nothing and watches no target', async () => {
    mkdirSync(temp.file('in/sub'))
    mkdirSync(temp.file('in/done'))
    write('in/done/good.txt', 'of yesterday\n')
    write('in/good.txt')
    write('in/sub/deep.txt')
    write('in/bad.pdf', '%PDF-1.4 and nothing more')
    const watcher = watch('in', '--done-dir', 'in/done', '--failed-dir', 'failed')
    for (const name of ['good.txt', 'sub/deep.txt', 'bad.pdf']) await sees(watcher, name)
    expect(existsSync(temp.file('in/good.txt'))).to.equal(true)
    await work()
    await watcher.until('watch.moved', {path: temp.file('in/good.txt'), to: temp.file('in/done/good-1.txt')})
    await watcher.until('watch.moved', {
      path: temp.file('in/sub/deep.txt'),
      to: temp.file('in/done/sub/deep.txt'),
    })
    const bad = {path: temp.file('in/bad.pdf'), to: temp.file('failed/bad.pdf'), code: 'CORRUPT'}
    await watcher.until('watch.moved', bad)
    write('in/last.txt')
    await sees(watcher, 'last.txt')
    expect(await watcher.stop()).to.equal(0)
    expect(enqueued(watcher)).to.deep.equal(['bad.pdf', 'good.txt', 'last.txt', 'sub/deep.txt'])
    expect(readdirSync(temp.file('in/done')).sort()).to.deep.equal(['good-1.txt', 'good.txt', 'sub'])
    expect(readFileSync(temp.file('in/done/good.txt'), 'utf8')).to.equal('of yesterday\n')
  })

  it('lets a document be found, and its file be had, by the path that it was moved to', async () => {
    write('in/good.txt')
    const watcher = watch('in', '--done-dir', 'done')
    await sees(watcher, 'good.txt')
    await work()
    await watcher.until('watch.moved')
    const get = (path: string, ...flags: string[]) =>
      ats(['documents', 'get', path, ...flags], {cwd: temp.path})
    const moved = await eventually('the new path is known', async () => {
      const found = await get('done/good.txt', '--json')
      return found.code === 0 && document<{paths: string[]}>(found)
    })
    expect(moved.paths).to.deep.equal([temp.file('in/good.txt'), temp.file('done/good.txt')])
    expect((await get('in/good.txt', '--original')).stdout).to.equal('The life of in/good.txt.\n')
  })

  it('deletes what is done, and not what has failed or has changed', async () => {
    write('in/good.txt')
    write('in/changed.txt')
    write('in/bad.pdf', '%PDF-1.4 and nothing more')
    const first = watch()
    for (const name of ['good.txt', 'changed.txt', 'bad.pdf']) await sees(first, name)
    expect(await first.stop()).to.equal(0)
    await work()
    appendFileSync(temp.file('in/changed.txt'), 'And more.\n')
    const watcher = watch('in', '--delete-done', '--settle', '1h')
    await watcher.until('watch.deleted', {path: temp.file('in/good.txt')})
    await watcher.until('watch.left', {path: temp.file('in/changed.txt')})
    expect(await watcher.stop()).to.equal(0)
    expect(readdirSync(temp.file('in')).sort()).to.deep.equal(['bad.pdf', 'changed.txt'])
  })

  it('takes a file in whose job was cleared before it was done, and no file whose job was done', async () => {
    write('in/done.txt')
    const first = watch()
    await sees(first, 'done.txt')
    await work()
    write('in/pending.txt')
    await sees(first, 'pending.txt')
    expect(await first.stop()).to.equal(0)
    expect((await ats(['queue', 'clear', '--yes'], {cwd: temp.path})).code).to.equal(0)
    const second = watch()
    await sees(second, 'pending.txt')
    expect(await second.stop()).to.equal(0)
    expect(enqueued(second)).to.deep.equal(['pending.txt'])
  })

  it('deletes nothing that was read only in part', async () => {
    write('in/part.rtf', '{\\rtf1\\ansi Ada Beispiel\\par {\\b Pilot')
    write('in/whole.txt')
    const watcher = watch('in', '--delete-done')
    for (const name of ['part.rtf', 'whole.txt']) await sees(watcher, name)
    await work()
    await watcher.until('watch.deleted', {path: temp.file('in/whole.txt')})
    await watcher.until('watch.left', {
      path: temp.file('in/part.rtf'),
      message: 'it was read only in part (SALVAGED)',
    })
    expect(await watcher.stop()).to.equal(0)
    expect(readdirSync(temp.file('in'))).to.deep.equal(['part.rtf'])
  })

  it('keeps of a path what nobody can tell without the key of the database', async () => {
    write('in/anna-nowak.txt')
    const watcher = watch()
    await sees(watcher, 'anna-nowak.txt')
    expect(await watcher.stop()).to.equal(0)
    const hash = createHash('sha256').update(temp.file('in/anna-nowak.txt')).digest('hex')
    const database = new Database(temp.file('jobs.db'), {readonly: true})
    const [row] = database.prepare('SELECT path_hmac FROM watched_files').pluck().all()
    database.close()
    expect(row)
      .to.match(/^[0-9a-f]{64}$/)
      .and.not.equal(hash)
  })

  if (canMakeSmallDisk()) {
    it('moves across file systems', async () => {
      mkdirSync(temp.file('disk'))
      write('in/cv.txt', 'A long life.\n')
      const disk = await SmallDisk.mount(temp.file('disk'), 1_000_000)
      try {
        const watcher = new LoggedWorker(
          {cwd: temp.path, via: disk.via},
          ['../in', '--settle', '100ms', '--done-dir', '.', '--db', '../jobs.db'],
          ['watch'],
        )
        started.push(watcher)
        await sees(watcher, 'cv.txt')
        await work()
        await watcher.until('watch.moved', {path: temp.file('in/cv.txt')})
        expect(await watcher.stop()).to.equal(0)
        const [program = '', ...words] = [...disk.via, 'cat', 'cv.txt']
        expect(spawnSync(program, words, {encoding: 'utf8'}).stdout).to.equal('A long life.\n')
        expect(readdirSync(temp.file('in'))).to.deep.equal([])
      } finally {
        await disk.unmount()
      }
    })
  }

  it('looks again at a folder that was away', async () => {
    const watcher = watch()
    await watcher.until('watch.started')
    renameSync(temp.file('in'), temp.file('away'))
    await watcher.until('watch.unreachable', {folder: temp.file('in')})
    renameSync(temp.file('away'), temp.file('in'))
    write('in/a.txt')
    await sees(watcher, 'a.txt')
    expect(await watcher.stop()).to.equal(0)
  })

  it('tells in the end what it has done, by either signal', async () => {
    write('in/a.txt')
    const watcher = watch()
    await sees(watcher, 'a.txt')
    watcher.signal('SIGINT')
    expect(await watcher.ended()).to.equal(0)
    expect(watcher.saw('watch.stopping')).to.equal(true)
    expect(watcher.saw('watch.stopped', {enqueued: 1, moved: 0, deleted: 0})).to.equal(true)
  })

  it('refuses to put files away where they come from, under any name', async () => {
    symlinkSync(temp.file('in'), temp.file('link'))
    for (const target of ['in', 'link', '.']) {
      const {code, stderr} = await ats(['watch', 'in', '--done-dir', target], {cwd: temp.path})
      expect(code, target).to.equal(2)
      expect(stderr, target).to.include('is watched')
    }
  })

  it('refuses what is no folder', async () => {
    write('file.txt')
    const run = (...args: string[]) => ats(['watch', ...args], {cwd: temp.path})
    const [nothing, missing, file] = [await run(), await run('nowhere'), await run('file.txt')]
    expect([nothing.code, missing.code, file.code]).to.deep.equal([2, 3, 2])
    expect(missing.stderr).to.contain(temp.file('nowhere'))
    expect(existsSync(temp.file('jobs.db'))).to.equal(false)
  })
})
