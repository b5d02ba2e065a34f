import {chmodSync, mkdirSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {checkFileSystem} from '#lib/doctor/database-checks.js'
import {examineMachine} from '#lib/doctor/examine-machine.js'
import {fileSystemOf} from '#lib/doctor/file-system.js'
import {describeMachine, type Machine} from '#lib/doctor/machine.js'
import {checkMemory} from '#lib/doctor/program-checks.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ChildWorker} from '../../support/child-worker.ts'
import {eventually} from '../../support/eventually.ts'
import {useTempDir} from '../../support/temp-dir.ts'

const GIB = 1024 ** 3

describe('examineMachine', () => {
  const temp = useTempDir()
  const find = async (check: string, known: Partial<Machine> = {}) => {
    const findings = await examineMachine({database: temp.file('jobs.db'), ...known})
    return findings.find((finding) => finding.check === check)
  }
  const make = async () => {
    const queue = await new IngestionQueue(temp.file('jobs.db')).open()
    await queue.close()
  }

  it('finds nothing wrong with a good machine', async () => {
    await make()
    const findings = await examineMachine({
      database: temp.file('jobs.db'),
      concurrency: 1,
      memoryBytes: 8 * GIB,
    })
    const wrong = findings.filter(({verdict}) => verdict !== 'ok').map(({check}) => check)
    // The temporary directory of this machine may be in memory, and its disk nearly full.
    expect(wrong.filter((check) => check !== 'file_system' && check !== 'space')).to.deep.equal([])
    expect(findings.map(({check}) => check)).to.include.members(['node', 'sqlite', 'wal', 'locks'])
  })

  it('refuses an old Node.js', async () => {
    expect(await find('node', {nodeVersion: '22.12.0'})).to.include({verdict: 'fail'})
    expect(await find('node', {nodeVersion: '22.13.0'})).to.include({verdict: 'ok'})
    expect(await find('node', {nodeVersion: '20.20.1'})).to.include({verdict: 'fail'})
  })

  it('names the language that is not installed', async () => {
    const finding = await find('languages', {languages: ['eng', 'tlh']})
    expect(finding).to.include({verdict: 'fail', message: 'OCR language "tlh" is not installed'})
    expect(finding?.advice).to.contain('npm install')
  })

  it('tries the temporary directory', async () => {
    const finding = await find('temp', {temporaryDirectory: temp.file('nowhere')})
    expect(finding).to.include({verdict: 'fail'})
    expect(finding?.advice).to.contain('TMPDIR')
  })

  it('says how many files fit into memory', () => {
    const machine = (memoryBytes: number, concurrency: number) =>
      checkMemory(describeMachine({database: 'jobs.db', memoryBytes, concurrency, memoryMbPerFile: 1024}))
    expect(machine(4 * GIB, 3).verdict).to.equal('ok')
    expect(machine(4 * GIB, 4)).to.include({
      verdict: 'warn',
      advice: 'Read fewer files at once: ats worker run --concurrency 3',
    })
    expect(machine(0.5 * GIB, 1).advice).to.contain('--max-memory 362')
  })

  it('warns where everybody may open the database', async () => {
    await make()
    chmodSync(temp.file('jobs.db'), 0o640)
    expect(await find('privacy')).to.include({verdict: 'ok'})
    chmodSync(temp.file('jobs.db'), 0o644)
    expect(await find('privacy')).to.deep.include({
      verdict: 'warn',
      advice: `chmod 600 ${temp.file('jobs.db')}`,
    })
  })

  it('takes a database that is not there yet for no fault, and a place where none can be for one', async () => {
    expect(await find('file')).to.include({verdict: 'warn'})
    expect(await find('directory', {database: temp.file('nowhere/jobs.db')})).to.include({verdict: 'fail'})
    writeFileSync(temp.file('a-file'), '')
    expect(await find('directory', {database: temp.file('a-file/jobs.db')})).to.include({verdict: 'fail'})
    mkdirSync(temp.file('dir.db'))
    expect(await find('file', {database: temp.file('dir.db')})).to.include({verdict: 'fail'})
  })

  it('tells what the database says when it is opened', async () => {
    writeFileSync(temp.file('jobs.db'), 'not a database at all, but long enough to look at'.repeat(20))
    const finding = await find('database')
    expect(finding).to.include({
      verdict: 'fail',
      message: `${temp.file('jobs.db')} is not a database of ats`,
    })
  })

  it('misses a worker when jobs wait, finds the dead one and the lock of one that nobody knows', async () => {
    const queue = new IngestionQueue(temp.file('jobs.db'))
    await queue.enqueue('/a')
    expect(await find('workers')).to.include({verdict: 'warn', advice: 'Start one: ats worker run'})
    const worker = new ChildWorker({
      database: temp.file('jobs.db'),
      handler: 'await new Promise(() => setInterval(() => {}, 1000))',
    })
    await eventually('the worker has the job', () => worker.saw('job.claimed'))
    expect(await find('workers')).to.include({verdict: 'ok', message: '1 is alive'})
    expect(await find('locks')).to.include({verdict: 'ok'})
    await worker.kill('SIGKILL')
    expect((await find('workers'))?.message).to.match(/ died; jobs and files it had in hand: 1$/)
    expect(await find('locks')).to.include({verdict: 'ok'})
    writeFileSync(temp.file('jobs.db-workers/stray.lock'), '')
    expect((await find('locks'))?.advice).to.equal(`rm ${temp.file('jobs.db-workers/stray.lock')}`)
    await queue.pause()
    await queue.close()
  })

  describe('of file systems', () => {
    const MOUNTS = [
      'overlay / overlay rw,relatime 0 0',
      '/dev/sda1 /data ext4 rw 0 0',
      'server:/export /data/nfs nfs4 rw 0 0',
      '//server/share /mnt/two\\040words cifs rw 0 0',
      'tmpfs /run tmpfs rw 0 0',
      'ada@host: /home/ada/far fuse.sshfs rw 0 0',
      '/dev/sdb1 /media/usb fuse.exfat rw 0 0',
      'tmpfs /data/again tmpfs rw 0 0',
      '/dev/sdc1 /data/again xfs rw 0 0',
    ].join('\n')

    const kinds: [path: string, type: string, kind: string][] = [
      ['/srv', 'overlay', 'overlay'],
      ['/data', 'ext4', 'local'],
      ['/data/nfs/ats', 'nfs4', 'network'],
      ['/data/nfsx', 'ext4', 'local'],
      ['/mnt/two words/ats', 'cifs', 'network'],
      ['/run/ats', 'tmpfs', 'memory'],
      ['/home/ada/far', 'fuse.sshfs', 'network'],
      ['/media/usb', 'fuse.exfat', 'local'],
      ['/data/again/ats', 'xfs', 'local'],
    ]
    for (const [path, type, kind] of kinds) {
      it(`tells that ${path} is on ${type}, ${kind}`, () => {
        expect(fileSystemOf(path, MOUNTS)).to.include({type, kind})
      })
    }

    it('warns of those that a database is not safe on', () => {
      const verdictOn = (type: string) => checkFileSystem(temp.path, `x / ${type} rw 0 0`).verdict
      expect(['nfs', 'overlay', 'tmpfs', 'ext4'].map(verdictOn)).to.deep.equal(['warn', 'warn', 'warn', 'ok'])
      expect(checkFileSystem(temp.path, undefined).verdict).to.equal('ok')
    })
  })
})
