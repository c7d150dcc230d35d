import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type CaseParty = {
  personId: string
  name: string
  /** Null while it cannot be told. */
  age: number | null
  role: string
  from: string
  /** The last day, when the relation ends. */
  until: string | null
  isEnded: boolean
  protection: 'confidentialityMarking' | 'protectedRegistration' | null
  mayChangeNumber: boolean
  /** Signs in and reads: a line can be written to them alone. */
  readsLines: boolean
}

/** Everybody who has or had a part in a case, those of today first. */
export async function listParties(tx: StaffTx, caseId: string): Promise<CaseParty[]> {
  const { rows } = await sql<{ parties: CaseParty[] }>`
    select staff_case_parties(${caseId}::uuid) as parties`.execute(tx)
  return rows[0]!.parties
}
