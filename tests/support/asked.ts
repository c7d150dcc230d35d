import { sql } from 'kysely'
import { lookupHash } from '../../app/person/personal-identity-number.ts'
import { people, type PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { testKeys } from './keys.ts'
import type { Stories } from './stories.ts'

export const tindrasCase = storyId('case', 'EK-2026-0412')
export const eliasCase = storyId('case', 'EK-2026-1187')
export const alvasCase = storyId('case', 'EK-2026-0098')
export const novasCase = storyId('case', 'EK-2026-1203')
export const leosCase = storyId('case', 'GB-2026-0057')

/** The cases somebody may open at a moment (ISO 8601). */
export function casesOf({ asPerson }: Stories, who: PersonKey, moment: string): Promise<string[]> {
  return asPerson(
    who,
    async (tx) =>
      (await tx.selectFrom('person_case').select('case_id').execute()).map((found) => found.case_id),
    new Date(moment),
  )
}

/** Whether somebody is told that a note or a document exists. */
export function isListed(
  { asPerson }: Stories,
  who: PersonKey,
  what: 'note' | 'document',
  id: string,
  moment: string,
) {
  const [view, column] = [sql.table(`person_${what}`), sql.ref(`${what}_id`)]
  return asPerson(
    who,
    async (tx) => (await sql`select from ${view} where ${column} = ${id}`.execute(tx)).rows.length > 0,
    new Date(moment),
  )
}

export const nothingFromAnyFunction = { notes: [], documents: [], threads: [], remarks: [{ id: null }] }

/** What every function of a person answers on the ids of everything there is. */
export async function answersToAll({ owner, asPerson }: Stories, who: PersonKey, moment: string) {
  const { rows } = await owner.query<Record<'notes' | 'documents' | 'threads' | 'cases', string[]>>(
    `select array(select id from note) as notes, array(select id from document) as documents,
            array(select id from question_thread) as threads, array(select id from case_file) as cases`,
  )
  const { notes, documents, threads, cases } = rows[0]!
  return asPerson(
    who,
    async (tx) => ({
      notes: (await sql`select t.* from unnest(${notes}::uuid[]) id, person_read_note(id) t`.execute(tx))
        .rows,
      documents: (
        await sql`select t.* from unnest(${documents}::uuid[]) id, person_read_document(id) t`.execute(tx)
      ).rows,
      threads: (
        await sql`select t.* from unnest(${threads}::uuid[]) id, person_read_thread(id) t`.execute(tx)
      ).rows,
      remarks: (
        await sql`select distinct person_add_remark(id, null, null, 'accessRequest', 'Hej', gen_random_uuid()) as id
                    from unnest(${cases}::uuid[]) id`.execute(tx)
      ).rows,
    }),
    new Date(moment),
  )
}

/** How the sign-in meets somebody who was identified at a moment; undefined for a number nobody has. */
export async function signInOutcome(
  { database }: Stories,
  who: PersonKey,
  moment: string,
): Promise<string | undefined> {
  const { rows } = await database.asService(new Date(moment), (tx) =>
    sql<{
      outcome: string
    }>`select outcome from sign_in_people(${lookupHash(people[who].number, testKeys)})`.execute(tx),
  )
  return rows[0]?.outcome
}
