import type { Account } from 'oidc-provider'
import { CLAIM } from './oidc-sweden.ts'
import { nameOf, type Identity, type SignIn } from './sign-in.ts'

type Claims = Record<string, string | number>

const YEAR_S = 365 * 24 * 3600

export function numberClaims({ idNumber }: Identity): Claims {
  return { [CLAIM[idNumber.kind]]: idNumber.digits }
}

/** Skatteverket's certainty of the number. An e-ID at loa3 needs the highest. */
function certaintyClaims({ idNumber }: Identity): Claims {
  return idNumber.kind === 'coordinationNumber' ? { [CLAIM.coordinationNumberLevel]: 'confirmed' } : {}
}

export function personInfoClaims(identity: Identity): Claims {
  const { idNumber, givenName, familyName } = identity
  return {
    name: nameOf(identity),
    ...(givenName && { given_name: givenName }),
    ...(familyName && { family_name: familyName }),
    birthdate: idNumber.birthdate,
  }
}

function authenticationClaims(signIn: SignIn, authnProvider: string): Claims {
  const at = Math.floor(signIn.at.getTime() / 1000)
  return {
    txn: signIn.transaction,
    [CLAIM.authnProvider]: authnProvider,
    [CLAIM.deviceIp]: signIn.deviceIp,
    [CLAIM.credentialValidFrom]: at - YEAR_S,
    [CLAIM.credentialValidTo]: at + 2 * YEAR_S,
  }
}

/** naturalPersonInfo goes into the ID token only if asked for by name (Claims and Scopes 1.0, section 3). */
export function toAccount(id: string, signIn: SignIn, authnProvider: string): Account {
  return {
    accountId: id,
    claims(use, _scope, requested) {
      const info = Object.entries(personInfoClaims(signIn.identity))
      return {
        sub: id,
        ...numberClaims(signIn.identity),
        ...certaintyClaims(signIn.identity),
        ...authenticationClaims(signIn, authnProvider),
        ...(use === 'id_token' && signIn.signed),
        ...Object.fromEntries(use === 'id_token' ? info.filter(([claim]) => claim in requested) : info),
      }
    },
  }
}
