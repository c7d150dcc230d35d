import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type DraftToSave = {
  versionId: string
  revision: number
  title: string
  text: string
  /** The last dictated segment in the text, including segments removed by hand. */
  mergedTo: number
}

/** Null if another tab has saved in between or the draft is gone. */
export async function saveDraft(tx: StaffTx, draft: DraftToSave): Promise<{ revision: number } | null> {
  const { versionId, revision, title, text, mergedTo } = draft
  const saved = await tx
    .updateTable('note_version')
    .set({
      title,
      draft_text: text,
      merged_to: sql<number>`greatest(merged_to, ${mergedTo}::int)`,
      revision: sql<number>`revision + 1`,
    })
    .where('id', '=', versionId)
    .where('revision', '=', revision)
    .where('signed_at', 'is', null)
    .returning('revision')
    .executeTakeFirst()
  return saved ?? null
}
