import type { PersonTx } from '../../db/connect'
import { canAppealOf, caseworkersOf } from '../case/case-parts'

/** Who is asked in a case, and whether it has ended. Undefined for a case that is not the subject's to open. */
export function findAskingCase(tx: PersonTx, caseId: string) {
  return tx
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.audience',
      'c.is_own as isOwn',
      'c.closed_on as closedOn',
      canAppealOf(eb.ref('c.case_id')).as('canAppeal'),
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
    ])
    .executeTakeFirst()
}
