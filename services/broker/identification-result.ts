import { randomUUID } from 'node:crypto'
import type { Interaction, InteractionResults } from 'oidc-provider'
import type { Answer } from './answer.ts'
import { numberClaims, personInfoClaims } from './claims.ts'
import { findUnmetClaim, parseClaimsRequest, type ClaimsRequest } from './claims-request.ts'
import { LEVEL } from './oidc-sweden.ts'
import type { Identity, SignIns } from './sign-in.ts'

type Parts = {
  signIns: SignIns
  subjectOf: (identity: Identity) => string
}

/** Swedish OpenID Connect Profile 2.3: cancelled and failed are both `access_denied`. */
export function toResult(
  { signIns, subjectOf }: Parts,
  answer: Exclude<Answer, { kind: 'invalid' }>,
  { params }: Interaction,
  deviceIp: string,
): InteractionResults {
  if (answer.kind === 'aborted') {
    return { error: 'access_denied', error_description: `identification was ${answer.reason}` }
  }

  const { identity } = answer
  const level = answer.lowLevel ? LEVEL.loa2 : LEVEL.loa3
  const given = {
    acr: level,
    sub: subjectOf(identity),
    ...personInfoClaims(identity),
    ...numberClaims(identity),
  }
  const unmet = findUnmetClaim(requestedClaims(params['claims']), given)
  if (unmet !== undefined) {
    return {
      error: 'unmet_authentication_requirements',
      error_description: `${unmet} cannot have that value`,
    }
  }

  const accountId = signIns.add({ identity, level, transaction: randomUUID(), deviceIp, at: new Date() })
  return { login: { accountId, acr: level, remember: false } }
}

export function requestedClaims(claims: unknown): ClaimsRequest {
  const request = typeof claims === 'string' ? parseClaimsRequest(JSON.parse(claims)) : undefined
  return request ?? { id_token: {}, userinfo: {} }
}
