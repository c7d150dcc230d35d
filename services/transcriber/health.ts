import { type ServerResponse } from 'node:http'
import { ApiError } from './api-error.ts'
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

export function modelsAnswer(response: ServerResponse, names: readonly string[]): void {
  send(response, 200, { object: 'list', data: names.map(modelOf) })
}

/** @throws ApiError 404 */
export function modelAnswer(response: ServerResponse, names: readonly string[], name: string): void {
  if (!names.includes(name)) {
    const message = `The model '${name}' is not here.`
    throw new ApiError({ status: 404, code: 'model_not_found', message, param: 'model' })
  }
  send(response, 200, modelOf(name))
}

const modelOf = (id: string) => ({ id, object: 'model', created: 0, owned_by: 'local' })

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}
