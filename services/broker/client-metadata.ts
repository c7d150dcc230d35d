import type { ClientMetadata } from 'oidc-provider'
import type { ClientRegistration } from './registration.ts'

/** OpenID Connect Dynamic Client Registration, with the values the profile requires. */
export function clientMetadata({
  clientId,
  clientName,
  publicJwk,
  redirectUris,
}: ClientRegistration): ClientMetadata {
  return {
    client_id: clientId,
    client_name: clientName.sv,
    jwks: { keys: [publicJwk] },
    redirect_uris: redirectUris,
    response_types: ['code'],
    response_modes: ['query'],
    grant_types: ['authorization_code'],
    subject_type: 'pairwise',
    token_endpoint_auth_method: 'private_key_jwt',
    id_token_signed_response_alg: 'ES256',
    userinfo_signed_response_alg: 'ES256',
    require_auth_time: true,
  }
}
