import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonTx } from '../../../db/connect'
import type { DataKeys } from '../../person/data-keys'
import { decryptNumber, signerHash } from '../../person/personal-identity-number'
import { hiddenDataOf } from '../hidden-intent'
import { visibleTextOf } from '../visible-text'
import type { SignatureRequest } from './signature-request'

/** What the broker is asked for; `intentId` finds it again. */
export type SignatureOrder = { intentId: string; signer: string; visibleText: Buffer; hiddenData: Buffer }

type Beside = { municipality: string; now: Date; dataKeys: DataKeys }

/**
 * Fixes what is to be signed, from our own record alone, before anybody is sent to the app.
 * @returns null when it can no longer be answered
 */
export async function beginSignature(
  tx: PersonTx,
  request: SignatureRequest,
  { municipality, now, dataKeys }: Beside,
): Promise<SignatureOrder | null> {
  const { rows: own } = await sql<{ number: Buffer }>`select person_own_number() as number`.execute(tx)
  const signer = decryptNumber(own[0]!.number, dataKeys)
  const record = { ...request, municipality }
  const intentId = randomUUID()
  const visibleText = visibleTextOf(record)
  const hiddenData = hiddenDataOf({
    ...record,
    intentId,
    signer: signerHash(signer, dataKeys),
    laws: request.parts.map(({ law }) => law),
    createdAt: now,
    nonce: randomBytes(32).toString('hex'),
  })
  const { rows } = await sql<{ begun: boolean }>`
    select person_begin_signature(${request.id}::uuid, ${intentId}::uuid, ${visibleText}, ${hiddenData}) as begun`.execute(
    tx,
  )
  if (!rows[0]?.begun) return null
  return { intentId, signer, visibleText: Buffer.from(visibleText), hiddenData: Buffer.from(hiddenData) }
}
