/** www.oidc.se/specifications: Profile 1.0, Claims and Scopes 1.0, Request Parameter Extensions 1.1, Signature Extension 1.1. */
export const CLAIM = {
  personalIdentityNumber: 'https://id.oidc.se/claim/personalIdentityNumber',
  coordinationNumber: 'https://id.oidc.se/claim/coordinationNumber',
  coordinationNumberLevel: 'https://id.oidc.se/claim/coordinationNumberLevel',
  authnProvider: 'https://id.oidc.se/claim/authnProvider',
  deviceIp: 'https://id.oidc.se/claim/deviceIp',
  credentialValidFrom: 'https://id.oidc.se/claim/credentialValidFrom',
  credentialValidTo: 'https://id.oidc.se/claim/credentialValidTo',
  userSignature: 'https://id.oidc.se/claim/userSignature',
  authnEvidence: 'https://id.oidc.se/claim/authnEvidence',
} as const

export const SCOPE = {
  naturalPersonInfo: 'https://id.oidc.se/scope/naturalPersonInfo',
  naturalPersonNumber: 'https://id.oidc.se/scope/naturalPersonNumber',
  sign: 'https://id.oidc.se/scope/sign',
} as const

export const PARAMETER = {
  userMessage: 'https://id.oidc.se/param/userMessage',
  authnProvider: 'https://id.oidc.se/param/authnProvider',
  signRequest: 'https://id.oidc.se/param/signRequest',
} as const

export const DISCOVERY = {
  userMessageSupported: 'https://id.oidc.se/disco/userMessageSupported',
  userMessageSupportedMimeTypes: 'https://id.oidc.se/disco/userMessageSupportedMimeTypes',
  authnProviderSupported: 'https://id.oidc.se/disco/authnProviderSupported',
} as const

/** The scheme really is http (Sweden Connect, Registry for Identifiers). */
export const LEVEL = {
  loa2: 'http://id.elegnamnden.se/loa/1.0/loa2',
  loa3: 'http://id.elegnamnden.se/loa/1.0/loa3',
} as const
