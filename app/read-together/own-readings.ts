import type { PersonTx } from '../../db/connect'

export type OwnReading = Awaited<ReturnType<typeof listOwnReadings>>[number]

/** What the subject, as the child of a case, has read together with staff, the latest first; nobody else has any. */
export function listOwnReadings(tx: PersonTx) {
  return tx
    .selectFrom('person_read_together')
    .select([
      'reading_id as readingId',
      'position',
      'begun_at as begunAt',
      'staff_given_name as staffName',
      'kind',
      'title',
      'is_explained as isExplained',
      'mark',
    ])
    .orderBy('begun_at', 'desc')
    .orderBy('reading_id')
    .orderBy('position')
    .limit(50)
    .execute()
}
