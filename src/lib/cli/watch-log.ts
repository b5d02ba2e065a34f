import type {WatchEvent, WatchListener} from '../watch/watch-events.js'
import {createEventLog, type EventLogOptions, type Level} from './event-log.js'

const LEVELS: Record<WatchEvent['type'], Level> = {
  'watch.started': 'info',
  'watch.polling': 'warn',
  'watch.unreachable': 'warn',
  'watch.enqueued': 'info',
  'watch.moved': 'info',
  'watch.deleted': 'info',
  'watch.left': 'warn',
  'watch.waiting': 'warn',
  'watch.stopping': 'info',
  'watch.stopped': 'info',
}

/** One line an event. */
export function createWatchLog(options: Omit<EventLogOptions<WatchEvent>, 'levelOf'>): WatchListener {
  return createEventLog({...options, levelOf: ({type}) => LEVELS[type]})
}
