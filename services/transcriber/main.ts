import { z } from 'zod'
import { type EngineState } from './engine-keeper.ts'
import { showProgress } from './progress-line.ts'
import { readSettings } from './settings.ts'
import { startTranscriber } from './transcriber.ts'

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const bar = showProgress(process.stderr, settings.source.model)
  const onState = (state: EngineState) => {
    bar(state)
    report(state)
  }
  const transcriber = await startTranscriber({ ...settings, onState })
  console.log(`transcriber http://127.0.0.1:${settings.port}`)
  // The port is open; `/health` tells when the model is there.
  process.send?.('listening')

  const leave = () => void transcriber.close().finally(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave)
  // Started by another process: its end, however sudden, is ours.
  if (process.connected) process.once('disconnect', leave)
}

function report(state: EngineState): void {
  if (state.kind === 'ready')
    console.log(`transcriber writes with ${state.model.id}, ${state.model.revision}`)
  if (state.kind === 'failed') console.error(`transcriber has no model (${state.reason}): ${state.detail}`)
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  }
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => {
  console.error(`The transcriber does not start: ${explain(error)}`)
  process.exitCode = 1
})
