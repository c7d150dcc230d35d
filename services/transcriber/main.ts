import { startFailure } from '../../app/server/refuse-to-start.ts'
import { runUntilTold, type Running } from '../../app/server/run-until-told.ts'
import { type EngineState } from './engine-keeper.ts'
import { showProgress } from './progress-line.ts'
import { readSettings } from './settings.ts'
import { startTranscriber } from './transcriber.ts'

async function start(): Promise<Running> {
  const settings = readSettings(process.env)
  const bar = showProgress(process.stderr, settings.source.model)
  const onState = (state: EngineState) => {
    bar(state)
    report(state)
  }
  const transcriber = await startTranscriber({ ...settings, onState })
  console.log(`transcriber http://127.0.0.1:${settings.port}`)
  // The port is open. The model may still be loading, see `/health`.
  process.send?.('listening')
  return { end: () => transcriber.close() }
}

function report(state: EngineState): void {
  if (state.kind === 'ready')
    console.log(`transcriber writes with ${state.model.id}, ${state.model.revision}`)
  if (state.kind === 'failed') console.error(`transcriber has no model (${state.reason}): ${state.detail}`)
}

runUntilTold(start, 8_000).catch(startFailure('The transcriber'))
