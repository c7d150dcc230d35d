import { runUntilTold } from '../../app/server/run-until-told.ts'

// Loading the rest takes a second. Signals must work before that.
await runUntilTold(async () => {
  const { startFromEnvironment } = await import('./start.ts')
  return startFromEnvironment(process.env)
}, 8_000)
