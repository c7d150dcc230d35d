import { describe, expect, test } from 'vitest'
import { brokers, type BrokerKind } from './brokers'
import { identityOf, type EIdNames, type Statements } from './identity'
import { SignInRefused } from './sign-in-refused'

const now = new Date('2026-09-15T07:00:00Z')
const tindra = '201001012382'
// Made by hand: Skatteverket publishes no samordningsnummer for tests.
const coordinated = '200705612398'
const authenticatedAt = new Date('2026-09-15T06:59:30Z')
const auth_time = authenticatedAt.getTime() / 1000

const claim = (name: string) => `https://id.oidc.se/claim/${name}`
const freja = (name: string) => `https://frejaeid.com/oidc/claims/${name}`
const loa = (level: number | string) => `http://id.elegnamnden.se/loa/1.0/loa${level}`

/** By each broker's documentation. */
const honest: Record<BrokerKind, Statements> = {
  'oidc-sweden': {
    idToken: { auth_time, acr: loa(3), txn: 'order-1', [claim('personalIdentityNumber')]: tindra },
    userInfo: { [claim('personalIdentityNumber')]: tindra },
  },
  idura: {
    idToken: {
      auth_time,
      identityscheme: 'sebankid',
      authenticationtype: 'urn:grn:authn:se:bankid:same-device',
      ssn: tindra,
      country: 'SE',
    },
    userInfo: {},
  },
  signicat: {
    idToken: { auth_time, idp: 'sbid', amr: ['external'] },
    userInfo: { nin: tindra, nin_type: 'PERSON', nin_issuing_country: 'SE' },
  },
  freja: {
    idToken: { auth_time },
    userInfo: {
      [freja('personalIdentityNumber')]: tindra,
      [freja('country')]: 'SE',
      [freja('registrationLevel')]: 'PLUS',
      [freja('loaLevel')]: 'LOA3',
      [freja('transactionReference')]: 'order-1',
    },
  },
}

test.each<[BrokerKind, object]>([
  ['oidc-sweden', { eId: 'bankid', transaction: 'order-1' }],
  ['idura', { eId: 'bankid', transaction: undefined }],
  ['signicat', { eId: 'bankid', transaction: undefined }],
  ['freja', { eId: 'freja', transaction: 'order-1' }],
])('%s is read into the same shape', (kind, own) => {
  expect(identityOf(brokers[kind], honest[kind], undefined, now)).toEqual({
    number: tindra,
    numberType: 'personnummer',
    level: 'loa3',
    authenticatedAt,
    ...own,
  })
})

type Change = { idToken?: Record<string, unknown>; userInfo?: Record<string, unknown> }

function outcome(kind: BrokerKind, change: Change, names?: EIdNames): string {
  const { idToken, userInfo } = honest[kind]
  const said = { idToken: { ...idToken, ...change.idToken }, userInfo: { ...userInfo, ...change.userInfo } }
  try {
    const { level, eId, numberType } = identityOf(brokers[kind], said, names, now)
    return [level, eId, numberType].join(' ')
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    return error.refusal.refused
  }
}

describe('a level of assurance', () => {
  test.each<[string, BrokerKind, Change, string]>([
    ['4 is more than enough', 'oidc-sweden', { idToken: { acr: loa(4) } }, 'loa4 bankid personnummer'],
    ['2 is too low', 'oidc-sweden', { idToken: { acr: loa(2) } }, 'levelTooLow'],
    [
      '3 without Swedish number is another level',
      'oidc-sweden',
      { idToken: { acr: 'http://id.swedenconnect.se/loa/1.0/loa3-nonresident' } },
      'levelTooLow',
    ],
    [
      '3 that nobody has certified is another level',
      'oidc-sweden',
      { idToken: { acr: 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3' } },
      'levelTooLow',
    ],
    [
      '3 with https is another text',
      'oidc-sweden',
      { idToken: { acr: loa(3).replace('http:', 'https:') } },
      'levelTooLow',
    ],
    ['in a list is none', 'oidc-sweden', { idToken: { acr: [loa(3)] } }, 'levelTooLow'],
    [
      'that is a name every object has is none',
      'oidc-sweden',
      { idToken: { acr: 'constructor' } },
      'levelTooLow',
    ],
    [
      'by another e-ID of the broker is none',
      'idura',
      { idToken: { authenticationtype: 'urn:grn:authn:no:bankid' } },
      'levelTooLow',
    ],
    [
      'by an unknown way of BankID is none',
      'idura',
      { idToken: { authenticationtype: 'urn:grn:authn:se:bankid:fax' } },
      'levelTooLow',
    ],
    ['of Norwegian BankID is none', 'signicat', { idToken: { idp: 'nbid' } }, 'levelTooLow'],
    ['of Freja below 3 is too low', 'freja', { userInfo: { [freja('loaLevel')]: 'LOA2' } }, 'levelTooLow'],
    [
      'of Freja for non-residents is another level',
      'freja',
      { userInfo: { [freja('loaLevel')]: 'LOA3_NR' } },
      'levelTooLow',
    ],
  ])('%s', (_what, kind, change, expected) => {
    expect(outcome(kind, change)).toBe(expected)
  })
})

describe('a broker’s word', () => {
  test.each<[string, BrokerKind, Change]>([
    ['for another country', 'idura', { idToken: { country: 'NO' } }],
    ['without country', 'idura', { idToken: { country: undefined } }],
    ['by an unknown e-ID', 'idura', { idToken: { identityscheme: 'dkmitid' } }],
    ['about an organisation', 'signicat', { userInfo: { nin_type: 'ORGANIZATION' } }],
    ['for another country', 'signicat', { userInfo: { nin_issuing_country: 'NO' } }],
    ['for another country', 'freja', { userInfo: { [freja('country')]: 'DK' } }],
    ['without Plus', 'freja', { userInfo: { [freja('registrationLevel')]: 'EXTENDED' } }],
    [
      'without a number',
      'oidc-sweden',
      {
        idToken: { [claim('personalIdentityNumber')]: undefined },
        userInfo: { [claim('personalIdentityNumber')]: undefined },
      },
    ],
    ['with two kinds of number', 'oidc-sweden', { idToken: { [claim('coordinationNumber')]: coordinated } }],
    [
      'that contradicts itself',
      'oidc-sweden',
      { userInfo: { [claim('personalIdentityNumber')]: '198501012382' } },
    ],
    ['with a number that is a number', 'idura', { idToken: { ssn: Number(tindra) } }],
    ['with a hyphen in the number', 'idura', { idToken: { ssn: '20100101-2382' } }],
    ['with ten digits', 'signicat', { userInfo: { nin: tindra.slice(2) } }],
    [
      'with a samordningsnummer called a personnummer',
      'oidc-sweden',
      {
        idToken: { [claim('personalIdentityNumber')]: coordinated },
        userInfo: { [claim('personalIdentityNumber')]: coordinated },
      },
    ],
  ])('%s (%s) is refused', (_what, kind, change) => {
    expect(outcome(kind, change)).toBe('failed')
  })
})

describe('a samordningsnummer', () => {
  const said = (certainty?: string, number = coordinated): Change => ({
    idToken: {
      [claim('personalIdentityNumber')]: undefined,
      [claim('coordinationNumber')]: number,
      [claim('coordinationNumberLevel')]: certainty,
    },
    userInfo: { [claim('personalIdentityNumber')]: undefined },
  })
  test.each([
    ['confirmed', 'loa3 bankid samordningsnummer'],
    [undefined, 'loa3 bankid samordningsnummer'],
    ['probable', 'levelTooLow'],
    ['uncertain', 'levelTooLow'],
  ])('whose holder is %s', (certainty, expected) => {
    expect(outcome('oidc-sweden', said(certainty))).toBe(expected)
  })

  test.each(['200705602399', '200700602394', '200700772395'])(
    'of somebody whose birthday is not known',
    (number) => {
      expect(outcome('oidc-sweden', said('confirmed', number))).toBe('loa3 bankid samordningsnummer')
    },
  )
})

describe('where several e-IDs are agreed on', () => {
  const names = { bankid: 'https://broker/bankid', freja: 'https://broker/freja' }
  test.each([
    ['https://broker/bankid', 'loa3 bankid personnummer'],
    ['https://broker/freja', 'loa3 freja personnummer'],
    ['https://broker/other', 'failed'],
    [undefined, 'failed'],
  ])('the answer names %s', (used, expected) => {
    expect(outcome('oidc-sweden', { idToken: { [claim('authnProvider')]: used } }, names)).toBe(expected)
  })
})
