import { apiAt } from '../addresses.ts'
import { collections } from './collections.ts'
import { scopes, type IngestKind } from './scopes.ts'
import { problems, type ProblemName } from './problems.ts'
import { soundTypes } from './sound-parts.ts'

const everywhere = [
  'tokenInvalid',
  'scopeMissing',
  'notFound',
  'methodNotAllowed',
  'misdirected',
  'tooMany',
  'unexpected',
  'unavailable',
] as const satisfies ProblemName[]
const whereSomethingIsSent = [
  'badRequest',
  'keyMissing',
  'tooLarge',
  'wrongMediaType',
  'invalid',
  'keyReused',
  'inProgress',
] as const satisfies ProblemName[]
const whereItIsNamed = ['externalIdTaken', 'unknownReference'] as const satisfies ProblemName[]

const ofKind: Record<IngestKind, ProblemName[]> = {
  note: ['authorOutsideCase', 'changedByCaseworker', 'discarded', 'signed'],
  stage: ['beforeCase', 'alreadyShown'],
  party: ['wrongRole', 'overlappingRelation'],
  document: ['signed', 'versionOutOfOrder', 'alreadyReleased'],
  recording: ['discarded', 'signed'],
}

const schemaOf = { note: 'Note', stage: 'StageChange', party: 'Party', document: 'Document' } as const
const keyParameter = { $ref: '#/components/parameters/idempotencyKey' }
const kinds = Object.keys(collections) as IngestKind[]

export const operations = {
  ...Object.fromEntries(kinds.map((kind) => [apiAt.collection(collections[kind]), { post: sending(kind) }])),
  ...Object.fromEntries(
    kinds.map((kind) => [apiAt.item(collections[kind], '{externalId}'), { get: asking(kind) }]),
  ),
  [apiAt.batch]: { post: sendingList() },
  [apiAt.description]: {
    get: {
      operationId: 'describe',
      summary: 'This description',
      security: [],
      responses: {
        200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
        ...problemsOf(['methodNotAllowed', 'misdirected', 'unexpected']),
      },
    },
  },
}

function sending(kind: IngestKind) {
  return {
    operationId: `send-${kind}`,
    summary: `Send: ${kind}`,
    security: [{ token: [scopes[kind]] }],
    parameters: kind === 'recording' ? [keyParameter, ...recordingParameters()] : [keyParameter],
    requestBody: { required: true, content: kind === 'recording' ? soundContent() : json(schemaOf[kind]) },
    responses: {
      200: {
        description: 'It was here already, or a draft nobody had touched is written anew',
        content: json('State'),
      },
      201: { description: 'Received', content: json('State') },
      ...problemsOf([...everywhere, ...whereSomethingIsSent, ...whereItIsNamed, ...ofKind[kind]]),
    },
  }
}

function asking(kind: IngestKind) {
  return {
    operationId: `ask-${kind}`,
    summary: `What became of it: ${kind}`,
    security: [{ token: [scopes[kind]] }],
    parameters: [{ name: 'externalId', in: 'path', required: true, schema: { type: 'string' } }],
    responses: { 200: { description: 'Its state', content: json('State') }, ...problemsOf(everywhere) },
  }
}

function sendingList() {
  return {
    operationId: 'send-batch',
    summary: 'Send up to 500 items, each with a result of its own',
    description:
      'An item whose scope is missing, or that is wrong, has its problem as result; the others are done.',
    security: [{ token: [] }],
    parameters: [keyParameter],
    requestBody: { required: true, content: json('Batch') },
    responses: {
      200: { description: 'One result for each item', content: json('BatchResults') },
      ...problemsOf([...everywhere, ...whereSomethingIsSent]),
    },
  }
}

function recordingParameters() {
  const schema = { type: 'string', pattern: '^[A-Za-z0-9._:-]{1,100}$' }
  return [
    { name: 'note', in: 'query', required: true, description: 'External id of the note', schema },
    { name: 'externalId', in: 'query', required: true, description: 'The sender’s own name for it', schema },
  ]
}

function soundContent() {
  return Object.fromEntries(
    Object.keys(soundTypes).map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
  )
}

function json(schema: string) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } }
}

function problemsOf(names: readonly ProblemName[]): Record<number, object> {
  const statuses = new Set(names.map((name) => problems[name].status))
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      responseOf(names.filter((name) => problems[name].status === status)),
    ]),
  )
}

function responseOf(names: ProblemName[]): object {
  if (names.length === 1) return { $ref: `#/components/responses/${names[0]!}` }
  return {
    description: names.map((name) => `${name}: ${problems[name].title}`).join('. '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}
