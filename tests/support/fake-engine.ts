import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

/** One request as the engine got it. */
export type Asked = { model: string; prompt: string; caller: string; fields: string[]; bytes: Buffer }

export type FakeEngine = {
  url: string
  asked: Asked[]
  /** Those that give way: what is asked of a phrase that is not over. */
  previewsAsked: Asked[]
  previewsCalledOff: number
  /** How many hung up before they had their answer. */
  calledOff: number
  /** What it answers next, or will answer; a model name of a fault goes before. */
  answer: (asked: Asked) => unknown
  /** Null: it has no time for those that give way. */
  preview: ((asked: Asked) => unknown) | null
  /** The model that is taken as asked for, whatever the request says. */
  model: string | null
  close: () => Promise<void>
}

type Fault = (response: ServerResponse, asked: Asked) => unknown

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
const error = (status: number, code: string) => (response: ServerResponse) =>
  json(response, status, { error: { message: code, type: 'server_error', param: null, code } })
const spoken = (text: string, more: object = {}) => ({
  text,
  language: 'swedish',
  segments: [],
  words: [],
  ...more,
})

/** Faults by the name of the model that is asked for. */
const faults: Record<string, Fault> = {
  500: error(500, 'engine_error'),
  413: error(413, 'too_large'),
  400: error(400, 'unsupported_format'),
  401: error(401, 'invalid_api_key'),
  loading: error(503, 'loading'),
  missing: error(503, 'model_missing'),
  hang: () => undefined,
  half: (response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"text": "Elias har'),
  cut: (response) => response.socket?.destroy(),
  english: (response) => json(response, 200, spoken('He is well.', { language: 'english' })),
  loop: (response) => json(response, 200, spoken('det är bra '.repeat(12).trim())),
  echo: (response, { prompt }) => json(response, 200, spoken(prompt === '' ? 'Hej.' : prompt)),
}

/** A real HTTP server with OpenAI's transcription address, that writes what it is told to. */
export async function startFakeEngine(): Promise<FakeEngine> {
  const server = createServer((request, response) => void respond(request, response))
  const engine: FakeEngine = {
    url: '',
    asked: [],
    previewsAsked: [],
    previewsCalledOff: 0,
    calledOff: 0,
    answer: () => spoken('Hej.'),
    preview: null,
    model: null,
    close: () => close(server),
  }
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url !== '/v1/audio/transcriptions') return void json(response, 404, {})
    const givesWay = request.headers['x-gives-way'] !== undefined
    response.once('close', () => {
      if (!response.writableFinished) engine[givesWay ? 'previewsCalledOff' : 'calledOff'] += 1
    })
    const asked = await readForm(request)
    if (givesWay) {
      engine.previewsAsked.push(asked)
      if (!engine.preview) return void error(429, 'busy')(response)
      return void json(response, 200, await engine.preview(asked))
    }
    engine.asked.push(asked)
    const fault = faults[engine.model ?? asked.model]
    if (fault) return void fault(response, asked)
    json(response, 200, await engine.answer(asked))
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  engine.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return engine
}

async function readForm(request: IncomingMessage): Promise<Asked> {
  const form = await new Response(Readable.toWeb(request) as ReadableStream, {
    headers: { 'Content-Type': request.headers['content-type'] ?? '' },
  }).formData()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    model: text('model'),
    prompt: text('prompt'),
    caller: String(request.headers['x-caller']),
    fields: [...form].map(([name, value]) => (typeof value === 'string' ? `${name}=${value}` : name)),
    bytes: Buffer.from(await (form.get('file') as File).arrayBuffer()),
  }
}

function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    server.closeAllConnections()
  })
}
