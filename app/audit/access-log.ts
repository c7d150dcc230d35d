import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import { isChild } from '../person/is-child'
import { rowsOf } from '../ui/paging'

export type AccessEvent = Awaited<ReturnType<typeof listAccessEvents>>[number]

export type Readers = 'others' | 'own'

/**
 * Who has read about the subject, latest first (lag 2001:454 10 §): others, or the subject. Only readings of what the
 * subject may see are included.
 */
export async function listAccessEvents(tx: PersonTx, whose: Readers, page: number) {
  const events = await selectEvents(tx, whose, page).execute()
  return events.map(({ audience, childTitle, title, ...event }) => ({
    ...event,
    itemTitle: isChild(audience) ? (childTitle ?? title) : title,
  }))
}

function selectEvents(tx: PersonTx, whose: Readers, page: number) {
  const { limit, offset } = rowsOf(page)
  return (
    tx
      // Materialised: otherwise the joined views would be computed again for every event.
      .with(
        (cte) => cte('item').materialized(),
        (db) =>
          db
            .selectFrom('person_note')
            .select(['note_id as id', 'title', 'child_title'])
            .unionAll(db.selectFrom('person_document').select(['document_id as id', 'title', 'child_title'])),
      )
      .selectFrom('person_access_event as a')
      .innerJoin('person_case as c', 'c.case_id', 'a.case_id')
      .leftJoin('item', (join) => join.on(sql<boolean>`item.id = coalesce(a.note_id, a.document_id)`))
      .select([
        'a.event_id as id',
        'a.at',
        sql<string>`to_char(a.at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')`.as('day'),
        'a.action',
        'a.actor_kind as actorKind',
        'a.is_me as isMe',
        'a.given_name as givenName',
        'a.family_name as familyName',
        'a.title as staffTitle',
        'a.is_caseworker as isCaseworker',
        'c.is_own as isOwn',
        'c.child_name as childName',
        'c.audience',
        'item.title',
        'item.child_title as childTitle',
      ])
      .where('a.is_me', '=', whose === 'own')
      .orderBy('a.at', 'desc')
      .orderBy('a.event_id')
      .limit(limit)
      .offset(offset)
  )
}
