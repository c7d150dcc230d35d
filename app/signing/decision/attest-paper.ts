import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

type OnPaper = { requestId: string; signedAt: Date }

/**
 * Keeps that a decision was signed on paper, by the word of whoever acts and has seen it.
 * @returns false when it is answered, they are the signer, or the signer could not decide at that moment
 */
export async function attestPaper(tx: StaffTx, { requestId, signedAt }: OnPaper): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_attest_paper(${requestId}::uuid, ${signedAt}) as done`.execute(tx)
  return rows[0]?.done === true
}

export type PaperFacts = { sha256: string; pages: number; law: string; ground: string; cannotWait: string }

/** What stands on the paper, to be compared by eye. */
export async function findPaper(tx: StaffTx, requestId: string): Promise<PaperFacts | undefined> {
  const { rows } = await sql<PaperFacts>`
    select encode(f.sha256, 'hex') as sha256, f.pages, u.law, u.ground, u.cannot_wait as "cannotWait"
      from urgent_decision u
     cross join lateral staff_decision_paper(u.request_id) f
     where u.request_id = ${requestId}::uuid`.execute(tx)
  return rows[0]
}
