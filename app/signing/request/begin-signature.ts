import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../../db/connect'
import type { SignInKind } from '../../oidc/sign-in-kind'
import type { DataKeys } from '../../person/data-keys'
import { decryptNumber, signerHash } from '../../person/personal-identity-number'
import { sealEvidence } from '../evidence/sealed-evidence'
import { hiddenDataOf, type Authority } from '../hidden-intent'
import { visibleTextOf, type SignedRecord } from '../visible-text'

/** What the broker is asked for; `intentId` finds it again. */
export type Intended = { intentId: string; signer: string; visibleText: string; hiddenData: string }

/** What somebody is asked to sign, as the database has it. */
export type ToSign = Omit<SignedRecord, 'municipality'> & {
  id: string
  /** Where it stands, and the browser comes back to. */
  page: string
  documentId: string
  /** Sections of law that the document decides by. */
  laws: readonly string[]
  authority?: Authority
  isAnswerable: boolean
  isJudgedSoon: boolean
}

export type SignerTx = PersonTx | StaffTx

type Beside = { kind: SignInKind; municipality: string; now: Date; dataKeys: DataKeys }

/** What is to be signed, from our own record alone: nothing a browser sends goes into it. */
export async function intend(
  tx: SignerTx,
  request: ToSign,
  { kind, municipality, now, dataKeys }: Beside,
): Promise<Intended> {
  const signer = decryptNumber(await ownNumber(tx, kind), dataKeys)
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
      createdAt: now,
      nonce: randomBytes(32).toString('hex'),
    }),
  }
}

async function ownNumber(tx: SignerTx, kind: SignInKind): Promise<Buffer> {
  const own = kind === 'person' ? sql`person_own_number()` : sql`staff_own_number()`
  const { rows } = await sql<{ number: Buffer }>`select ${own} as number`.execute(tx)
  return rows[0]!.number
}

/**
 * Fixes it, with the request as it is sent, before anybody leaves for the app. The request names the signer by number: it is
 * sealed.
 * @returns false when it can no longer be answered
 */
export async function beginSignature(
  tx: SignerTx,
  { kind, requestId, dataKeys }: { kind: SignInKind; requestId: string; dataKeys: DataKeys },
  { intentId, visibleText, hiddenData, requestJwt }: Intended & { requestJwt: string | null },
): Promise<boolean> {
  const begin = kind === 'person' ? sql`person_begin_signature` : sql`staff_begin_signature`
  const sealed = requestJwt === null ? null : sealEvidence('request', requestJwt, intentId, dataKeys)
  const { rows } = await sql<{ begun: boolean }>`
    select ${begin}(${requestId}::uuid, ${intentId}::uuid, ${visibleText}, ${hiddenData}, ${sealed}) as begun`.execute(
    tx,
  )
  return rows[0]?.begun === true
}
