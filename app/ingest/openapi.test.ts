import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'
import { problems } from './problems.ts'

const document = openApi('https://minasidor.example')
type Operation = { responses: Record<string, { $ref?: string; description?: string }>; security: unknown }
const paths = document.paths as Record<string, Record<string, Operation>>

test('the description is OpenAPI 3.1', async () => {
  const result = await new Validator().validate({ ...document })
  expect(result).toMatchObject({ valid: true })
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!)
  const lost = references.filter((path) => {
    const found = path
      .split('/')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document)
    return found === undefined
  })
  expect(references.length).toBeGreaterThan(100)
  expect(lost).toEqual([])
})

test('every address of the API is described', () => {
  const routes = readFileSync(new URL('../routes.ts', import.meta.url), 'utf8')
  // Receipts come from gateways, by an address that each is given with the message.
  const addresses = [...routes.matchAll(/'(api\/v1\/(?!receipts)[^'*]+)'/g)].map(([, path]) => `/${path!}`)
  const described = Object.keys(paths).map((path) => path.replace('{externalId}', ':externalId'))
  const isDescribed = (address: string) =>
    described.some(
      (path) => path === address || path.replace(/^\/api\/v1\/\w+/, '/api/v1/:collection') === address,
    )
  expect(addresses.length).toBe(5)
  expect(addresses.filter((address) => !isDescribed(address))).toEqual([])
})

test('every problem stands at some address under its own status', () => {
  const text = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ responses }) => Object.entries(responses))
    .map(([status, { $ref = '', description = '' }]) => `${status} ${$ref} ${description}`)
  const missing = Object.entries(problems).filter(
    ([name, { status }]) =>
      !text.some((line) => line.startsWith(String(status)) && new RegExp(`\\b${name}\\b`).test(line)),
  )
  expect(missing).toEqual([])
})

test('every address but the description asks for a token', () => {
  const open = Object.entries(paths).filter(([, path]) =>
    Object.values(path).some(({ security }) => JSON.stringify(security) === '[]'),
  )
  expect(open.map(([path]) => path)).toEqual(['/api/v1/openapi.json'])
})

test('what a note must say is asked for (SOSFS 2014:5)', () => {
  const note = document.components.schemas['Note'] as { required: string[]; additionalProperties: boolean }
  expect(note.required.toSorted()).toEqual([
    'author',
    'bbicAreas',
    'caseNumber',
    'childPresent',
    'dictated',
    'eventAt',
    'externalId',
    'kind',
    'participants',
    'recordedAt',
    'source',
    'text',
  ])
  expect(note.additionalProperties).toBe(false)
})
