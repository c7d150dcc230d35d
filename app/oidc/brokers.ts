export type Broker = {
  scopes: readonly string[]
  asks: Readonly<Record<string, string>>
  /** OpenID Connect Core 5.5. Null where the broker ignores it. */
  claims: ClaimsRequest | null
  /** Registered for our client. Any other algorithm is refused. */
  tokenAlgorithm: 'ES256' | 'RS256'
  userInfo: 'signed' | 'plain' | 'none'
  requestObject: 'required' | 'ifSupported'
  /** One of these must hold the number, of the given type if there is one. */
  numbers: readonly { claim: string; type?: NumberType }[]
  mustSay: Readonly<Record<string, string>>
  /** Values not listed are refused. */
  level: { claim: string; values: Readonly<Record<string, Level>> }
  /** Null where the connection has only one e-ID. */
  method: { claim: string; values: Readonly<Record<string, EId>> } | null
  eId: EId
  transaction: string
  /** Null where the broker cannot order a signature by OpenID Connect, or its way is not known well enough. */
  signing: Signing | null
}

/** How a signature with BankID is ordered, and where in the ID token it comes back. */
export type Signing = {
  order: 'signRequest' | 'loginHint'
  scopes: readonly string[]
  prompt: string
  /** Asked for by name, where the broker reads `claims`. */
  asks: readonly string[]
  signature: string
  ocspResponse: string
  deviceIp: string
}

export type BrokerKind = 'oidc-sweden' | 'idura' | 'signicat' | 'freja'
export type EId = 'bankid' | 'freja'
export type Level = 'loa3' | 'loa4'
export type NumberType = 'personnummer' | 'samordningsnummer'
export type ClaimsRequest = {
  id_token: Record<string, { essential: true; value?: string; values?: string[] } | null>
}

// Sweden Connect, Registry for Identifiers. The scheme really is http.
const loa3 = 'http://id.elegnamnden.se/loa/1.0/loa3'
const loa4 = 'http://id.elegnamnden.se/loa/1.0/loa4'

const claim = (name: string) => `https://id.oidc.se/claim/${name}`
const freja = (name: string) => `https://frejaeid.com/oidc/claims/${name}`

// No names are asked for: we use the register's (ASVS 10.2.3).
export const brokers: Readonly<Record<BrokerKind, Broker>> = {
  // Swedish OpenID Connect Profile 1.0, Claims and Scopes 1.0. Also BankID's own provider.
  'oidc-sweden': {
    scopes: ['openid', 'https://id.oidc.se/scope/naturalPersonNumber'],
    asks: {},
    claims: {
      id_token: {
        acr: { essential: true, values: [loa3, loa4] },
        auth_time: { essential: true },
        [claim('personalIdentityNumber')]: { essential: true },
        [claim('coordinationNumberLevel')]: null,
        [claim('authnProvider')]: null,
        txn: null,
      },
    },
    tokenAlgorithm: 'ES256',
    userInfo: 'signed',
    requestObject: 'required',
    numbers: [
      { claim: claim('personalIdentityNumber'), type: 'personnummer' },
      { claim: claim('coordinationNumber'), type: 'samordningsnummer' },
    ],
    mustSay: {},
    level: { claim: 'acr', values: { [loa3]: 'loa3', [loa4]: 'loa4' } },
    method: null,
    eId: 'bankid',
    transaction: 'txn',
    // Signature Extension for OpenID Connect 1.1.
    signing: {
      order: 'signRequest',
      scopes: ['openid', 'https://id.oidc.se/scope/naturalPersonNumber', 'https://id.oidc.se/scope/sign'],
      prompt: 'login consent',
      asks: [claim('authnEvidence'), claim('deviceIp')],
      signature: claim('userSignature'),
      ocspResponse: claim('authnEvidence'),
      deviceIp: claim('deviceIp'),
    },
  },
  // docs.idura.app, Swedish BankID. Digg approves BankID at level 3; the URN only says which flow was used.
  idura: {
    scopes: ['openid'],
    asks: { acr_values: 'urn:grn:authn:se:bankid' },
    claims: null,
    tokenAlgorithm: 'RS256',
    userInfo: 'none',
    requestObject: 'ifSupported',
    numbers: [{ claim: 'ssn' }],
    mustSay: { country: 'SE' },
    level: {
      claim: 'authenticationtype',
      values: {
        'urn:grn:authn:se:bankid': 'loa3',
        'urn:grn:authn:se:bankid:same-device': 'loa3',
        'urn:grn:authn:se:bankid:another-device': 'loa3',
        'urn:grn:authn:se:bankid:another-device:qr': 'loa3',
      },
    },
    method: { claim: 'identityscheme', values: { sebankid: 'bankid' } },
    eId: 'bankid',
    transaction: 'txn',
    signing: {
      order: 'loginHint',
      scopes: ['openid', 'evidence'],
      prompt: 'login',
      asks: [],
      signature: 'evidence',
      ocspResponse: 'ocspResponse',
      deviceIp: 'ipaddress',
    },
  },
  // developer.signicat.com, BankID (sbid).
  signicat: {
    scopes: ['openid', 'nin'],
    asks: { acr_values: 'idp:sbid' },
    claims: null,
    tokenAlgorithm: 'RS256',
    userInfo: 'plain',
    requestObject: 'ifSupported',
    numbers: [{ claim: 'nin' }],
    mustSay: { nin_type: 'PERSON', nin_issuing_country: 'SE' },
    level: { claim: 'idp', values: { sbid: 'loa3' } },
    method: { claim: 'idp', values: { sbid: 'bankid' } },
    eId: 'bankid',
    transaction: 'txn',
    // Signatures go through its Sign API, not through OpenID Connect.
    signing: null,
  },
  // Only Freja Plus with a Swedish number is level 3 (Digg's list of approved e-IDs). LOA3_NR is not.
  freja: {
    scopes: [
      'openid',
      'https://frejaeid.com/oidc/scopes/personalIdentityNumber',
      'https://frejaeid.com/oidc/scopes/registrationLevel',
    ],
    asks: {},
    claims: null,
    tokenAlgorithm: 'RS256',
    userInfo: 'plain',
    requestObject: 'ifSupported',
    numbers: [{ claim: freja('personalIdentityNumber') }],
    mustSay: { [freja('country')]: 'SE', [freja('registrationLevel')]: 'PLUS' },
    level: { claim: freja('loaLevel'), values: { LOA3: 'loa3' } },
    method: null,
    eId: 'freja',
    transaction: freja('transactionReference'),
    signing: null,
  },
}
