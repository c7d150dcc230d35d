import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

export type AppointmentCase = NonNullable<Awaited<ReturnType<typeof findAppointmentCase>>>

/**
 * What the form for booking a meeting needs: who can take part, and whether somebody is guarded, so that nothing but the
 * time is told unless the caseworker chooses it.
 * @returns null for a case that is unknown or not open to the staff member
 */
export async function findAppointmentCase(tx: StaffTx, caseId: string) {
  return (
    (await tx
      .selectFrom('case_file as c')
      .innerJoin('person as child', 'child.id', 'c.child_id')
      .where('c.id', '=', caseId)
      .select([
        'c.id',
        'child.given_name as childName',
        sql<boolean>`staff_is_guarded_case(c.id)`.as('isGuarded'),
        sql<Somebody[]>`(
          select coalesce(jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', full_name(p.given_name, p.family_name),
                   'isChild', p.id = c.child_id)), '[]')
            from case_party y join person p on p.municipality_id = y.municipality_id and p.id = y.person_id
           where y.municipality_id = c.municipality_id and y.case_id = c.id and y.valid @> (select app_today()))`.as(
          'people',
        ),
        sql<Colleague[]>`(
          select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', full_name(s.given_name, s.family_name),
                   'isMe', s.id = (select app_subject())) order by a.kind desc nulls last, s.given_name, s.id), '[]')
            from staff_member s
            left join caseworker_assignment a on a.municipality_id = s.municipality_id and a.staff_id = s.id and a.case_id = c.id
                                             and a.valid @> (select app_today())
           where s.municipality_id = c.municipality_id and s.unit_id = c.unit_id and s.employed @> (select app_today()))`.as(
          'colleagues',
        ),
      ])
      .executeTakeFirst()) ?? null
  )
}

type Somebody = { id: string; name: string; isChild: boolean }
type Colleague = { id: string; name: string; isMe: boolean }
