import { expressionBuilder, sql, type Expression } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { StaffSchema } from '../../../db/roles'

export type CasePerson = { id: string; givenName: string; name: string; isProtected: boolean }

const staff = expressionBuilder<StaffSchema>()

/** Today, the child first. */
export function casePeopleOf(caseId: Expression<string>) {
  return jsonArrayFrom(
    staff
      .selectFrom('person as p')
      .where('p.id', 'in', (eb) =>
        eb
          .selectFrom('case_party')
          .where('case_id', '=', caseId)
          .where(sql<boolean>`valid @> (select app_today())`)
          .select('person_id'),
      )
      .select([
        'p.id',
        'p.given_name as givenName',
        sql<string>`full_name(p.given_name, p.family_name)`.as('name'),
        sql<boolean>`exists (select from person_protection x where x.municipality_id = p.municipality_id
                                and x.person_id = p.id and x.valid @> (select app_today()))`.as(
          'isProtected',
        ),
      ])
      .orderBy('p.born', 'desc')
      .orderBy('p.id'),
  )
}

export function caseStaffNamesOf(caseId: Expression<string>) {
  return sql<string[]>`array(
    select full_name(s.given_name, s.family_name)
      from caseworker_assignment a
      join staff_member s on s.municipality_id = a.municipality_id and s.id = a.staff_id
     where a.case_id = ${caseId} and a.valid @> (select app_today())
     order by a.kind desc)`
}
