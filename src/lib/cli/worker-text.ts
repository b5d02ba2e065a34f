import type {WorkerInfo} from '../model/worker.js'
import {relativeTime} from './instant.js'
import type {Look} from './job-text.js'
import {type Column, renderTable} from './table.js'

export function renderWorkerTable(workers: readonly WorkerInfo[], {colors, now, width}: Look): string {
  if (workers.length === 0) return ''
  const columns: Column<WorkerInfo>[] = [
    {header: 'WORKER', value: ({workerId}) => workerId, cut: 'middle'},
    {header: 'HOST', value: ({host}) => host, cut: 'end'},
    {header: 'PID', value: ({pid}) => String(pid), align: 'right'},
    {
      header: 'ALIVE',
      value: ({alive}) => (alive ? 'yes' : 'no'),
      paint: (cell, {alive}) => (alive ? colors.green : colors.red)(cell),
    },
    {header: 'STARTED', value: ({startedAt}) => relativeTime(startedAt, now)},
    {header: 'HEARTBEAT', value: ({heartbeatAt}) => relativeTime(heartbeatAt, now)},
    {
      header: 'RUNNING',
      value: ({running, concurrency}) => `${running.length}/${concurrency}`,
      align: 'right',
    },
    {header: 'ON', value: ({running}) => running.map(({filePath}) => filePath).join(' '), cut: 'middle'},
  ]
  return renderTable(workers, columns, {width, paintHeader: (header) => colors.bold(header)})
}
