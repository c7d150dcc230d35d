import { faults as bankIdFaults, type Fault as BankIdFault } from './bankid/faults.ts'

/** What the broker itself can do wrong; the rest goes wrong in the signature. */
const BROKER_FAULTS = [
  'cancel',
  'expired',
  'signatureMissing',
  'someoneElse',
  'replayed',
  'lowLevel',
  'otherNonce',
  'oldAuthentication',
] as const

type BrokerFault = (typeof BROKER_FAULTS)[number]
export type SignFault = 'none' | BrokerFault | BankIdFault

export const SIGN_FAULTS: readonly SignFault[] = ['none', ...BROKER_FAULTS, ...bankIdFaults]

export function readFault(fields: URLSearchParams): SignFault {
  if (fields.get('action') === 'cancel') return 'cancel'
  return SIGN_FAULTS.find((fault) => fault === fields.get('fault')) ?? 'none'
}

export function inSignature(fault: SignFault): BankIdFault | undefined {
  return bankIdFaults.find((each) => each === fault)
}
