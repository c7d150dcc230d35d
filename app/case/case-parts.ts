import { expressionBuilder, sql, type Expression } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonSchema } from '../../db/roles'

// Parts of a case that several pages show, as subqueries, so that a page asks the database once.
const person = expressionBuilder<PersonSchema>()

type CaseId = Expression<string>

export function stagesOf(caseId: CaseId, source = 'person_case_stage') {
  return jsonArrayFrom(
    person
      .selectFrom(sql<PersonSchema['person_case_stage']>`${sql.id(source)}`.as('person_case_stage'))
      .where('case_id', '=', caseId)
      .select(['stage', 'position', 'started_on as startedOn', 'due_on as dueOn'])
      .orderBy('started_on')
      .orderBy('position', (order) => order.asc().nullsLast()),
  )
}

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

export function deadlinesOf(caseId: CaseId) {
  return jsonArrayFrom(
    person
      .selectFrom('person_deadline')
      .where('case_id', '=', caseId)
      .select([
        'deadline_id as id',
        'kind',
        'due_on as dueOn',
        'is_mine as isMine',
        sql<boolean>`due_on < (select app_today())`.as('isLate'),
      ])
      .orderBy('due_on'),
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

/** Meetings to come that the reader takes part in, the soonest first. */
export function comingOf(caseId: CaseId) {
  return jsonArrayFrom(
    person
      .selectFrom('person_appointment')
      .where('case_id', '=', caseId)
      .where('is_ahead', '=', true)
      .select([
        'appointment_id as id',
        'kind',
        'starts_at as startsAt',
        'place',
        'staff',
        'others',
        'state',
        'is_open as isOpen',
        sql<boolean>`exists (select from person_time_request r
                              where r.appointment_id = person_appointment.appointment_id and r.state = 'asked')`.as(
          'isAsked',
        ),
      ])
      .orderBy('starts_at')
      .orderBy('appointment_id')
      .limit(10),
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

/** Lines that caseworkers wrote to the reader, newest first. */
export function linesOf(caseId: CaseId, most: number) {
  return jsonArrayFrom(
    person
      .selectFrom('person_case_line')
      .where('case_id', '=', caseId)
      .select(['line_id as id', 'text', 'written_at as writtenAt', 'from_given_name as from'])
      .orderBy('written_at', 'desc')
      .orderBy('line_id')
      .limit(most),
  )
}

/** Whether the reader has a decision whose time to appeal runs, or has not begun. */
export function canAppealOf(caseId: CaseId) {
  return sql<boolean>`exists (select from person_signature_request r
    join person_decision_part p on p.request_id = r.request_id
   where r.case_id = ${caseId} and r.act = 'receipt' and p.weeks is not null
     and (p.last_day is null or p.last_day >= (select app_today())))`
}

type Sources = Record<'note' | 'document' | 'thread' | 'stage', string>
const views: Sources = {
  note: 'person_note',
  document: 'person_document',
  thread: 'person_question_thread',
  stage: 'person_case_stage',
}

/**
 * When something the reader may see last came or changed; null before the first.
 * @param from the views, or rows already read from them
 */
export function lastChangeOf(caseId: CaseId, from: Sources = views) {
  const { note, document, thread, stage } = from
  return sql<Date | null>`greatest(
    (select max(shown_from) from ${sql.id(note)} where case_id = ${caseId}),
    (select max(shown_from) from ${sql.id(document)} where case_id = ${caseId}),
    (select max(answered_at) from ${sql.id(thread)} where case_id = ${caseId}),
    (select max(written_at) from person_case_line where case_id = ${caseId}),
    (select (max(started_on) + time '12:00') at time zone 'Europe/Stockholm' from ${sql.id(stage)} where case_id = ${caseId}))`
}
