import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startIngestIssuer, type IngestIssuer } from '../../tests/support/ingest-issuer'
import { createIngestTokens } from './ingest-tokens'

const municipalityId = '6f1d1b1e-5a0e-4b0e-9a43-0d6f4a7a1c11'
const audience = 'http://portal.example/api/v1'
const good = {
  client_id: 'case-system',
  scope: 'notes:write',
  municipality_id: municipalityId,
  aud: audience,
}

const open: { close: () => Promise<void> | Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function issuerOf(): Promise<IngestIssuer> {
  const issuer = await startIngestIssuer(good)
  open.push(issuer)
  return issuer
}

async function pointingTo(jwksUri: string): Promise<string> {
  const server: Server = createServer((_request, response) => {
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ issuer: addressOf(server), jwks_uri: jwksUri }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) })
  return addressOf(server)
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

test('a token that the issuer’s own keys have signed names its system', async () => {
  const { issuer, token } = await issuerOf()
  const found = await createIngestTokens({ issuer, audience }).verify(`Bearer ${await token()}`)
  expect(found).toEqual({ municipalityId, clientId: 'case-system', scopes: ['notes:write'] })
})

test('keys on another origin than the issuer’s are not taken, though they would fit', async () => {
  const other = await issuerOf()
  const issuer = await pointingTo(`${other.issuer}/keys`)
  const token = await other.token({ claims: { iss: issuer } })
  await expect(createIngestTokens({ issuer, audience }).verify(`Bearer ${token}`)).rejects.toThrow(
    'the keys of the issuer cannot be had',
  )
})
