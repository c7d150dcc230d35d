import Provider, { errors, type Configuration, type JWK, type KoaContextWithOIDC } from 'oidc-provider'
import { z } from 'zod'
import { describeRefusal, whereItFailed, type Log } from './log.ts'
import { createMemoryAdapter } from './memory-adapter.ts'
import type { IngestRegistration } from './registration.ts'

type Parts = {
  issuer: string
  ingest: IngestRegistration
  keys: JWK[]
  log: Log
}

const secondsToLive = 300

/** Client credentials with a signed assertion; answers with a JWT (RFC 9068). */
export async function createIngestIssuer({ issuer, ingest, keys, log }: Parts): Promise<Provider> {
  const provider = new Provider(issuer, configuration(ingest, keys))
  // The server sets the forwarded headers itself, see broker.ts.
  provider.proxy = true
  provider.on('grant.error', (_ctx, error) => log(describeRefusal(issuer, 'token', error)))
  provider.on('server_error', (_ctx, error) => {
    log({ level: 'error', issuer, event: 'provider', error: 'server_error', detail: whereItFailed(error) })
  })
  for (const { clientId } of ingest.clients) await provider.Client.find(clientId)
  return provider
}

function configuration({ audience, clients }: IngestRegistration, keys: JWK[]): Configuration {
  const scope = [...new Set(clients.flatMap(({ scopes }) => scopes))].join(' ')
  return {
    adapter: createMemoryAdapter(),
    clients: clients.map(({ clientId, scopes, publicJwk }) => ({
      client_id: clientId,
      jwks: { keys: [publicJwk] },
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      scope: scopes.join(' '),
      token_endpoint_auth_method: 'private_key_jwt',
    })),
    jwks: { keys },
    scopes: scope.split(' '),
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['ES256'] },
    ttl: { ClientCredentials: secondsToLive },
    renderError: (ctx, out) => void (ctx.body = out),
    extraTokenClaims: (ctx) => ({ municipality_id: municipalityOf(ctx, clients) }),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== audience) throw new errors.InvalidTarget()
          return {
            scope,
            audience,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          }
        },
      },
    },
  }
}

function municipalityOf({ oidc }: KoaContextWithOIDC, clients: IngestRegistration['clients']): string {
  const asked = z.uuid().optional().safeParse(oidc.body?.['municipality_id'])
  if (!asked.success) throw new errors.InvalidRequest('municipality_id is no uuid')
  const own = clients.find(({ clientId }) => clientId === oidc.client?.clientId)
  return asked.data ?? own?.municipalityId ?? ''
}
