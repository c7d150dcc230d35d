import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { foreignNumbers } from './foreign-numbers'
import type { Keys } from './look-at-readers'
import { readerWarnings, type ReaderWarning } from './reader-warnings'

/** Somebody who would read exactly these texts. */
type WordsReader = {
  personId: string
  name: string
  givenName: string
  texts: readonly string[]
  /** Names that the reader is to be told, such as of whoever else comes to a meeting. */
  named?: readonly string[]
}

type Words = {
  caseId: string
  readers: readonly WordsReader[]
  /** Keys of what its reader may know, as staff have said. */
  seen: readonly string[]
}

/** What there is to look at in the words to one reader. */
export type LookedWords = {
  personId: string
  givenName: string
  /** Nobody's but the reader's own may be told (dataskyddslag 2018:218 3 kap. 10 §). */
  foreignNumbers: string[]
  warnings: ReaderWarning[]
}

/**
 * Looks at a few words to readers of a case before they are sent, as when a note is released.
 * @returns none when they may go; else all that was found, by reader, what has been seen included
 */
export async function lookAtWords(
  tx: StaffTx,
  { caseId, readers, seen }: Words,
  { dataKeys, now }: Keys,
): Promise<LookedWords[]> {
  const numbers = await foreignNumbers(tx, readers, { dataKeys, now })
  const [people, caseWords, staff] = [
    await peopleOf(tx, caseId),
    await caseWordsOf(tx, caseId),
    await staffOf(tx, caseId),
  ]
  const looked: LookedWords[] = []
  for (const reader of readers) {
    const { personId, givenName, texts, named = [] } = reader
    const familiar = { names: [...staff.names, ...named], phones: staff.phones }
    const warnings = await readerWarnings(reader, texts, { people, caseWords, now, familiar })
    const foreign = numbers.get(personId) ?? []
    if (warnings.length + foreign.length > 0)
      looked.push({ personId, givenName, foreignNumbers: foreign, warnings })
  }
  return looked.every((each) => mayGo(each, seen)) ? [] : looked
}

const mayGo = ({ foreignNumbers, warnings }: LookedWords, seen: readonly string[]) =>
  foreignNumbers.length === 0 && warnings.every(({ key }) => seen.includes(key))

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

/** Whoever has the case and whoever writes, and where they are called: every reader of the case is told it. */
async function staffOf(tx: StaffTx, caseId: string) {
  const { rows } = await sql<{ name: string; phone: string; switchboard: string }>`
    select full_name(s.given_name, s.family_name) as name, s.phone, m.phone as switchboard
      from staff_member s join municipality m on m.id = s.municipality_id
     where s.id = (select app_subject())
        or s.id in (select a.staff_id from caseworker_assignment a
                     where a.case_id = ${caseId}::uuid and a.valid @> (select app_today()))`.execute(tx)
  return {
    names: rows.map(({ name }) => name),
    phones: rows.flatMap(({ phone, switchboard }) => [phone, switchboard]),
  }
}
