import { createLog } from '../../app/server/log.ts'
import { loginFault } from '../../app/server/login-role.ts'
import type { SettingsFault } from '../../app/server/setting-reader.ts'
import { readWorkerSettings } from './settings.ts'
import { startWorker } from './worker.ts'

// Production, with all it refuses, unless whoever starts it says otherwise.
const production = !['development', 'test'].includes(process.env.NODE_ENV)
const read = await readWorkerSettings(process.env, production)
if ('faults' in read) refuse(read.faults)
const { settings } = read
const fault = production ? await loginFault(settings.databaseUrl) : null
if (fault) refuse([{ name: 'DATABASE_URL', fault }])

const log = createLog(settings.logLevel)
const state = { isLeaving: false }
const starting = startWorker(settings, log)
const leave = (signal: string) => {
  if (state.isLeaving) return
  state.isLeaving = true
  log.info({ signal }, 'leaving')
  const gone = () => process.exit(0)
  setTimeout(gone, 8_000).unref()
  void starting.then((worker) => worker.end()).then(gone, gone)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => leave(signal))
// Started by another process: its end, however sudden, is ours.
if (process.connected) process.on('disconnect', () => leave('disconnect'))
await starting
log.info('listening')
process.send?.('listening')

function refuse(faults: readonly SettingsFault[]): never {
  for (const { name, fault } of faults) console.error(`${name} ${fault}`)
  console.error(
    `The worker does not start: ${faults.length} to put right; .env.example has a line for each setting`,
  )
  process.exit(1)
}
