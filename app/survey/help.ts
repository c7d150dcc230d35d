import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { surveyCode } from './survey-code.ts'

export type ToHelp = {
  invitationId: string
  name: string
  instrument: string
  version: number
  closesOn: string
}

/** Whom the staff member may help to answer today: only in other units than their own, and nobody with protected data. */
export async function listToHelp(tx: StaffTx): Promise<ToHelp[]> {
  const { rows } = await sql<ToHelp>`
    select invitation_id as "invitationId", name, instrument, instrument_version as version, closes_on as "closesOn"
      from staff_surveys_to_help()`.execute(tx)
  return rows
}

type Known = { municipalityId: string; dataKeys: DataKeys }

/** The code to give to somebody; that it was seen is written in the log. Null for whom the staff member may not help. */
export async function showCode(
  tx: StaffTx,
  invitationId: string,
  { municipalityId, dataKeys }: Known,
): Promise<{ name: string; code: string } | null> {
  const { rows } = await sql<{
    name: string
    round_id: string
    instrument: string
    instrument_version: number
    place: number
    sealed_secret: Buffer
  }>`select * from staff_survey_code(${invitationId})`.execute(tx)
  const [row] = rows
  if (!row) return null
  const { round_id: roundId, instrument, instrument_version: version, place } = row
  const where = { municipalityId, roundId, instrument, version, place }
  return { name: row.name, code: surveyCode(row.sealed_secret, where, dataKeys) }
}
