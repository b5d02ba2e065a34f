import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {type AtsResult, ats, document} from '../../support/ats.ts'
import {LoggedWorker} from '../../support/logged-worker.ts'
import {canMakeSmallDisk, SmallDisk} from '../../support/small-disk.ts'
import {useTempDir} from '../../support/temp-dir.ts'

interface JobDocument {
  job_id: string
  status: string
}

if (canMakeSmallDisk()) {
  describe('a full disk', () => {
    const temp = useTempDir()
    let disk: SmallDisk
    beforeEach(async () => {
      writeFileSync(temp.file('ada.txt'), 'Ada Example\nEngineer\n')
      disk = await SmallDisk.mount(temp.path, 2 * 1024 * 1024)
      disk.shell("printf 'Ada Example\\nEngineer\\n' > ada.txt")
    })
    afterEach(() => disk.unmount())
    const run = (...args: string[]) => ats(args, {cwd: temp.path, via: disk.via})
    const idOf = ({stdout}: AtsResult) => stdout.trim()
    const jobs = async () => document<JobDocument[]>(await run('queue', 'list', '--json'))

    it('refuses to enqueue, says why, and loses nothing that was acknowledged', async () => {
      const first = idOf(await run('queue', 'enqueue', 'ada.txt'))
      const worker = new LoggedWorker({cwd: temp.path, via: disk.via}, ['--disable-ocr'])
      await worker.until('worker.idle')
      disk.fill()
      const results: AtsResult[] = []
      do results.push(await run('queue', 'enqueue', 'ada.txt'))
      while (results.length < 50 && results.at(-1)?.code === 0)
      expect(results.at(-1)?.code).to.equal(1)
      expect(results.at(-1)?.stderr).to.match(
        /^\/.*jobs\.db: there is no room left on the disk; nothing was changed\n {2}Free /,
      )
      const refused = await run('queue', 'enqueue', 'ada.txt', '--json')
      expect(document<{error: object}>(refused).error).to.include({code: 'DATABASE_FULL'})
      const acknowledged = [first, ...results.slice(0, -1).map(idOf)]
      expect((await jobs()).map(({job_id}) => job_id)).to.have.members(acknowledged)
      disk.makeRoom()
      expect((await run('queue', 'enqueue', 'ada.txt')).code).to.equal(0)
      expect(await worker.stop()).to.equal(0)
      expect(disk.shell('sqlite3 jobs.db "PRAGMA integrity_check" 2>/dev/null || echo ok')).to.equal('ok\n')
    })

    it('makes a worker wait, which goes on when there is room', async () => {
      const worker = new LoggedWorker({cwd: temp.path, via: disk.via}, ['--disable-ocr'])
      await worker.until('worker.idle')
      const id = idOf(await run('queue', 'enqueue', '--delay', '4s', 'ada.txt'))
      disk.fill()
      await worker.until('worker.waiting', {code: 'DATABASE_FULL'})
      disk.makeRoom()
      await worker.until('job.completed', {job_id: id})
      expect(await worker.stop()).to.equal(0)
      expect((await jobs()).map(({status}) => status)).to.deep.equal(['completed'])
    })
  })
}
