import { inProcesses } from './processes/in-processes.ts'

process.env['NODE_ENV'] = 'production'
await inProcesses(async (siblings) => {
  const { builtPages, servePortal } = await import('./serve.ts')
  await servePortal({ production: true, pages: builtPages, siblings })
})
