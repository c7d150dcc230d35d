import { createLog } from '../../app/server/log.ts'
import { loginFault } from '../../app/server/login-role.ts'
import type { Running } from '../../app/server/run-until-told.ts'
import { refuseToStart } from '../../app/server/refuse-to-start.ts'
import { readWorkerSettings } from './settings.ts'
import { startWorker } from './worker.ts'

export async function startFromEnvironment(env: NodeJS.ProcessEnv): Promise<Running> {
  const production = !['development', 'test'].includes(env.NODE_ENV)
  const read = await readWorkerSettings(env, production)
  if ('faults' in read) refuseToStart('The worker', read.faults)
  const { settings } = read
  const fault = production ? await loginFault(settings.databaseUrl) : null
  if (fault) refuseToStart('The worker', [{ name: 'DATABASE_URL', fault }])

  const log = createLog(settings.logLevel)
  const worker = await startWorker(settings, log)
  log.info('listening')
  process.send?.('listening')
  return {
    end: async () => {
      log.info('leaving')
      await worker.end()
    },
  }
}
