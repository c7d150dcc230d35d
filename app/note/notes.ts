import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonTx } from '../../db/connect'
import { rowsOf } from '../ui/paging'

export type ListedNote = NonNullable<Awaited<ReturnType<typeof findNotes>>>['notes'][number]

/** Newest event first. Undefined for a case the reader may not open or that does not exist. */
export function findNotes(tx: PersonTx, caseId: string, page: number) {
  const { limit, offset } = rowsOf(page)
  return tx
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.audience',
      'c.is_own as isOwn',
      'c.child_name as childName',
      jsonArrayFrom(
        eb
          .selectFrom('person_note as n')
          .whereRef('n.case_id', '=', 'c.case_id')
          .select([
            'n.note_id as id',
            'n.kind',
            'n.event_at as eventAt',
            'n.level',
            'n.title',
            'n.child_title as childTitle',
            'n.author_given_name as authorGivenName',
            'n.author_family_name as authorFamilyName',
            'n.is_new as isNew',
          ])
          .orderBy('n.event_at', 'desc')
          .orderBy('n.note_id')
          .limit(limit)
          .offset(offset),
      ).as('notes'),
    ])
    .executeTakeFirst()
}
