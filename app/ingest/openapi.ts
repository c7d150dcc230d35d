import { z } from 'zod'
import { itemSchemas, batchSchema } from './item-schemas.ts'
import { stateSchema } from './outcome.ts'
import { operations } from './openapi-operations.ts'
import { problems, type ProblemName } from './problems.ts'

const problemSchema = z
  .object({
    type: z.string().describe('Address of its description here'),
    title: z.string(),
    status: z.int(),
    instance: z.string().describe('Id of the request, as in the header x-request-id'),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .describe('RFC 9457. Nothing that was sent is repeated')

const resultsSchema = z
  .object({
    results: z.array(
      z.object({ status: z.int(), state: stateSchema.optional(), problem: problemSchema.optional() }),
    ),
  })
  .describe('One result for each item, in their order')

const schemas = {
  Note: itemSchemas.note,
  StageChange: itemSchemas.stage,
  Party: itemSchemas.party,
  Document: itemSchemas.document,
  Batch: batchSchema,
  State: stateSchema,
  BatchResults: resultsSchema,
  Problem: problemSchema,
}

export function openApi(origin: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Mina sidor, ingest',
      version: '1.0.0',
      description:
        'Takes notes, stage changes, parties, documents and sound from a case or dictation system. Nothing that is sent is shown to a person by being sent: a note is its author’s draft until it is reviewed and signed, a document is closed until it is released.',
    },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths: operations,
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
      ),
      responses: Object.fromEntries(
        Object.keys(problems).map((name) => [name, problemResponse(name as ProblemName)]),
      ),
      parameters: { idempotencyKey },
      securitySchemes: { token },
    },
  }
}

function problemResponse(name: ProblemName) {
  return {
    description: problems[name].title,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Chosen by the sender, one for each request. The same request again within 24 hours is answered as the first was and done once.',
  schema: { type: 'string', pattern: '^"?[A-Za-z0-9._:-]{8,100}"?$' },
}

const token = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'Access token by OAuth 2 client credentials at the installation’s issuer: a JWT (RFC 9068) for <ORIGIN>/api/v1 with scope and the claim municipality_id. The municipality must know the client, too.',
}
