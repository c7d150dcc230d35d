import { randomUUID } from 'node:crypto'
import type { TestBankId } from './bankid/bankid.ts'
import { CLAIM, LEVEL } from './oidc-sweden.ts'
import { nameOf, type Identity, type SignedClaims, type SignIns } from './sign-in.ts'
import { inSignature, type SignFault } from './sign-fault.ts'
import type { SignOrder } from './sign-order.ts'

type Signing = { identity: Identity; order: SignOrder; text: string; fault: SignFault; deviceIp: string }
type Signed = { accountId: string; level: string; at: Date }
type Made = ReturnType<TestBankId['order']>

export type Signer = { sign: (signing: Signing) => Signed }

const TEN_MINUTES_MS = 600_000

/** Orders signatures from the bank, and keeps them as the provider's claims. */
export function createSigner(bankId: TestBankId, signIns: SignIns): Signer {
  const earlier = new Map<string, Made>()

  const make = (signing: Signing, at: Date): Made => {
    const fault = inSignature(signing.fault)
    return bankId.order({ ...orderOf(signing), kind: 'Signing', at, ...(fault && { fault }) })
  }
  const again = (signing: Signing, at: Date): Made => {
    const { hiddenData } = signing.order
    const before = { ...signing.order, hiddenData: Buffer.concat([hiddenData, Buffer.from('earlier')]) }
    return earlier.get(signing.identity.idNumber.digits) ?? make({ ...signing, order: before }, at)
  }

  return {
    sign(signing) {
      const { identity, fault, deviceIp } = signing
      const now = new Date()
      const made = fault === 'replayed' ? again(signing, now) : make(signing, now)
      if (fault === 'none') earlier.set(identity.idNumber.digits, made)
      const at = fault === 'oldAuthentication' ? new Date(now.getTime() - TEN_MINUTES_MS) : now
      const level = fault === 'lowLevel' ? LEVEL.loa2 : LEVEL.loa3
      const signed = claimsOf(made, fault)
      const accountId = signIns.add({ identity, level, transaction: randomUUID(), deviceIp, at: now, signed })
      return { accountId, level, at }
    },
  }
}

function orderOf({ identity, order, text }: Signing) {
  const { givenName, familyName, idNumber } = identity
  return {
    personalNumber: idNumber.digits,
    name: { given: givenName || nameOf(identity), family: familyName || nameOf(identity) },
    visibleText: Buffer.from(text, 'utf8'),
    hiddenData: order.hiddenData,
  }
}

/** Claim mapping of BankID (Claims and Scopes, mappings to other specifications). */
function claimsOf({ signature, ocspResponse, validFrom, validTo }: Made, fault: SignFault): SignedClaims {
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
  return {
    ...(fault !== 'signatureMissing' && { [CLAIM.userSignature]: signature }),
    ...(ocspResponse !== null && { [CLAIM.authnEvidence]: ocspResponse }),
    [CLAIM.credentialValidFrom]: seconds(validFrom),
    [CLAIM.credentialValidTo]: seconds(validTo),
  }
}
