import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { ThreadKind } from '../../../db/roles'

export type StaffThreadRow = {
  id: string
  kind: ThreadKind
  subject: string
  /** Given name of the person whose it is. */
  name: string
  /** When something was last written in it. */
  lastAt: Date
}

const mostListed = 20

/** The questions of a case that nobody waits in: those that do stand among what waits. What was written last stands first. */
export async function listAnsweredThreads(tx: StaffTx, caseId: string): Promise<StaffThreadRow[]> {
  const { rows } = await sql<StaffThreadRow>`
    select q.id, q.kind, q.subject, p.given_name as name, coalesce(last.at, q.started_at) as "lastAt"
      from question_thread q
      join person p on p.municipality_id = q.municipality_id and p.id = q.person_id
     cross join lateral (select max(m.sent_at) as at from message m
                          where m.municipality_id = q.municipality_id and m.thread_id = q.id
                            and m.sent_at <= (select app_now())) last
     where q.case_id = ${caseId}::uuid
       and not exists (select from staff_awaited_answer w where w.municipality_id = q.municipality_id and w.id = q.id)
     order by "lastAt" desc, q.id
     limit ${mostListed}`.execute(tx)
  return rows
}
