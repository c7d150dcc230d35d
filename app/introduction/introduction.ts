import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../db/connect.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { openFace, type NewFace } from './new-face.ts'

export type OwnIntroduction = NonNullable<Awaited<ReturnType<typeof findOwnIntroduction>>>

/** What the staff member tells of themself, empty before the first time; undefined for whoever is nobody's caseworker. */
export function findOwnIntroduction(tx: StaffTx) {
  return tx
    .selectFrom('staff_own_introduction')
    .select([
      'given_name as givenName',
      'family_name as familyName',
      'title',
      'text',
      'picture_id as pictureId',
      'picture_text as pictureText',
    ])
    .executeTakeFirst()
}

/** `face` null keeps the picture that is there. */
type NewIntroduction = { text: string; pictureText: string; face: NewFace | null }

/** @returns false for whoever is nobody's caseworker */
export async function introduce(tx: StaffTx, { text, pictureText, face }: NewIntroduction): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select staff_introduce(${text || null}::text, ${pictureText || null}::text, ${face?.id ?? null}::uuid,
             ${face?.sealed ?? null}::bytea) as "isKept"`.execute(tx)
  return rows[0]!.isKept
}

/** Its bytes go; without a picture nothing happens. */
export async function removePicture(tx: StaffTx): Promise<void> {
  await sql`select staff_remove_picture()`.execute(tx)
}

/** Null without one. */
export async function readOwnPicture(tx: StaffTx, keys: DataKeys): Promise<Buffer | null> {
  const { rows } = await sql<NewFace>`select picture_id as id, sealed from staff_read_own_picture()`.execute(
    tx,
  )
  return rows[0] ? openFace(rows[0], keys) : null
}

type Asked = { caseId: string; pictureId: string; keys: DataKeys }

/** The picture of somebody who has the case today. @returns null when it is unknown, elsewhere or theirs no more */
export async function readCaseworkerPicture(
  tx: PersonTx,
  { caseId, pictureId, keys }: Asked,
): Promise<Buffer | null> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from person_read_caseworker_picture(${caseId}::uuid, ${pictureId}::uuid)`.execute(tx)
  return rows[0] ? openFace({ id: pictureId, sealed: rows[0].sealed }, keys) : null
}
