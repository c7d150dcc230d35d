import type { PersonTx } from '../../db/connect.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { instrumentOf, type Instrument } from './instrument.ts'
import { surveyCode } from './survey-code.ts'

export type Invitation = { id: string; instrument: string; version: number; closesOn: string; code: string }

type Reader = { municipalityId: string; dataKeys: DataKeys }

/** What the person may answer today, the one that closes first first. Whether they have answered is not known. */
export async function listInvitations(
  tx: PersonTx,
  { municipalityId, dataKeys }: Reader,
): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('person_survey_invitation')
    .selectAll()
    .orderBy('closes_on')
    .orderBy('instrument')
    .execute()
  return rows.map((row) => {
    const { instrument, instrument_version: version, place, round_id: roundId } = row
    const code = surveyCode(
      row.sealed_secret,
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
