import { expressionBuilder, sql, type Expression } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonSchema } from '../../db/roles'

// Parts of a case that several pages show, as subqueries, so that a page asks the database once.
const person = expressionBuilder<PersonSchema>()

type CaseId = Expression<string>

/** Today's caseworkers, the lead before the deputy, and who else answers while they cannot. */
export function caseworkersOf(caseId: CaseId) {
  return jsonArrayFrom(
    person
      .selectFrom('person_caseworker')
      .where('case_id', '=', caseId)
      .select([
        'case_id as caseId',
        'kind',
        'given_name as givenName',
        'family_name as familyName',
        'title',
        'phone',
        'phone_hours as phoneHours',
        'is_away as isAway',
        'away_until as awayUntil',
        'answers',
        'introduction',
        'picture_id as pictureId',
        'picture_text as pictureText',
      ])
      .orderBy(sql`array_position(array['lead', 'deputy', 'teamLeader'], kind)`),
  )
}

export function followUpsOf(caseId: CaseId) {
  return jsonArrayFrom(
    person
      .selectFrom('person_follow_up')
      .where('case_id', '=', caseId)
      .select([
        'planned_on as plannedOn',
        'held_on as heldOn',
        'outcome',
        sql<string | null>`(planned_on + starts_at) at time zone 'Europe/Stockholm'`.as('startsAt'),
        'place',
        sql<boolean>`outcome is null and planned_on >= (select app_today())`.as('isAhead'),
      ])
      .orderBy('planned_on'),
  )
}

/** Meetings that the reader was told of and that will not be, or are theirs no more; until a day after their time. */
export function calledOffOf(caseId: CaseId) {
  return jsonArrayFrom(
    person
      .selectFrom('person_appointment')
      .where('case_id', '=', caseId)
      .where('state', '=', 'cancelled')
      .where('starts_at', '>', sql<Date>`(select app_now()) - interval '1 day'`)
      .select([
        'appointment_id as id',
        'starts_at as startsAt',
        sql<'cancelled' | 'takenOut'>`'cancelled'`.as('became'),
      ])
      .unionAll(
        person
          .selectFrom('person_taken_out')
          .where('case_id', '=', caseId)
          .select([
            'appointment_id as id',
            'starts_at as startsAt',
            sql<'cancelled' | 'takenOut'>`'takenOut'`.as('became'),
          ]),
      )
      .orderBy('startsAt')
      .orderBy('id')
      .limit(10),
  )
}

/** Whether the reader has a decision whose time to appeal runs, or has not begun. */
export function canAppealOf(caseId: CaseId) {
  return sql<boolean>`exists (select from person_signature_request r
    join person_decision_part p on p.request_id = r.request_id
   where r.case_id = ${caseId} and r.act = 'receipt' and p.weeks is not null
     and (p.last_day is null or p.last_day >= (select app_today())))`
}
