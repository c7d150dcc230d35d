import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JWTPayload } from 'jose'
import { answer, json, type Client, type Forgery, type Provider } from './forging-endpoints.ts'
import { createSigner, type Algorithm } from './token-signer.ts'

export type ForgingProvider = {
  issuer: string
  /** Replaces every forgery; none makes the provider honest again. */
  forge: (forgery?: Forgery) => void
  /** Plays a browser at the authorization endpoint as this number; returns what comes back to the client. */
  identify: (url: string, number: string) => Promise<URLSearchParams>
  /** The same for a request that comes as a form. */
  sign: (
    form: { address: string; fields: Readonly<Record<string, string>> },
    number: string,
  ) => Promise<URLSearchParams>
  /** The claims of the last request object. */
  asked: () => JWTPayload
  close: () => Promise<void>
}

/** A real OpenID provider over HTTP, as the Swedish profile wants it, every answer of which can be forged. */
export async function startForgingProvider(
  client: Client,
  algorithm: Algorithm = 'ES256',
): Promise<ForgingProvider> {
  const { sign, published } = await createSigner(algorithm)
  const provider: Provider = {
    issuer: '',
    client,
    keys: [published],
    sign,
    grants: new Map(),
    pushed: new Map(),
    forgery: {},
    asked: {},
    identifies: '',
  }
  const server = createServer((incoming, response) => {
    answer(provider, incoming, response).catch((error: unknown) => {
      json(response, { error: 'invalid_request', error_description: String(error) }, 400)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    issuer: provider.issuer,
    forge: (next = {}) => void (provider.forgery = next),
    identify: async (url, as) => {
      provider.identifies = as
      const response = await fetch(url, { redirect: 'manual' })
      return new URL(response.headers.get('location') ?? 'about:blank').searchParams
    },
    sign: async ({ address, fields }, as) => {
      provider.identifies = as
      const body = new URLSearchParams(fields)
      const response = await fetch(address, { method: 'POST', body, redirect: 'manual' })
      return new URL(response.headers.get('location') ?? 'about:blank').searchParams
    },
    asked: () => provider.asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
