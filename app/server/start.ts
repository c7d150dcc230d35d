import { builtPortal } from './built-portal.ts'
import { inProcesses } from './processes/in-processes.ts'

process.env['NODE_ENV'] = 'production'
await inProcesses(async (siblings) => {
  const { builtPages, servePortal } = await builtPortal()
  await servePortal({ production: true, pages: builtPages, siblings })
})
