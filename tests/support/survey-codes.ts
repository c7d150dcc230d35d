import { storyId } from '../../db/seed/story-id'
import type { PersonKey } from '../../db/seed/people'
import { parseDataKeys } from '../../app/person/data-keys'
import { codeHash, surveyCode } from '../../app/survey/survey-code'
import type { Town } from './town'

/** Lays out the ticket of whom the stories ask, in a town of a test's own, and gives its code. */
export async function surveyCodeOf(town: Town, who: PersonKey): Promise<string> {
  const { rows } = await town.owner.query<{
    round_id: string
    instrument: string
    instrument_version: number
    place: number
    sealed_secret: Buffer
  }>(
    `select i.*, r.sealed_secret from survey_invitation i
       join survey_round r on r.municipality_id = i.municipality_id and r.id = i.round_id
      where i.municipality_id = $1 and i.id = $2`,
    [town.id, storyId('survey_invitation', who)],
  )
  const { round_id: roundId, instrument, instrument_version: version, place, sealed_secret } = rows[0]!
  const keys = parseDataKeys(process.env['E2E_DATA_KEYS'] ?? '')
  const code = surveyCode(
    sealed_secret,
    { municipalityId: town.id, roundId, instrument, version, place },
    keys,
  )
  await town.owner.query(
    `insert into survey.ticket (municipality_id, code_hash, round_id, instrument, instrument_version)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [town.id, codeHash(code), roundId, instrument, version],
  )
  return code
}
