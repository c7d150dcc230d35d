import { bytesOf, type AsJson } from '../../db/as-json.ts'
import type { PersonSchema } from '../../db/roles.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { instrumentOf, type Instrument } from './instrument.ts'
import { surveyCode } from './survey-code.ts'

export type Invitation = { id: string; instrument: string; version: number; closesOn: string; code: string }

type Reader = { municipalityId: string; dataKeys: DataKeys }

/** What the person may answer, as the database tells it, with the code that only the portal can make. */
export function invitationsOf(
  rows: readonly AsJson<PersonSchema['person_survey_invitation']>[],
  { municipalityId, dataKeys }: Reader,
): Invitation[] {
  return rows.map((row) => {
    const { instrument, instrument_version: version, place, round_id: roundId } = row
    const code = surveyCode(
      bytesOf(row.sealed_secret),
      { municipalityId, roundId, instrument, version, place },
      dataKeys,
    )
    return { id: row.invitation_id, instrument, version, closesOn: row.closes_on, code }
  })
}

export type SurveyToAnswer = Pick<Invitation, 'code' | 'closesOn'> & Pick<Instrument, 'title'>

/** Those whose form the portal still has. */
export function surveysToAnswer(
  invitations: readonly Invitation[],
  instruments: readonly Instrument[],
): SurveyToAnswer[] {
  return invitations.flatMap(({ instrument, version, code, closesOn }) => {
    const form = instrumentOf(instruments, instrument, version)
    return form ? [{ code, closesOn, title: form.title }] : []
  })
}
