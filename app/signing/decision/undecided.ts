import type { StaffTx } from '../../../db/connect'

/** Where the decision of the newest version stands while it is not made. `name`: who was asked last; null: nobody. */
export type Undecided = {
  state: 'asked' | 'declined' | 'cancelled' | null
  name: string | null
  movedAt: Date | null
}

/** Undefined when it is decided, or needs nobody to decide it alone. */
export function findUndecided(tx: StaffTx, documentId: string): Promise<Undecided | undefined> {
  return tx
    .selectFrom('staff_undecided_document')
    .select(['state', 'name', 'moved_at as movedAt'])
    .where('document_id', '=', documentId)
    .executeTakeFirst() as Promise<Undecided | undefined>
}
