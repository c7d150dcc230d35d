import { randomBytes } from 'node:crypto'
import type { Configuration, Grant, JWK, KoaContextWithOIDC } from 'oidc-provider'
import {
  alwaysIdentify,
  checkAuthnProvider,
  checkClaims,
  checkSignRequest,
  checkUserMessage,
} from './authorization-checks.ts'
import { toAccount } from './claims.ts'
import { clientMetadata } from './client-metadata.ts'
import { createMemoryAdapter } from './memory-adapter.ts'
import { CLAIM, DISCOVERY, LEVEL, PARAMETER, SCOPE } from './oidc-sweden.ts'
import type { ClientRegistration } from './registration.ts'
import { keepRequestObject } from './request-object.ts'
import type { SignIns } from './sign-in.ts'
import { UI_LOCALES } from './texts.ts'
import { USER_MESSAGE_MIME_TYPES } from './user-message.ts'

type Parts = {
  client: ClientRegistration
  keys: JWK[]
  signIns: SignIns
  /** Whether it takes orders of signatures. */
  signs: boolean
  authnProvider: string
  subjectOf: (signInId: string) => string
  interactionPath: (uid: string) => string
  renderError: NonNullable<Configuration['renderError']>
}

const SIGNATURES = ['ES256', 'RS256'] as const

/** Swedish OpenID Connect Profile 1.0. What it does not require is off. */
export function providerConfiguration(parts: Parts): Configuration {
  return {
    adapter: createMemoryAdapter(),
    clients: [clientMetadata(parts.client)],
    jwks: { keys: parts.keys },
    cookies: {
      names: { session: 'broker_session', interaction: 'broker_step', resume: 'broker_resume' },
      keys: [randomBytes(32).toString('base64url')],
      // Required by enableHttpPostMethods. The cookie is never set, see grantRequested.
      long: { sameSite: 'none' },
    },
    enableHttpPostMethods: true,
    findAccount: (_ctx, id) => {
      const signIn = parts.signIns.find(id)
      return signIn && toAccount(id, signIn, parts.authnProvider)
    },
    interactions: { policy: alwaysIdentify(parts.signs), url: (_ctx, { uid }) => parts.interactionPath(uid) },
    renderError: parts.renderError,
    ...claimsAndScopes(parts),
    ...security(),
    features: features(),
    extraParams: {
      [PARAMETER.userMessage]: checkUserMessage,
      [PARAMETER.authnProvider]: checkAuthnProvider(parts.authnProvider),
      ...(parts.signs && { [PARAMETER.signRequest]: checkSignRequest }),
    },
    discovery: {
      ui_locales_supported: UI_LOCALES,
      [DISCOVERY.userMessageSupported]: true,
      [DISCOVERY.userMessageSupportedMimeTypes]: USER_MESSAGE_MIME_TYPES,
      [DISCOVERY.authnProviderSupported]: true,
    },
  }
}

/** Claims and Scopes 1.0. Claims outside a scope come only through `claims`. */
function claimsAndScopes({ subjectOf, signs }: Parts): Configuration {
  return {
    scopes: ['openid'],
    claims: {
      openid: ['sub', 'acr', 'auth_time'],
      [SCOPE.naturalPersonInfo]: ['family_name', 'given_name', 'middle_name', 'name', 'birthdate'],
      [SCOPE.naturalPersonNumber]: [CLAIM.personalIdentityNumber, CLAIM.coordinationNumber],
      [CLAIM.coordinationNumberLevel]: null,
      txn: null,
      [CLAIM.authnProvider]: null,
      [CLAIM.deviceIp]: null,
      [CLAIM.credentialValidFrom]: null,
      [CLAIM.credentialValidTo]: null,
      ...(signs && { [SCOPE.sign]: [CLAIM.userSignature, 'auth_time'], [CLAIM.authnEvidence]: null }),
    },
    // The number belongs in the ID token too. toAccount keeps the other scope out.
    conformIdTokenClaims: false,
    acrValues: [LEVEL.loa3],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, signInId) => subjectOf(signInId),
  }
}

function security(): Configuration {
  return {
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    pkce: { required: () => true },
    enabledJWA: {
      clientAuthSigningAlgValues: SIGNATURES,
      idTokenSigningAlgValues: SIGNATURES,
      requestObjectSigningAlgValues: SIGNATURES,
      userinfoSigningAlgValues: SIGNATURES,
    },
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: () => false,
    loadExistingGrant: grantRequested,
    expiresWithSession: () => false,
    // Seconds. Profile 3.2.1 allows an ID token at most five minutes.
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 300,
      Interaction: 900,
      Session: 900,
    },
  }
}

function features(): NonNullable<Configuration['features']> {
  return {
    claimsParameter: { enabled: true, assertClaimsParameter: checkClaims },
    jwtUserinfo: { enabled: true },
    requestObjects: {
      enabled: true,
      requireSignedRequestObject: true,
      assertJwtClaimsAndHeader: keepRequestObject,
    },
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    rpInitiatedLogout: { enabled: false },
  }
}

/** Ends the provider's session too, so an earlier identification never signs anybody in. */
async function grantRequested({ oidc }: KoaContextWithOIDC): Promise<Grant> {
  const grant = new oidc.provider.Grant({
    accountId: oidc.account?.accountId,
    clientId: oidc.client?.clientId,
  })
  grant.addOIDCScope(oidc.requestParamOIDCScopes)
  grant.addOIDCClaims(oidc.requestParamClaims)
  await grant.save()
  await oidc.session?.destroy()
  return grant
}
