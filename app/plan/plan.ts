import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonTx } from '../../db/connect'
import { caseworkersOf, followUpsOf } from '../case/case-parts'

/** Plans are agreed a few times a year; more than these stand among the documents. */
const most = 10

export type CasePlans = NonNullable<Awaited<ReturnType<typeof findPlans>>>
export type Plan = CasePlans['plans'][number]

/**
 * As {@link findPlans}, and writes that the plan that holds now was read: a plan is a document first, so its
 * reading is the document's.
 */
export async function readPlans(tx: PersonTx, caseId: string) {
  const found = await findPlans(tx, caseId)
  const current = found?.plans[0]
  if (current) await sql`select from person_read_document(${current.documentId})`.execute(tx)
  return found
}

/**
 * The plans the subject may follow, the one that holds now first, and the follow-ups of the case.
 * @returns undefined for a case the subject may not open, as for one that does not exist
 */
export function findPlans(tx: PersonTx, caseId: string) {
  return tx
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.audience',
      'c.is_own as isOwn',
      'c.child_name as childName',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
      followUpsOf(eb.ref('c.case_id')).as('followUps'),
      jsonArrayFrom(
        eb
          .selectFrom('person_plan as p')
          .whereRef('p.case_id', '=', 'c.case_id')
          .select((plan) => [
            'p.plan_id as id',
            'p.document_id as documentId',
            'p.agreed_on as agreedOn',
            'p.summary',
            jsonArrayFrom(
              plan
                .selectFrom('person_plan_goal as g')
                .whereRef('g.plan_id', '=', 'p.plan_id')
                .select(['g.position', 'g.goal', 'g.own_words as ownWords', 'g.steps', 'g.state'])
                .orderBy('g.position'),
            ).as('goals'),
          ])
          .orderBy('p.agreed_on', 'desc')
          .orderBy('p.number', 'desc')
          .limit(most),
      ).as('plans'),
    ])
    .executeTakeFirst()
}
