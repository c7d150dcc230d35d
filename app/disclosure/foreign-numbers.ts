import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { findIdentityNumbers } from '../text/identity-numbers'
import { lookupHash } from '../person/personal-identity-number'
import type { DataKeys } from '../person/data-keys'

type NumberedTexts = { personId: string; texts: readonly string[]; dataKeys: DataKeys; now: Date }

/**
 * Personal identity numbers in what a reader would get that are not that reader's own, as they are written there.
 * A number may be told to nobody else (dataskyddslag 2018:218 3 kap. 10 §).
 */
export async function foreignNumbers(
  tx: StaffTx,
  { personId, texts, dataKeys, now }: NumberedTexts,
): Promise<string[]> {
  const found = new Map(
    texts.flatMap((text) => findIdentityNumbers(text, now)).map(({ number, text }) => [number, text]),
  )
  const foreign: string[] = []
  for (const [number, text] of found) {
    const { rows } = await sql<{ isOwn: boolean }>`
      select staff_is_number_of(${personId}::uuid, ${lookupHash(number, dataKeys)}) as "isOwn"`.execute(tx)
    if (!rows[0]?.isOwn) foreign.push(text)
  }
  return foreign
}
