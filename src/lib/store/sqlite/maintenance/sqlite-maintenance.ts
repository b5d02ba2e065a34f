import type {Cleansing} from '../../../model/erasure.js'
import type {BackupReport, CheckReport, SchemaReport, VacuumReport} from '../../../model/maintenance.js'
import type {MaintenanceStore} from '../../store.js'
import type {Connection} from '../connection.js'
import {chooseDestination, removePartial} from './destination.js'
import {ErrandRunner} from './errand-runner.js'

export class SqliteMaintenance implements MaintenanceStore {
  readonly #connection: Connection
  readonly #errands: ErrandRunner

  constructor(connection: Connection) {
    this.#connection = connection
    this.#errands = new ErrandRunner(connection.path, connection.busyTimeoutMs)
  }

  get isIdle(): boolean {
    return this.#errands.isIdle
  }

  async schema(): Promise<SchemaReport> {
    const version = await this.#connection.read(() => Number(this.#connection.pragma('user_version')))
    return {database: this.#connection.path, version, versionBefore: this.#connection.openedAtVersion}
  }

  check({repair}: {repair: boolean}): Promise<CheckReport> {
    return this.#errands.run<'check'>({kind: 'check', repair})
  }

  vacuum({full}: {full: boolean}): Promise<VacuumReport> {
    return this.#errands.run<'vacuum'>({kind: 'vacuum', full})
  }

  /** Frees the files of what was erased. */
  cleanse(now: Date): Promise<Cleansing> {
    return this.#errands.run<'cleanse'>({kind: 'cleanse', now: now.getTime()})
  }

  async backup(destination: string, {force}: {force: boolean}): Promise<BackupReport> {
    const paths = chooseDestination(this.#connection.path, destination, force)
    try {
      return await this.#errands.run<'backup'>({kind: 'backup', ...paths})
    } finally {
      removePartial(paths)
    }
  }

  /** Ends what runs. */
  stop(): Promise<void> {
    return this.#errands.stop()
  }
}
