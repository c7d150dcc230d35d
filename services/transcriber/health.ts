import { type ServerResponse } from 'node:http'
import { type EngineKeeper } from './engine-keeper.ts'

/** Bytes: peaks from docs/decisions/0011-speech-engine.md, 100 MB of waiting requests, a quarter more. */
const MEMORY_BOUND = { base: 2.6e9, small: 5e9 }

/** 200 only once the model has written down a test clip, otherwise 503. */
export function healthAnswer(response: ServerResponse, { state }: EngineKeeper, waiting: number): void {
  const rss = process.memoryUsage.rss()
  const isReady = state.kind === 'ready'
  const { kind, ...more } = state
  const bound = isReady && MEMORY_BOUND[state.model.id.endsWith('-small') ? 'small' : 'base']
  const model = isReady && { model: { ...state.model, folder: undefined } }
  send(response, isReady ? 200 : 503, {
    status: isReady ? 'ok' : kind,
    ...more,
    ...model,
    waiting,
    rss_bytes: rss,
    ...(bound && { memory_bound_bytes: bound }),
  })
}

export function modelsAnswer(response: ServerResponse, { state }: EngineKeeper): void {
  const data =
    state.kind === 'ready' ? [{ id: state.model.id, object: 'model', created: 0, owned_by: 'local' }] : []
  send(response, 200, { object: 'list', data })
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}
