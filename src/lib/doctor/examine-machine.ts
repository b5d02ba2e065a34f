import {checkDatabaseFile} from './database-checks.js'
import type {Finding} from './finding.js'
import {describeMachine, type Machine} from './machine.js'
import {checkEngine, checkMemory, checkNode, checkOcr, checkTemporaryDirectory} from './program-checks.js'
import {checkQueue} from './queue-checks.js'

/**
 * Looks at everything that ats needs of a machine. It makes nothing; a database that is there is opened, which brings
 * its schema up to date as every opening does.
 *
 * ```ts
 * const findings = await examineMachine({database: './jobs.db'})
 * const healthy = findings.every(({verdict}) => verdict !== 'fail')
 * ```
 *
 * @param known the database's file, and what shall not be taken from this machine
 */
export async function examineMachine(
  known: Pick<Machine, 'database'> & Partial<Machine>,
): Promise<Finding[]> {
  const machine = describeMachine(known)
  const program = [checkNode(machine), await checkEngine(), await checkOcr(machine)]
  const surroundings = [checkTemporaryDirectory(machine), checkMemory(machine)]
  const files = checkDatabaseFile(machine.database)
  const queue = files.some(({verdict}) => verdict === 'fail') ? [] : await checkQueue(machine.database)
  return [...program, ...surroundings, ...files, ...queue]
}
