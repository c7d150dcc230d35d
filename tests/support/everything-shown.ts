import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import type { Stories } from './stories.ts'

type Item = { note_id?: string; document_id?: string; thread_id?: string }

/**
 * All that the database can say to a person: every view sorted by every column, counts and sizes, and every text
 * behind every id shown. What the reading itself leaves is rolled back, so that two calls can be compared.
 * @returns one text, the same bytes for the same answers
 */
export function everythingShown(stories: Stories, who: PersonKey, when?: Date): Promise<string> {
  return stories.asPerson(
    who,
    async (tx, { givenName, municipalityName, previousVisitAt }) => {
      await sql`savepoint untouched`.execute(tx)
      const subject = { givenName, municipalityName, previousVisitAt }
      const shown = { subject, views: await allViews(stories, tx), texts: await allTexts(tx) }
      await sql`rollback to savepoint untouched`.execute(tx)
      return JSON.stringify(shown)
    },
    when,
  )
}

/** Columns of each view that role person may read. */
export async function personViews({ owner }: Stories): Promise<Record<string, string[]>> {
  const { rows } = await owner.query<{ view: string; columns: string[] }>(`
    select c.relname as view, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm') and has_table_privilege('person', c.oid, 'select')
     group by 1 order by 1`)
  return Object.fromEntries(rows.map(({ view, columns }) => [view, columns]))
}

async function allViews(stories: Stories, tx: PersonTx) {
  const answers: unknown[] = []
  for (const [view, columns] of Object.entries(await personViews(stories))) {
    const { rows: sizes } = await sql`
      select count(*), sum(length(v::text)), sum(pg_column_size(v)) from ${sql.table(view)} v`.execute(tx)
    answers.push(view, sizes)
    for (const column of columns) {
      const { rows } =
        await sql`select * from ${sql.table(view)} v order by ${sql.ref(column)}, v::text`.execute(tx)
      answers.push(column, rows)
    }
  }
  return answers
}

async function allTexts(tx: PersonTx) {
  const texts: unknown[] = []
  const read = async (items: Item[], key: keyof Item, reader: string) => {
    for (const item of items)
      texts.push((await sql`select * from ${sql.ref(reader)}(${item[key]})`.execute(tx)).rows)
  }
  await read(
    await tx.selectFrom('person_note').select('note_id').orderBy('note_id').execute(),
    'note_id',
    'person_read_note',
  )
  await read(
    await tx.selectFrom('person_document').select('document_id').orderBy('document_id').execute(),
    'document_id',
    'person_read_document',
  )
  await read(
    await tx.selectFrom('person_question_thread').select('thread_id').orderBy('thread_id').execute(),
    'thread_id',
    'person_read_thread',
  )
  const cases = await tx.selectFrom('person_case').select('case_id').orderBy('case_id').execute()
  for (const { case_id: id } of cases)
    texts.push((await sql`select * from person_read_plans(${id}::uuid, 10)`.execute(tx)).rows)
  return texts
}
