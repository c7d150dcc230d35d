import { sql, type Expression } from 'kysely'
import type { StaffTx } from '../../../db/connect'

/** Words the engine does not know. */
export function caseWordsOf(caseId: Expression<string>) {
  return sql<string[]>`array(select word from case_word where case_id = ${caseId} order by word)`
}

export async function addCaseWord(tx: StaffTx, caseId: string, word: string): Promise<void> {
  await tx
    .insertInto('case_word')
    .values({
      municipality_id: sql<string>`(select app_municipality())`,
      case_id: caseId,
      word,
      added_by: sql<string>`(select app_subject())`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeCaseWord(tx: StaffTx, caseId: string, word: string): Promise<void> {
  await tx.deleteFrom('case_word').where('case_id', '=', caseId).where('word', '=', word).execute()
}
