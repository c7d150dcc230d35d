import { sql } from 'kysely'
import { hashOf } from '../../access/cookies'
import type { ServiceTx } from '../../../db/connect'
import type { Subject } from '../../../db/opening'
import type { SignInKind } from '../../oidc/sign-in-kind'

// Somebody reads, leaves for the app, cancels and tries again: a handful. Each try costs the broker an order and us a row.
const mostBegun = 20

/** Counts that somebody leaves to sign, whatever it is; false when the limit per quarter of an hour is reached. */
export async function takeBegin(
  tx: ServiceTx,
  kind: SignInKind,
  { municipalityId, subjectId }: Pick<Subject, 'municipalityId' | 'subjectId'>,
): Promise<boolean> {
  const key = hashOf(`${municipalityId} ${subjectId}`)
  const { rows } = await sql<{ allowed: boolean }>`
    select rate_take(${`sign ${kind}`}, ${key}, ${mostBegun}, interval '15 minutes') as allowed`.execute(tx)
  return rows[0]?.allowed === true
}
