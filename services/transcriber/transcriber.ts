import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createVoiceActivity } from '../../app/dictation/speech/voice-activity.ts'
import { ApiError, apiErrorOf } from './api-error.ts'
import { isAuthorised } from './authorisation.ts'
import { keepEngine, type EngineState } from './engine-keeper.ts'
import { healthAnswer, modelAnswer, modelsAnswer } from './health.ts'
import { modelNames } from './model-names.ts'
import { provideModel } from './provide-model.ts'
import { type Settings } from './settings.ts'
import { createTranscribing } from './transcribing.ts'

export type Transcriber = { close(): Promise<void> }

type Route = { method: string; answer: (request: IncomingMessage, response: ServerResponse) => unknown }
type Options = Settings & { onState: (state: EngineState) => void }

/** Listens while the model loads. @throws when the port is taken or the voice detector cannot load */
export async function startTranscriber({ port, key, source, onState }: Options): Promise<Transcriber> {
  const voices = await createVoiceActivity()
  const stopping = new AbortController()
  const keeper = keepEngine((onProgress) => provideModel(source, onProgress), { onState })
  const transcribing = createTranscribing({
    voices,
    keeper,
    configured: source.model,
    stopping: stopping.signal,
  })
  const names = () => modelNames(keeper.state, source.model)
  const routes = new Map<string, Route>([
    [
      '/health',
      { method: 'GET', answer: (_, response) => healthAnswer(response, keeper, transcribing.waiting()) },
    ],
    ['/v1/models', { method: 'GET', answer: (_, response) => modelsAnswer(response, names()) }],
    ['/v1/audio/transcriptions', { method: 'POST', answer: transcribing.answer }],
  ])
  const routeAt = (path: string): Route | undefined => {
    const [, model] = /^\/v1\/models\/([^/]+)$/.exec(path) ?? []
    if (model === undefined) return routes.get(path)
    return { method: 'GET', answer: (_, response) => modelAnswer(response, names(), model) }
  }

  const server = createServer((request, response) => {
    respond(request, response, { routeAt, key }).catch((error: unknown) => sendError(response, error))
  })
  await listen(server, port)
  return {
    close: async () => {
      stopping.abort(new ApiError({ status: 503, code: 'shutting_down', message: 'The service is ending.' }))
      await Promise.all([keeper.end(), new Promise((closed) => server.close(closed))])
    },
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { routeAt, key }: { routeAt: (path: string) => Route | undefined; key: string | null },
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0]!
  const route = routeAt(path)
  if (!route)
    throw new ApiError({ status: 404, code: 'unknown_url', message: `There is nothing at ${path}.` })
  if (request.method !== route.method) {
    throw new ApiError({ status: 405, code: 'method_not_allowed', message: `Use ${route.method}.` })
  }
  if (path !== '/health' && !isAuthorised(request, key)) {
    throw new ApiError({ status: 401, code: 'invalid_api_key', message: 'The key is missing or wrong.' })
  }
  await route.answer(request, response)
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy()
  const apiError = apiErrorOf(error)
  if (apiError.retryAfter !== null) response.setHeader('Retry-After', String(apiError.retryAfter))
  response
    .writeHead(apiError.status, { 'Content-Type': 'application/json' })
    .end(JSON.stringify(apiError.body))
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}
