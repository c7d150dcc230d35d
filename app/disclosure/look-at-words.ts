import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { foreignNumbers } from './foreign-numbers'
import type { Keys } from './look-at-readers'
import { readerWarnings, type ReaderWarning } from './reader-warnings'

type Words = { caseId: string; reader: { personId: string; name: string }; text: string }

export type LookedAtWords = {
  /** Nobody's but the reader's own may be told (dataskyddslag 2018:218 3 kap. 10 §). */
  foreignNumbers: string[]
  warnings: ReaderWarning[]
}

/** What to check in a few words to one reader of a case before they are sent, as when a note is released. */
export async function lookAtWords(
  tx: StaffTx,
  { caseId, reader, text }: Words,
  { dataKeys, now }: Keys,
): Promise<LookedAtWords> {
  const numbers = await foreignNumbers(tx, [{ personId: reader.personId, texts: [text] }], { dataKeys, now })
  const people = await peopleOf(tx, caseId)
  const caseWords = await caseWordsOf(tx, caseId)
  return {
    foreignNumbers: numbers.get(reader.personId) ?? [],
    warnings: await readerWarnings(reader, [text], { people, caseWords, now }),
  }
}

async function peopleOf(tx: StaffTx, caseId: string) {
  const { rows } = await sql<{ id: string; name: string; isProtected: boolean }>`
    select x.id, full_name(x.given_name, x.family_name) as name,
           exists (select from person_protection q where q.municipality_id = x.municipality_id and q.person_id = x.id
                      and q.valid @> (select app_today())) as "isProtected"
      from person x
     where x.id in (select p.person_id from case_party p where p.case_id = ${caseId}::uuid)`.execute(tx)
  return rows
}

async function caseWordsOf(tx: StaffTx, caseId: string) {
  const { rows } = await sql<{
    word: string
  }>`select word from case_word where case_id = ${caseId}::uuid`.execute(tx)
  return rows.map(({ word }) => word)
}
