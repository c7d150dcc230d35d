import { runUntilTold } from '../../app/server/run-until-told.ts'

// The rest is loaded when signals are heeded: it takes a second.
await runUntilTold(async () => {
  const { startFromEnvironment } = await import('./start.ts')
  return startFromEnvironment(process.env)
}, 8_000)
