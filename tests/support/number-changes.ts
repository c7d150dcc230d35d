import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { changeNumber } from '../../app/person/number-change.ts'
import { encryptNumber, lookupHash } from '../../app/person/personal-identity-number.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { testKeys } from './keys.ts'
import { idOf, municipalityOf } from './people.ts'
import { storyTime, type Stories } from './stories.ts'

/** A samordningsnummer nobody in the stories has. */
export const freeNumber = '200705612398'

export const knownKeys = { dataKeys: testKeys, now: storyTime }

type Change = { who: PersonKey; caseId: string; typed?: string; seenOther?: string | null }

export function changeNumberOf(
  { asStaff }: Stories,
  by: StaffKey,
  { who, caseId, typed = freeNumber, seenOther = null }: Change,
) {
  return asStaff(by, (tx) =>
    changeNumber(tx, { personId: idOf(who), caseId, typed, seenOther, ...knownKeys }),
  )
}

/** Whom a sign-in with a number finds. */
export async function subjectsOf({ database }: Stories, number: string): Promise<string[]> {
  const { rows } = await database.asService(storyTime, (tx) =>
    sql<{ id: string }>`select subject_id as id from sign_in_people(${lookupHash(number, testKeys)})`.execute(
      tx,
    ),
  )
  return rows.map(({ id }) => id)
}

type Part = { caseId: string; role: string; valid?: string }

/** Another row, as of the same person, which has the free number and a part of its own in a case. */
export async function anotherRow(
  { owner }: Stories,
  givenName: string,
  { caseId, role, valid = '[2026-01-01,)' }: Part,
): Promise<string> {
  const id = randomUUID()
  const municipality = municipalityOf('peter')
  await owner.query(
    `insert into person (municipality_id, id, given_name, family_name, birth_date, id_number_encrypted, id_number_hash)
     values ($1, $2, $3, 'Ny', '2010-05-01', $4, $5)`,
    [municipality, id, givenName, encryptNumber(freeNumber, testKeys), lookupHash(freeNumber, testKeys)],
  )
  await owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source) values ($1, $2, $3, $4, $5, 'test')`,
    [municipality, caseId, id, role, valid],
  )
  return id
}
