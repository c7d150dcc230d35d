import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type Decider = { staffId: string; name: string; title: string; phone: string; law: string }

/** Whom a decision can be asked of today, and by which law. */
export function listDeciders(tx: StaffTx): Promise<Decider[]> {
  return tx
    .selectFrom('staff_decider')
    .select(['staff_id as staffId', 'name', 'title', 'phone', 'law'])
    .orderBy(sql`kind <> 'chair'`)
    .orderBy('name')
    .execute()
}

/** The grounds that each law has: one of them must be named. */
export function listGrounds(tx: StaffTx): Promise<{ ground: string; law: string }[]> {
  return tx.selectFrom('urgent_ground').select(['ground', 'law']).orderBy('position').execute()
}

export type AskedDecision = { versionId: string; staffId: string; ground: string; cannotWait: string }

/**
 * Puts a frozen version before somebody who may decide it alone; nobody of the case reads it until then.
 * @returns the request, or null where it cannot be put to them
 */
export async function askForDecision(
  tx: StaffTx,
  { versionId, staffId, ground, cannotWait }: AskedDecision,
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select staff_ask_for_decision(${versionId}::uuid, ${staffId}::uuid, g.law, g.ground, ${cannotWait}) as id
      from urgent_ground g where g.ground = ${ground}`.execute(tx)
  return rows[0]?.id ?? null
}

/**
 * The version of a document that can be put to decision: the newest, which nobody has answered or decided.
 * @returns undefined when there is none
 */
export async function findVersionToDecide(tx: StaffTx, documentId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select v.id from document_version v
     where v.document_id = ${documentId}::uuid
       and not exists (select from document_version n where n.document_id = v.document_id and n.number > v.number)
       and not exists (select from signature_request r where r.document_version_id = v.id
                          and (r.state = 'signed' or (r.person_id is not null and r.state <> 'asked')))`.execute(
    tx,
  )
  return rows[0]?.id
}

/** Whether the version says itself why the committee cannot be awaited. */
export async function saysWhy(tx: StaffTx, versionId: string): Promise<boolean> {
  const { rows } = await sql<{ says: boolean }>`select staff_says_why(${versionId}::uuid) as says`.execute(tx)
  return rows[0]!.says
}
