import * as openid from 'openid-client'
import { newRequest, type Awaited } from './authorization-request.ts'
import type { Connected } from './broker-connection.ts'
import type { Broker, EId } from './brokers.ts'
import type { ClientKey } from './client-key.ts'
import type { EIdNames } from './identity.ts'
import type { SignInKind } from './sign-in-kind.ts'

export type SignInWish = {
  eId: EId | undefined
  languages: readonly string[]
  message: { language: string; text: string; swedish: string }
}

/** The state includes the sign-in kind, so a late return still finds the page to start again from. */
export type BegunSignIn = Awaited & { url: string }

type Parts = Connected & {
  kind: SignInKind
  broker: Broker
  key: ClientKey | undefined
  redirectUri: string
  eIds: EIdNames | undefined
}

const userMessage = 'https://id.oidc.se/param/userMessage'
const authnProvider = 'https://id.oidc.se/param/authnProvider'

/** Swedish OpenID Connect Profile 1.0. */
export async function beginSignIn(parts: Parts, wish: SignInWish): Promise<BegunSignIn> {
  const { kind, broker, eIds, redirectUri } = parts
  const { parameters: usual, ...awaited } = await newRequest(kind, redirectUri, wish.languages)
  const chosen = wish.eId && eIds?.[wish.eId]
  const parameters = {
    ...usual,
    scope: broker.scopes.join(' '),
    ...broker.asks,
    ...(broker.claims && { claims: JSON.stringify(broker.claims) }),
    ...(chosen && { [authnProvider]: chosen }),
  }
  const url = await addressOf(parts, parameters, wish)
  return { url: url.href, ...awaited }
}

async function addressOf(
  { config, abilities, key }: Parts,
  parameters: Record<string, string>,
  wish: SignInWish,
): Promise<URL> {
  if (!key || !abilities.signedRequest) return openid.buildAuthorizationUrl(config, parameters)
  const url = await openid.buildAuthorizationUrlWithJAR(
    config,
    parameters,
    { key: await key.load(), kid: key.kid },
    {
      [openid.modifyAssertion]: (_header, payload) => {
        if (abilities.userMessage) payload[userMessage] = messageOf(wish)
      },
    },
  )
  // OpenID Connect Core 6.1: both must also be outside the request object.
  url.searchParams.set('response_type', 'code')
  url.searchParams.set('scope', parameters['scope']!)
  return url
}

// Authentication Request Parameter Extensions 1.1: the untagged text is the fallback.
function messageOf({ message: { language, text, swedish } }: SignInWish): Record<string, string> {
  const base64 = (words: string) => Buffer.from(words, 'utf8').toString('base64')
  return {
    message: base64(swedish),
    'message#sv': base64(swedish),
    [`message#${language}`]: base64(text),
    mime_type: 'text/plain',
  }
}
