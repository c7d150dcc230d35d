import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type LineReader = {
  caseId: string
  personId: string
  givenName: string
  name: string
  language: string
}

/** @returns undefined where the case is not open, is closed, or the person does not read it themselves */
export async function findLineReader(
  tx: StaffTx,
  caseId: string,
  personId: string,
): Promise<LineReader | undefined> {
  const { rows } = await sql<LineReader>`
    select r.case_id as "caseId", r.person_id as "personId", r.given_name as "givenName",
           full_name(r.given_name, r.family_name) as name, r.language
      from staff_line_reader r where r.case_id = ${caseId}::uuid and r.person_id = ${personId}::uuid`.execute(
    tx,
  )
  return rows[0]
}

export type EarlierLine = { text: string; writtenAt: Date; fromName: string }

/** What was written to the same reader before, newest first. */
export async function listEarlierLines(
  tx: StaffTx,
  { caseId, personId }: Pick<LineReader, 'caseId' | 'personId'>,
): Promise<EarlierLine[]> {
  const { rows } = await sql<EarlierLine>`
    select text, written_at as "writtenAt", from_name as "fromName" from staff_case_line
     where case_id = ${caseId}::uuid and person_id = ${personId}::uuid order by written_at desc limit 5`.execute(
    tx,
  )
  return rows
}

/**
 * Writes a line to one reader, who is told that there is one.
 * @param line `id` is chosen by the form: the same one twice is one line
 * @returns 'otherWords' when the id has written another text, and nothing was written; null where the reader is not the
 * staff member's to write to
 */
export async function writeLine(
  tx: StaffTx,
  { caseId, personId }: Pick<LineReader, 'caseId' | 'personId'>,
  line: { id: string; text: string },
): Promise<'written' | 'otherWords' | null> {
  const { rows } = await sql<{ outcome: 'written' | 'otherWords' | null }>`
    select staff_write_line(${caseId}::uuid, ${personId}::uuid, ${line.text}, ${line.id}::uuid) as outcome`.execute(
    tx,
  )
  return rows[0]!.outcome
}
