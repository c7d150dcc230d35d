import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonTx } from '../../../db/connect'
import type { DataKeys } from '../../person/data-keys'
import { decryptNumber, signerHash } from '../../person/personal-identity-number'
import { hiddenDataOf } from '../hidden-intent'
import { visibleTextOf } from '../visible-text'
import type { SignatureRequest } from './signature-request'

/** What the broker is asked for; `intentId` finds it again. */
export type Intended = { intentId: string; signer: string; visibleText: string; hiddenData: string }

type Beside = { municipality: string; now: Date; dataKeys: DataKeys }

/** What is to be signed, from our own record alone: nothing a browser sends goes into it. */
export async function intend(
  tx: PersonTx,
  request: SignatureRequest,
  { municipality, now, dataKeys }: Beside,
): Promise<Intended> {
  const { rows } = await sql<{ number: Buffer }>`select person_own_number() as number`.execute(tx)
  const signer = decryptNumber(rows[0]!.number, dataKeys)
  const record = { ...request, municipality }
  const intentId = randomUUID()
  return {
    intentId,
    signer,
    visibleText: visibleTextOf(record),
    hiddenData: hiddenDataOf({
      ...record,
      intentId,
      signer: signerHash(signer, dataKeys),
      laws: request.parts.map(({ law }) => law),
      createdAt: now,
      nonce: randomBytes(32).toString('hex'),
    }),
  }
}

/**
 * Fixes it, with the request as it is sent, before anybody leaves for the app.
 * @returns false when it can no longer be answered
 */
export async function beginSignature(
  tx: PersonTx,
  requestId: string,
  { intentId, visibleText, hiddenData, requestJwt }: Intended & { requestJwt: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select person_begin_signature(${requestId}::uuid, ${intentId}::uuid, ${visibleText}, ${hiddenData}, ${requestJwt}) as begun`.execute(
    tx,
  )
  return rows[0]?.begun === true
}
