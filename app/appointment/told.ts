import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

export type ToldPerson = {
  personId: string
  name: string
  givenName: string
  showsPlace: boolean
  showsOthers: boolean
}

/** What is free to write in a meeting. */
export type ToldWords = {
  place: string | null
  placeNote: string | null
  bring: string | null
  reason: string | null
  others: readonly { name: string; role: string }[]
}

export type Told = ToldWords & { caseId: string; persons: ToldPerson[] }

/** What each who takes part in a meeting is told of it as it is. Null when it is not open to the staff member. */
export async function findTold(tx: StaffTx, id: string): Promise<Told | null> {
  const { rows } = await sql<Told>`
    select a.case_id as "caseId", a.place, a.place_note as "placeNote", a.bring, a.change_reason as reason,
           (select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'role', o.role)), '[]')
              from appointment_participant o
             where o.municipality_id = a.municipality_id and o.appointment_id = a.id and o.name is not null) as others,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'personId', x.id, 'name', full_name(x.given_name, x.family_name), 'givenName', x.given_name,
                     'showsPlace', p.shows_place and g.holds, 'showsOthers', p.shows_others and g.holds)), '[]')
              from appointment_participant p
              join person x on x.municipality_id = p.municipality_id and x.id = p.person_id
             -- As told_participant has it.
             cross join lateral (select staff_guards_of_case(a.case_id) <@ p.knowing as holds) g
             where p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.removed_at is null) as persons
      from appointment a where a.id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

/** Those of a case, with what each is to be told; whoever has no part in it is left out. */
export async function findToldPersons(
  tx: StaffTx,
  caseId: string,
  persons: readonly { id: string; showsPlace: boolean; showsOthers: boolean }[],
): Promise<ToldPerson[]> {
  const { rows } = await sql<Pick<ToldPerson, 'personId' | 'name' | 'givenName'>>`
    select x.id as "personId", full_name(x.given_name, x.family_name) as name, x.given_name as "givenName"
      from person x
     where x.id = any(${persons.map(({ id }) => id)}::uuid[])
       and x.id in (select y.person_id from case_party y where y.case_id = ${caseId}::uuid)
     order by x.given_name, x.id`.execute(tx)
  return rows.map((found) => {
    const { showsPlace, showsOthers } = persons.find(({ id }) => id === found.personId)!
    return { ...found, showsPlace, showsOthers }
  })
}

/** Who asked for another time. Null when there is no such request to the meeting. */
export async function findAsker(tx: StaffTx, id: string, requestId: string): Promise<string | null> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from appointment_change_request
     where appointment_id = ${id}::uuid and id = ${requestId}::uuid`.execute(tx)
  return rows[0]?.personId ?? null
}

/** Who wrote a point. Null for one that is not the staff member's to know. */
export async function findWriterOfPoint(tx: StaffTx, id: string, pointId: string): Promise<string | null> {
  const { rows } = await sql<{ personId: string | null }>`
    select staff_writer_of_point(${id}::uuid, ${pointId}::uuid) as "personId"`.execute(tx)
  return rows[0]!.personId
}
