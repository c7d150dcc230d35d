import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import { workingDaysAfter } from '../calendar/working-days'

/**
 * The day by which what is sent today is answered, "YYYY-MM-DD": the municipality's own promise in working days
 * (message_rule). Null where it has made none.
 */
export async function findAnswerDay(tx: PersonTx): Promise<string | null> {
  const rule = await tx
    .selectFrom('person_message_rule')
    .select(['answer_days as days', sql<string>`(select app_today())`.as('today')])
    .executeTakeFirst()
  if (!rule) return null
  return workingDaysAfter(rule.today, rule.days)
}
