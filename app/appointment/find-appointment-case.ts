import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

export type AppointmentCase = NonNullable<Awaited<ReturnType<typeof findAppointmentCase>>>

/**
 * What the form for booking a meeting needs: who can take part, and whether somebody is guarded, so that nothing but the
 * time is told unless the caseworker chooses it.
 * @param appointmentId whoever takes part in it can go on doing so, of another unit too, or without a part in the case any more
 * @returns null for a case that is unknown or not open to the staff member
 */
export async function findAppointmentCase(tx: StaffTx, caseId: string, appointmentId: string | null = null) {
  return (
    (await tx
      .selectFrom('case_file as c')
      .innerJoin('person as child', 'child.id', 'c.child_id')
      .where('c.id', '=', caseId)
      .select([
        'c.id',
        'child.given_name as childName',
        sql<string[]>`staff_guards_of_case(c.id)`.as('guards'),
        sql<Somebody[]>`(
          select coalesce(jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', full_name(p.given_name, p.family_name),
                   'isChild', p.id = c.child_id)), '[]')
            from person p
           where p.municipality_id = c.municipality_id
             and p.id in (select y.person_id from case_party y
                           where y.municipality_id = c.municipality_id and y.case_id = c.id and y.valid @> (select app_today())
                          union select k.person_id from appointment_participant k
                           where k.municipality_id = c.municipality_id and k.appointment_id = ${appointmentId}::uuid and k.removed_at is null))`.as(
          'people',
        ),
        sql<Colleague[]>`(
          select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', full_name(s.given_name, s.family_name),
                   'isMe', s.id = (select app_subject())) order by a.kind desc nulls last, s.given_name, s.id), '[]')
            from staff_member s
            left join caseworker_assignment a on a.municipality_id = s.municipality_id and a.staff_id = s.id and a.case_id = c.id
                                             and a.valid @> (select app_today())
           where s.municipality_id = c.municipality_id and s.employed @> (select app_today())
             and (s.unit_id = c.unit_id or a.staff_id is not null
                  or s.id in (select k.staff_id from appointment_participant k
                               where k.municipality_id = c.municipality_id and k.appointment_id = ${appointmentId}::uuid)))`.as(
          'colleagues',
        ),
      ])
      .executeTakeFirst()) ?? null
  )
}

type Somebody = { id: string; name: string; isChild: boolean }
type Colleague = { id: string; name: string; isMe: boolean }
