import * as openid from 'openid-client'
import { newRequest, type Awaited } from './authorization-request.ts'
import type { Connected } from './broker-connection.ts'
import type { Broker, Signing } from './brokers.ts'
import type { ClientKey } from './client-key.ts'
import type { EIdNames } from './identity.ts'
import type { SignInKind } from './sign-in-kind.ts'
import { checkOrder, claimsOf, loginHintOf, signRequestOf, type SignatureOrder } from './signature-order.ts'
import { SignatureRefused } from './signature-refused.ts'

/**
 * A form to be posted to the broker by the person's own browser: an address would be too long, and be kept in logs.
 * `requestJwt` is evidence and goes with the intent; null where the broker takes no signed requests.
 */
export type BegunSignature = Awaited & {
  address: string
  fields: Readonly<Record<string, string>>
  requestJwt: string | null
}

type Parts = Connected & {
  kind: SignInKind
  broker: Broker
  key: ClientKey | undefined
  redirectUri: string
  eIds: EIdNames | undefined
}

const signRequest = 'https://id.oidc.se/param/signRequest'
const authnProvider = 'https://id.oidc.se/param/authnProvider'

/** @throws SignatureRefused */
export async function beginSignature(parts: Parts, order: SignatureOrder): Promise<BegunSignature> {
  const { kind, broker, eIds, redirectUri, missingForSigning } = parts
  checkOrder(order)
  const { signing } = broker
  if (!signing || missingForSigning.length > 0) {
    throw new SignatureRefused('brokerAway', `the broker lacks ${missingForSigning.join(', ')}`)
  }
  const { parameters: usual, ...awaited } = await newRequest(kind, redirectUri, order.languages)
  const parameters = {
    ...usual,
    scope: signing.scopes.join(' '),
    prompt: signing.prompt,
    ...broker.asks,
    ...(broker.claims && { claims: JSON.stringify(claimsOf(broker, signing, order.signer)) }),
    ...(signing.order === 'loginHint' && { login_hint: loginHintOf(order) }),
    ...(eIds?.bankid && { [authnProvider]: eIds.bankid }),
  }
  const url = await requestOf(parts, signing, parameters, order)
  const requestJwt = url.searchParams.get('request')
  return { ...awaited, ...formOf(await pushedIfPrivate(parts, signing, url)), requestJwt }
}

async function requestOf(
  { config, abilities, key }: Parts,
  signing: Signing,
  parameters: Record<string, string>,
  order: SignatureOrder,
): Promise<URL> {
  if (!key || !abilities.signedRequest) return openid.buildAuthorizationUrl(config, parameters)
  const url = await openid.buildAuthorizationUrlWithJAR(
    config,
    parameters,
    { key: await key.load(), kid: key.kid },
    {
      // openid-client would send the object as text.
      [openid.modifyAssertion]: (_header, payload) => {
        if (signing.order === 'signRequest') payload[signRequest] = signRequestOf(order)
      },
    },
  )
  if (signing.order === 'signRequest') {
    // OpenID Connect Core 6.1: both must also be outside the request object.
    url.searchParams.set('response_type', 'code')
    url.searchParams.set('scope', parameters['scope']!)
  }
  return url
}

function pushedIfPrivate({ config }: Parts, { order }: Signing, url: URL): Promise<URL> | URL {
  return order === 'loginHint' ? openid.buildAuthorizationUrlWithPAR(config, url.searchParams) : url
}

function formOf(url: URL): Pick<BegunSignature, 'address' | 'fields'> {
  return { address: `${url.origin}${url.pathname}`, fields: Object.fromEntries(url.searchParams) }
}
