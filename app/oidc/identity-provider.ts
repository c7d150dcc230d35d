import type { Logger } from 'pino'
import { identificationAt } from '../addresses.ts'
import { connectToBroker } from './broker-connection.ts'
import { brokers, type BrokerKind, type EId } from './brokers.ts'
import { clientKeyOf } from './client-key.ts'
import { identityOf, type EIdNames, type Identity } from './identity.ts'
import { beginSignIn, type BegunSignIn, type SignInWish } from './sign-in-request.ts'
import type { SignInKind } from './sign-in-kind.ts'
import { refusalOf, type Refusal } from './sign-in-refused.ts'
import { checkRequest, readSignature, type Ordered, type SignatureAnswer } from './signature-answer.ts'
import type { SignatureOrder } from './signature-order.ts'
import { SignatureRefused, signatureRefusalOf, type SignatureRefusal } from './signature-refused.ts'
import { beginSignature, type BegunSignature } from './signature-request.ts'
import { exchange, userInfoOf, type Returned } from './token-exchange.ts'

export type IdentityProviders = Record<SignInKind, IdentityProvider>

export type IdentityProvider = {
  eIds: readonly EId[]
  begin: (wish: SignInWish) => Promise<BegunSignIn | Refusal>
  finish: (answer: Returned) => Promise<Identified | Refusal>
  /** What the broker lacks to take signatures; null while it does not answer. */
  lacksForSigning: () => Promise<readonly string[] | null>
  startSignature: (order: SignatureOrder) => Promise<BegunSignature | SignatureRefusal>
  finishSignature: (answer: Returned, ordered: Ordered) => Promise<SignatureAnswer | SignatureRefusal>
}

/** `account` is the broker's own name for somebody, the same each time (OpenID Connect Core 8). */
export type Identified = Identity & { account: string }

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
  const ours = { kind, broker, key, redirectUri, eIds }

  return {
    eIds: eIds ? (Object.keys(eIds) as EId[]) : [broker.eId],
    begin: (wish) =>
      settle(async () => beginSignIn({ ...(await connection.fresh()), ...ours }, wish), refusalOf),
    finish: (answer) =>
      settle(async () => {
        const { config } = await connection.known()
        const { tokens, idToken, now } = await exchange(config, redirectUri, answer)
        const userInfo = await userInfoOf(config, broker, {
          accessToken: tokens.access_token,
          sub: idToken.sub,
        })
        const identity = identityOf(broker, { idToken, userInfo }, eIds, now)
        return { ...identity, account: `${idToken.iss} ${idToken.sub}` }
      }, refusalOf),
    lacksForSigning: () =>
      connection.known().then(
        ({ missingForSigning }) => missingForSigning,
        () => null,
      ),
    startSignature: (order) =>
      settle(
        async () => beginSignature({ ...(await connection.fresh()), ...ours }, order),
        signatureRefusalOf,
      ),
    finishSignature: (answer, ordered) =>
      settle(async () => {
        const { signing } = broker
        if (!signing) throw new SignatureRefused('failed', 'no-signing')
        checkRequest(ordered, answer)
        const { config } = await connection.known()
        const { tokens, now } = await exchange(config, redirectUri, answer)
        return readSignature({ config, broker: { ...broker, signing }, eIds }, tokens.id_token!, ordered, now)
      }, signatureRefusalOf),
  }
}

async function settle<T, R>(work: () => Promise<T>, read: (error: unknown) => R | undefined): Promise<T | R> {
  try {
    return await work()
  } catch (error) {
    const refusal = read(error)
    if (!refusal) throw error
    return refusal
  }
}
