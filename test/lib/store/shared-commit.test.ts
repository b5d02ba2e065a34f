import {expect} from 'chai'
import {AtsError} from '#lib/model/errors.js'
import type {Connection} from '#lib/store/sqlite/connection.js'
import {openDatabase} from '#lib/store/sqlite/open-database.js'
import {SharedCommit} from '#lib/store/sqlite/shared-commit.js'
import {StatementTap} from '../../model/statement-tap.ts'
import {useTempDir} from '../../support/temp-dir.ts'

describe('SharedCommit', () => {
  const temp = useTempDir()
  let connection: Connection
  let commits: SharedCommit
  beforeEach(async () => {
    connection = await openDatabase({path: temp.file('jobs.db'), create: true, busyTimeoutMs: 1000})
    commits = new SharedCommit(connection)
  })
  afterEach(() => connection.close())

  const set = (name: string) => () => connection.exec(`INSERT INTO settings VALUES ('${name}', 'true')`)
  const names = () =>
    connection.database.prepare('SELECT name FROM settings ORDER BY name').pluck().all() as string[]

  it('writes what is asked for at the same moment in one transaction', async () => {
    const tap = new StatementTap()
    const ran: string[] = []
    tap.onStatement = ({source}) => ran.push(source)
    try {
      await Promise.all([commits.write(set('a')), commits.write(set('b')), commits.write(set('c'))])
    } finally {
      tap.remove()
    }
    expect(ran.filter((source) => source === 'COMMIT')).to.have.length(1)
    expect(names()).to.deep.equal(['a', 'b', 'c'])
  })

  it('takes back alone what one of them is refused, and tells that one', async () => {
    const refused = commits.write(() => {
      set('lost')()
      throw new AtsError('LEASE_LOST', 'given to another')
    })
    const results = await Promise.allSettled([commits.write(set('a')), refused, commits.write(() => 'b')])
    expect(results.map(({status}) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
    expect(results[1]).to.have.nested.property('reason.code', 'LEASE_LOST')
    expect(results[2]).to.have.property('value', 'b')
    expect(names()).to.deep.equal(['a'])
  })

  for (const [what, fault] of Object.entries({
    'what breaks a constraint': () => connection.exec('INSERT INTO settings VALUES (NULL, NULL)'),
    'the work of a bug': () => {
      throw new TypeError('not a function')
    },
  })) {
    it(`takes back alone ${what}, and tells that one`, async () => {
      const failing = commits.write(() => {
        set('lost')()
        fault()
      })
      const results = await Promise.allSettled([commits.write(set('a')), failing, commits.write(set('b'))])
      expect(results.map(({status}) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
      expect(names()).to.deep.equal(['a', 'b'])
    })
  }

  it('tells all of them when the database fails one, and writes nothing', async () => {
    connection.exec('CREATE TABLE heap (bytes BLOB)')
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count')) + 2}`)
    const filling = commits.write(() => connection.exec('INSERT INTO heap VALUES (zeroblob(100000))'))
    const results = await Promise.allSettled([commits.write(set('a')), filling, commits.write(set('b'))])
    expect(results.map((result) => result.status === 'rejected' && result.reason.code)).to.deep.equal(
      new Array(3).fill('DATABASE_FULL'),
    )
    expect(names()).to.deep.equal([])
  })
})
