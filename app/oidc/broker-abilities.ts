import type { ServerMetadata } from 'openid-client'
import type { Broker } from './brokers.ts'
import type { ClientKey } from './client-key.ts'

export type Abilities = { signedRequest: boolean; userMessage: boolean }

type Ours = { issuer: string; broker: Broker; key: ClientKey | undefined }

export function abilitiesOf(metadata: ServerMetadata, key: ClientKey | undefined): Abilities {
  const signedRequest =
    key !== undefined &&
    metadata.request_parameter_supported === true &&
    names(metadata.request_object_signing_alg_values_supported, key.algorithm)
  return {
    signedRequest,
    // The message is an object, which only a signed request can carry.
    userMessage: signedRequest && metadata['https://id.oidc.se/disco/userMessageSupported'] === true,
  }
}

/** For the log. A list the broker does not publish is fine, except where the profile demands it. */
export function missingAbilities(metadata: ServerMetadata, { issuer, broker, key }: Ours): string[] {
  const client = key ? ['private_key_jwt'] : ['client_secret_basic', 'client_secret_post']
  const offered = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const checks: [string, boolean][] = [
    ['the issuer written exactly as in the settings', metadata.issuer === issuer],
    // Our form-action names the issuer's origin, so nothing else may receive the person.
    [
      'the authorization endpoint on the issuer’s origin',
      sameOrigin(metadata.authorization_endpoint, issuer),
    ],
    ['PKCE with S256', names(metadata.code_challenge_methods_supported, 'S256')],
    ['published signing keys', typeof metadata.jwks_uri === 'string'],
    [`client authentication by ${client.join(' or ')}`, client.some((method) => offered.includes(method))],
    [
      `ID tokens signed with ${broker.tokenAlgorithm}`,
      mayHave(metadata.id_token_signing_alg_values_supported, broker.tokenAlgorithm),
    ],
    ['every scope we ask for', broker.scopes.every((scope) => mayHave(metadata.scopes_supported, scope))],
    [
      'signed request objects',
      broker.requestObject === 'ifSupported' || abilitiesOf(metadata, key).signedRequest,
    ],
    ['the claims parameter', broker.claims === null || metadata.claims_parameter_supported === true],
    ['a level of assurance we accept', offersLevel(metadata, broker)],
    ['a UserInfo endpoint', broker.userInfo === 'none' || typeof metadata.userinfo_endpoint === 'string'],
    [
      `UserInfo signed with ${broker.tokenAlgorithm}`,
      broker.userInfo !== 'signed' ||
        names(stringsOf(metadata['userinfo_signing_alg_values_supported']), broker.tokenAlgorithm),
    ],
  ]
  return unmet(checks)
}

/** What signatures need besides; the Signature Extension 1.1 wants the scope looked up before it is used. */
export function missingForSigning(metadata: ServerMetadata, { broker, key }: Ours): string[] {
  const { signing } = broker
  if (!signing) return ['a way to order signatures']
  const types = stringsOf(metadata['https://id.oidc.se/disco/userMessageSupportedMimeTypes'])
  const claims = stringsOf(metadata.claims_supported)
  const shared: [string, boolean][] = [
    [
      'every scope of a signature',
      signing.scopes.every((scope) => mayHave(metadata.scopes_supported, scope)),
    ],
    ['the signature as a claim', mayHave(claims, signing.signature)],
  ]
  if (signing.order === 'loginHint') {
    // The text is too long for an address, and the signer's number must not stand in one.
    const pushed = typeof metadata.pushed_authorization_request_endpoint === 'string'
    return unmet([...shared, ['pushed authorization requests', pushed]])
  }
  return unmet([
    ...shared,
    ['the scope of signatures in its list', metadata.scopes_supported !== undefined],
    ['signed request objects', abilitiesOf(metadata, key).signedRequest],
    ['the claims parameter', metadata.claims_parameter_supported === true],
    ['messages in plain text', mayHave(types, 'text/plain')],
  ])
}

function unmet(checks: [string, boolean][]): string[] {
  return checks.filter(([, met]) => !met).map(([what]) => what)
}

function offersLevel(metadata: ServerMetadata, { level }: Broker): boolean {
  const offered = stringsOf(metadata['acr_values_supported'])
  if (level.claim !== 'acr' || !offered) return true
  return offered.some((value) => Object.hasOwn(level.values, value))
}

function sameOrigin(endpoint: string | undefined, issuer: string): boolean {
  return endpoint !== undefined && URL.parse(endpoint)?.origin === new URL(issuer).origin
}

function names(list: readonly string[] | undefined, value: string): boolean {
  return list?.includes(value) === true
}

function mayHave(list: readonly string[] | undefined, value: string): boolean {
  return list === undefined || list.includes(value)
}

function stringsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined
}
