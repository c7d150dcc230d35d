import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect.ts'
import { currentInstrument, respondentGroupOf } from './current-instrument.ts'
import { surveySubjects, type Instrument, type SurveySubject } from './instrument.ts'

type Offer = {
  caseId: string
  /** Who took part in the follow-up. */
  personIds: readonly string[]
  /** What was followed up. */
  about: SurveySubject
  surveys: { instruments: readonly Instrument[]; allowUnverified: boolean }
  /** YYYY-MM-DD */
  day: string
}

/**
 * Offers the survey to those who took part in a follow-up, each by age and part in the case. Who has been asked in this
 * round already is not asked again, and it is the same whether anybody answers.
 * @returns how many were asked now
 */
export async function offerSurvey(tx: StaffTx, offer: Offer): Promise<number> {
  const { caseId, personIds, about, surveys, day } = offer
  if (personIds.length === 0) return 0
  const people = await tx
    .selectFrom('case_party as p')
    .innerJoin('person as x', (join) =>
      join.onRef('x.municipality_id', '=', 'p.municipality_id').onRef('x.id', '=', 'p.person_id'),
    )
    .select([
      'p.person_id',
      'p.role',
      sql<string>`lower(x.born)::text`.as('earliest'),
      sql<string>`(upper(x.born) - 1)::text`.as('latest'),
    ])
    .distinct()
    .where('p.case_id', '=', caseId)
    .where('p.person_id', 'in', [...personIds])
    .where(sql<boolean>`p.valid @> ${day}::date`)
    .execute()
  let asked = 0
  for (const { person_id: person, role, ...born } of people) {
    const group = respondentGroupOf(role === 'child' ? { role, born } : { role: 'guardian' }, about, day)
    const instrument =
      group && currentInstrument(surveys.instruments, { ...surveys, respondentGroup: group, about, day })
    if (!instrument) continue
    const { rows } = await sql<{ id: string | null }>`
      select staff_offer_survey(${caseId}, ${person}, ${instrument.id}, ${instrument.version}) as id`.execute(
      tx,
    )
    if (rows[0]?.id) asked++
  }
  return asked
}

/** What a form says was followed up; the social services' own work where it says nothing that there is. */
export function subjectIn(typed: string | undefined): SurveySubject {
  return surveySubjects.find((each) => each === typed) ?? 'authority'
}
