import * as openid from 'openid-client'
import type { Logger } from 'pino'
import { identificationAt } from '../addresses.ts'
import { connectToBroker } from './broker-connection.ts'
import { brokers, type Broker, type BrokerKind, type EId } from './brokers.ts'
import { clientKeyOf } from './client-key.ts'
import { checkIdToken, checkSignedUserInfo, oldestAuthentication } from './id-token-checks.ts'
import { identityOf, type EIdNames, type Identity, type Statements } from './identity.ts'
import { beginSignIn, type BegunSignIn, type SignInWish } from './sign-in-request.ts'
import type { SignInKind } from './sign-in-kind.ts'
import { refusalOf, type Refusal } from './sign-in-refused.ts'

export type IdentityProviders = Record<SignInKind, IdentityProvider>

type IdentityProvider = {
  eIds: readonly EId[]
  begin: (wish: SignInWish) => Promise<BegunSignIn | Refusal>
  finish: (answer: SignInAnswer) => Promise<Identified | Refusal>
}

/** `account` is the broker's own name for somebody, the same each time (OpenID Connect Core 8). */
export type Identified = Identity & { account: string }

type SignInAnswer = { query: URLSearchParams; state: string; nonce: string; codeVerifier: string }

export type ProviderSettings = {
  issuer: string
  clientId: string
  clientKey?: string
  clientSecret?: string
  broker: BrokerKind
  eIds?: EIdNames
}

export type ProvidersSettings = Record<SignInKind, ProviderSettings> & { origin: string; production: boolean }

const callbackPath = identificationAt.callback

/** @throws Error when a client key cannot be used */
export function createIdentityProviders(settings: ProvidersSettings, log: Logger): IdentityProviders {
  return { person: createProvider('person', settings, log), staff: createProvider('staff', settings, log) }
}

function createProvider(
  kind: SignInKind,
  { origin, production, ...all }: ProvidersSettings,
  log: Logger,
): IdentityProvider {
  const { issuer, clientId, clientKey, clientSecret, broker: brokerKind, eIds } = all[kind]
  const broker = brokers[brokerKind]
  const key = clientKey ? clientKeyOf(clientKey) : undefined
  const connection = connectToBroker({
    kind,
    issuer,
    clientId,
    key,
    production,
    log,
    broker: brokerKind,
    secret: clientSecret,
  })
  // Behind a proxy the request has another address.
  const redirectUri = new URL(callbackPath, origin).href

  return {
    eIds: eIds ? (Object.keys(eIds) as EId[]) : [broker.eId],
    begin: (wish) =>
      settle(async () => {
        const connected = await connection.fresh()
        return beginSignIn({ ...connected, kind, broker, key, redirectUri, eIds }, wish)
      }),
    finish: ({ query, state, nonce, codeVerifier }) =>
      settle(async () => {
        const { config } = await connection.known()
        const tokens = await openid.authorizationCodeGrant(config, new URL(`?${query}`, redirectUri), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          maxAge: oldestAuthentication,
          idTokenExpected: true,
        })
        const idToken = tokens.claims()!
        const now = new Date()
        checkIdToken(idToken, clientId, now.getTime() / 1000)
        const userInfo = await userInfoOf(config, broker, {
          accessToken: tokens.access_token,
          sub: idToken.sub,
        })
        const identity = identityOf(broker, { idToken, userInfo }, eIds, now)
        return { ...identity, account: `${idToken.iss} ${idToken.sub}` }
      }),
  }
}

async function userInfoOf(
  config: openid.Configuration,
  { userInfo }: Broker,
  { accessToken, sub }: { accessToken: string; sub: string },
): Promise<Statements['userInfo']> {
  if (userInfo === 'none') return {}
  const told = await openid.fetchUserInfo(config, accessToken, sub)
  if (userInfo === 'signed')
    checkSignedUserInfo(told, config.serverMetadata().issuer, config.clientMetadata().client_id)
  return told
}

async function settle<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal
  }
}
