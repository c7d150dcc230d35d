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
  const { people, caseWords, staff } = await findAround(tx, caseId)
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

type Around = {
  people: { id: string; name: string; isProtected: boolean }[]
  caseWords: string[]
  /** Whoever has the case and whoever writes, and where they are called: every reader of the case is told it. */
  staff: { names: string[]; phones: string[] }
}

/** In one question to the database: it is asked before every answer. */
async function findAround(tx: StaffTx, caseId: string): Promise<Around> {
  const { rows } = await sql<Around>`
    select (select coalesce(jsonb_agg(jsonb_build_object(
                      'id', x.id, 'name', full_name(x.given_name, x.family_name),
                      'isProtected', exists (select from person_protection q where q.municipality_id = x.municipality_id
                                                and q.person_id = x.id and q.valid @> (select app_today())))), '[]')
              from person x where x.id in (select p.person_id from case_party p where p.case_id = ${caseId}::uuid)) as people,
           (select coalesce(jsonb_agg(word), '[]') from case_word where case_id = ${caseId}::uuid) as "caseWords",
           (select jsonb_build_object('names', coalesce(jsonb_agg(full_name(s.given_name, s.family_name)), '[]'),
                                      'phones', coalesce(jsonb_agg(s.phone) || jsonb_agg(distinct m.phone), '[]'))
              from staff_member s join municipality m on m.id = s.municipality_id
             where s.id = (select app_subject())
                or s.id in (select a.staff_id from caseworker_assignment a
                             where a.case_id = ${caseId}::uuid and a.valid @> (select app_today()))) as staff`.execute(
    tx,
  )
  return rows[0]!
}
