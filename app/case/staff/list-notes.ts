import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { rowsOf } from '../../ui/paging'

export type StaffNote = {
  id: string
  kind: string
  eventAt: Date
  authorName: string
  /** Title of the newest version the staff member may read; null while a colleague is still writing. */
  title: string | null
  isSigned: boolean
  /** The reader has a draft of it: a new note or a correction. */
  hasOwnDraft: boolean
  openRemarks: number
  /** Who may read how much, the child before the adults. */
  readers: { name: string; level: string }[]
}

/** A page of notes, newest event first, and one more row to know whether there is a next page. */
export async function listStaffNotes(tx: StaffTx, caseId: string, page: number): Promise<StaffNote[]> {
  const { limit, offset } = rowsOf(page)
  const { rows } = await sql<StaffNote>`
    select n.id, n.kind, n.event_at as "eventAt", s.given_name as "authorName",
           (select v.title from note_version v where v.municipality_id = n.municipality_id and v.note_id = n.id
             order by v.number desc limit 1) as title,
           exists (select from note_version v where v.municipality_id = n.municipality_id and v.note_id = n.id
                      and v.signed_at is not null) as "isSigned",
           exists (select from note_version v where v.municipality_id = n.municipality_id and v.note_id = n.id
                      and v.signed_at is null) as "hasOwnDraft",
           (select count(*)::int from remark r where r.municipality_id = n.municipality_id and r.note_id = n.id
               and r.answer is null and r.written_at <= (select app_now())) as "openRemarks",
           coalesce((select jsonb_agg(jsonb_build_object('name', p.given_name, 'level', d.level) order by p.born desc)
                       from disclosure d join person p on p.municipality_id = d.municipality_id and p.id = d.person_id
                      where d.municipality_id = n.municipality_id and d.note_id = n.id), '[]') as readers
      from note n
      join staff_member s on s.municipality_id = n.municipality_id and s.id = n.author_id
     where n.case_id = ${caseId}::uuid
     order by n.event_at desc, n.id
     limit ${limit} offset ${offset}`.execute(tx)
  return rows
}
