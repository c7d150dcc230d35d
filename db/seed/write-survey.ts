import type { Kysely } from 'kysely'
import type { DataKeys } from '../../app/person/data-keys.ts'
import { newRoundSecret } from '../../app/survey/survey-code.ts'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { PersonKey } from './people.ts'
import { storyId } from './story-id.ts'

const municipality_id = storyId('municipality', 'ekdala')
const round_id = storyId('survey_round', 'family 2026 autumn')

/** Asked at the follow-up of 25 August (domain 5.3). */
const asked: readonly { who: PersonKey; instrument: string; place: number }[] = [
  { who: 'alva', instrument: 'child', place: 41 },
  { who: 'henrik', instrument: 'family-treatment-carer', place: 7 },
  { who: 'lina', instrument: 'family-treatment-carer', place: 63 },
]

/** Writes the round that is open, and who was asked in it. The worker lays out its tickets. */
export async function writeSurvey(tx: Kysely<DB>, keys: DataKeys): Promise<void> {
  await insertAll(tx, 'survey_round', [
    {
      municipality_id,
      id: round_id,
      unit_id: storyId('unit', 'family'),
      year: 2026,
      season: 'autumn',
      opens_on: '2026-08-01',
      offers_until: '2026-12-31',
      closes_on: '2027-01-21',
      sealed_secret: newRoundSecret(keys),
    },
  ])
  await insertAll(
    tx,
    'survey_invitation',
    asked.map(({ who, instrument, place }) => ({
      municipality_id,
      id: storyId('survey_invitation', who),
      round_id,
      person_id: storyId('person', who),
      instrument,
      instrument_version: 1,
      place,
      opens_on: '2026-08-26',
      reminder_on: '2026-09-02',
      closes_on: '2026-09-16',
    })),
  )
  await insertAll(tx, 'survey_helper', [
    {
      municipality_id,
      unit_id: storyId('unit', 'family'),
      staff_id: storyId('staff', 'nina'),
      valid: '[2026-01-01,)',
      source: 'Uppdrag från förvaltningschefen 2025-12-15',
    },
  ])
}
