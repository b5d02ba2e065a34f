import {AtsError} from '../../../model/errors.js'
import type {Connection} from '../connection.js'
import {openDatabase} from '../open-database.js'
import {describeSqliteError} from '../sqlite-error.js'
import {backUp} from './back-up.js'
import {checkDatabase} from './check-database.js'
import {cleanse} from './cleanse.js'
import type {Errand, FromErrandChild, ToErrandChild} from './errand-messages.js'
import {vacuum} from './vacuum.js'

/** The entry point of the child process: one errand, one answer. */
process.once('message', (message: ToErrandChild) => {
  void run(message).then((answer) => process.send?.(answer, () => process.disconnect?.()))
})

async function run({path, busyTimeoutMs, errand}: ToErrandChild): Promise<FromErrandChild> {
  try {
    const connection = await openDatabase({path, busyTimeoutMs, create: false})
    try {
      return {type: 'done', report: await perform(connection, errand)}
    } finally {
      connection.close()
    }
  } catch (error) {
    return tell(describeSqliteError(error, path))
  }
}

function perform(connection: Connection, errand: Errand) {
  switch (errand.kind) {
    case 'check':
      return checkDatabase(connection, errand)
    case 'vacuum':
      return vacuum(connection, errand)
    case 'backup':
      return backUp(connection, errand)
    case 'cleanse':
      return cleanse(connection, new Date(errand.now))
  }
}

function tell(error: unknown): FromErrandChild {
  if (error instanceof AtsError) {
    const {code, message, suggestions} = error
    return {type: 'refused', code, message, suggestions}
  }
  return {type: 'broken', stack: error instanceof Error ? (error.stack ?? error.message) : String(error)}
}
