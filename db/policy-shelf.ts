import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type pg from 'pg'

type PolicyFile = { name: string; text: string }
export type Policy = { files: readonly PolicyFile[]; hash: string }

/**
 * Reads the shelf: every file of order.txt, in its order, in which a view or function stands after what it uses.
 * Together they are the whole policy: what each role may see and do, and what the database itself refuses or logs.
 */
export async function readPolicy(folder: URL): Promise<Policy> {
  const order = await readFile(new URL('order.txt', folder), 'utf8')
  const files = await Promise.all(
    order
      .trim()
      .split('\n')
      .map(async (name) => ({ name, text: await readFile(new URL(`${name}.sql`, folder), 'utf8') })),
  )
  return { files, hash: createHash('sha256').update(JSON.stringify(files)).digest('hex') }
}

/** Runs every file of the shelf within the caller's transaction, after {@link clearPolicy}. */
export async function applyPolicy(client: pg.Client, { files }: Policy): Promise<void> {
  for (const { name, text } of files) {
    try {
      await client.query(text)
    } catch (error) {
      throw new Error(
        `policy ${name}.sql failed: ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      )
    }
  }
}

/**
 * Takes away all that the shelf owns: views, row policies, triggers and functions of schema public, and every right
 * of the roles. So what was removed from a file is gone, and a table can be altered under it. A function that a
 * table itself depends on stops the drop: those do not belong on the shelf.
 */
export async function clearPolicy(client: pg.Client): Promise<void> {
  for (const find of [views, triggers, rowPolicies, functions, rights]) {
    const { rows } = await client.query<{ statement: string }>(find)
    for (const { statement } of rows) await client.query(statement)
  }
}

const ofExtension = (catalog: string, oid: string) =>
  `exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

// In one statement each, since they depend on each other. A view takes with it the functions that return its rows.
const views = `
  select format('drop view %s cascade', string_agg(c.oid::regclass::text, ', ')) as statement
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' and not ${ofExtension('pg_class', 'c.oid')}
  having count(*) > 0`
const triggers = `
  select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass) as statement
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`
const rowPolicies = `
  select format('drop policy %I on %s', p.polname, p.polrelid::regclass) as statement
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace`
const functions = `
  select format('drop routine %s', string_agg(p.oid::regprocedure::text, ', ')) as statement
    from pg_proc p
   where p.pronamespace = 'public'::regnamespace and not ${ofExtension('pg_proc', 'p.oid')}
  having count(*) > 0`
const rights = `
  select format('revoke all on %s from person, staff, service, public', c.oid::regclass) as statement
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'S') and not ${ofExtension('pg_class', 'c.oid')}`
