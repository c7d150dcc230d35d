import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { LocalPostgres } from '../../../db/local/embedded.ts'
import { scaleReaders } from '../../../db/seed/scale.ts'
import { asOwner, caseDatabase, type CaseDatabase } from '../case-database.ts'
import { say } from '../progress.ts'

/** A case database in which the child and a guardian of each case have asked, and the caseworker has answered. */
export type MessageDatabase = CaseDatabase & {
  ownerUrl: string
  cases: number
  caseId: string
  threadPath: string
}

/** Of each person in each case. */
const threads = 2
/** Of each thread, half of them answers. */
const messages = 5

/** Messages of a case, by how many they are. */
export const messagesOfCase = 2 * threads * messages

/** Adds messages to a case database unless an earlier run did. */
export async function messageDatabase(postgres: LocalPostgres, cases: number): Promise<MessageDatabase> {
  const database = await caseDatabase(postgres, cases)
  const ownerUrl = postgres.ownerUrl(database.name)
  await asOwner(ownerUrl, async (owner) => {
    if (await isFilled(owner)) return
    say(`writing ${(cases * messagesOfCase).toLocaleString('en')} messages, once`)
    await fill(owner)
  })
  const { caseId, youthId } = scaleReaders(cases)
  return {
    ...database,
    ...{ ownerUrl, cases, caseId },
    threadPath: `/arenden/${caseId}/fragor/${threadIdOf(caseId, youthId)}`,
  }
}

async function isFilled(owner: pg.Client): Promise<boolean> {
  const { rowCount } = await owner.query('select from message limit 1')
  return rowCount === 1
}

// As in fill: the first thread of a person in a case.
function threadIdOf(caseId: string, personId: string): string {
  const hex = createHash('md5').update(`${caseId} ${personId} 1`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}

async function fill(owner: pg.Client): Promise<void> {
  await owner.query('begin')
  // The references are right by construction.
  await owner.query('set local session_replication_role = replica')
  await owner.query(
    `create function pg_temp.id_of(key text) returns uuid language sql immutable as
       $$ select overlay(overlay(md5(key) placing '4' from 13) placing '8' from 17)::uuid $$`,
  )
  await owner.query(
    `create temp table asked on commit drop as
     select c.municipality_id, c.id as case_id, p.person_id, n, pg_temp.id_of(c.id || ' ' || p.person_id || ' ' || n) as thread_id,
            (select a.staff_id from caseworker_assignment a
              where a.municipality_id = c.municipality_id and a.case_id = c.id and a.kind = 'lead' limit 1) as staff_id,
            (c.opened_on + n * 9 + time '22:40') at time zone 'Europe/Stockholm' as at
       from case_file c
       join lateral (select y.person_id from case_party y where y.municipality_id = c.municipality_id and y.case_id = c.id
                      order by y.role, y.person_id limit 2) p on true
      cross join generate_series(1, $1::int) n`,
    [threads],
  )
  await owner.query(
    `insert into question_thread (municipality_id, id, case_id, person_id, subject, started_at)
     select municipality_id, thread_id, case_id, person_id, 'En fråga om vad som händer nu', at from asked`,
  )
  await owner.query(
    `insert into message (municipality_id, id, thread_id, from_person_id, from_staff_id, text, sent_at, readable_from)
     select a.municipality_id, pg_temp.id_of(a.thread_id || ' ' || m), a.thread_id, case when m % 2 = 1 then a.person_id end,
            case when m % 2 = 0 then a.staff_id end, repeat('Jag undrar vad som händer nu och när vi ses nästa gång. ', 4),
            a.at + m * interval '11 hours', a.at + m * interval '11 hours' + interval '1 minute'
       from asked a cross join generate_series(1, $1::int) m`,
    [messages],
  )
  await owner.query(
    `insert into message_receipt (municipality_id, message_id, seen_at)
     select m.municipality_id, m.id, m.sent_at + interval '5 hours' from message m`,
  )
  await owner.query('commit')
  await owner.query('vacuum analyze')
  await owner.query('checkpoint')
}
