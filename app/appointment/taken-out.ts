import type { PersonTx } from '../../db/connect'
import { caseworkersOf } from '../case/case-parts'

export type TakenOut = NonNullable<Awaited<ReturnType<typeof findTakenOut>>>

/** The time of a meeting that the reader takes no part in any more. Undefined when they are told nothing of it. */
export function findTakenOut(tx: PersonTx, caseId: string, id: string) {
  return tx
    .selectFrom('person_taken_out as a')
    .where('a.case_id', '=', caseId)
    .where('a.appointment_id', '=', id)
    .select((eb) => [
      'a.case_id as caseId',
      'a.starts_at as startsAt',
      caseworkersOf(eb.ref('a.case_id')).as('caseworkers'),
    ])
    .executeTakeFirst()
}
