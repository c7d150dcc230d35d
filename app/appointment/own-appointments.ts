import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonTx } from '../../db/connect'
import { calledOffOf, caseworkersOf } from '../case/case-parts'

export type OwnCase = NonNullable<Awaited<ReturnType<typeof listOwnAppointments>>>
export type OwnAppointment = NonNullable<Awaited<ReturnType<typeof findOwnAppointment>>>

/** Undefined for a case that is unknown or not the reader's. Coming ones first, the soonest first. */
export function listOwnAppointments(tx: PersonTx, caseId: string) {
  return tx
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.is_own as isOwn',
      'c.child_name as childName',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
      calledOffOf(eb.ref('c.case_id')).as('calledOff'),
      jsonArrayFrom(
        eb
          .selectFrom('person_appointment as a')
          .whereRef('a.case_id', '=', 'c.case_id')
          .select([
            'a.appointment_id as id',
            'a.kind',
            'a.starts_at as startsAt',
            'a.state',
            'a.place',
            'a.is_ahead as isAhead',
            'a.staff',
            'a.others',
          ])
          .orderBy('a.is_ahead', 'desc')
          .orderBy(sql`case when a.is_ahead then a.starts_at end`)
          .orderBy('a.starts_at', 'desc')
          .orderBy('a.appointment_id')
          .limit(100),
      ).as('appointments'),
    ])
    .executeTakeFirst()
}

/** One meeting as the reader may know it, with what they wrote to it. Undefined when they may not know of it. */
export function findOwnAppointment(tx: PersonTx, caseId: string, id: string) {
  return tx
    .selectFrom('person_appointment as a')
    .innerJoin('person_case as c', 'c.case_id', 'a.case_id')
    .where('a.case_id', '=', caseId)
    .where('a.appointment_id', '=', id)
    .select((eb) => [
      'a.appointment_id as id',
      'c.case_id as caseId',
      'c.is_own as isOwn',
      'c.child_name as childName',
      'a.kind',
      'a.starts_at as startsAt',
      'a.ends_at as endsAt',
      'a.state',
      'a.earlier_start as earlierStart',
      'a.change_reason as reason',
      'a.bring',
      'a.place',
      'a.place_note as placeNote',
      'a.is_ahead as isAhead',
      'a.is_open as isOpen',
      'a.staff',
      // Null where it is not told whether anybody else comes.
      'a.others',
      'a.calendar_uid as calendarUid',
      'a.sequence',
      'a.time_set_at as timeSetAt',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
      jsonArrayFrom(
        eb
          .selectFrom('person_appointment_point as p')
          .whereRef('p.appointment_id', '=', 'a.appointment_id')
          .select(['p.point_id as id', 'p.text', 'p.hearers', 'p.outcome', 'p.outcome_words as words'])
          .orderBy('p.written_at')
          .orderBy('p.point_id'),
      ).as('points'),
      jsonArrayFrom(
        eb
          .selectFrom('person_time_request as r')
          .whereRef('r.appointment_id', '=', 'a.appointment_id')
          .select([
            'r.request_id as id',
            'r.text',
            'r.asked_at as askedAt',
            'r.state',
            'r.answer',
            'r.answer_by as answerBy',
            'r.is_late as isLate',
          ])
          .orderBy('r.asked_at', 'desc')
          .orderBy('r.request_id')
          .limit(10),
      ).as('requests'),
    ])
    .executeTakeFirst()
}
