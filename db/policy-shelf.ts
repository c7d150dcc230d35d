import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type pg from 'pg'

type PolicyFile = { name: string; text: string }
export type Policy = { files: readonly PolicyFile[]; hash: string }

/** Reads every file of order.txt in order: a view or function comes after what it uses. */
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
 * Drops what the shelf owns: views, row policies, triggers and functions of schema public, and every right there
 * except the owner's, default rights included. So removed code is really gone, and tables can be altered. A function
 * that a table depends on stops the drop: it does not belong on the shelf.
 */
export async function clearPolicy(client: pg.Client): Promise<void> {
  for (const find of [views, triggers, rowPolicies, functions, rights]) {
    const { rows } = await client.query<{ statement: string }>(find)
    for (const { statement } of rows) await client.query(statement)
  }
}

const ofExtension = (catalog: string, oid: string) =>
  `exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

// One statement each, since they depend on each other. Dropping a view also drops the functions that return its rows.
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
const grantee = `case a.grantee when 0 then 'public' else a.grantee::regrole::text end`
// Revoking a right on a table also revokes it on its columns.
const rights = `
  select distinct format('revoke all on %s %s from %s', case c.relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass, ${grantee})
           as statement
    from pg_class c cross join lateral (
      select grantee from aclexplode(c.relacl)
      union all
      select x.grantee from pg_attribute t cross join aclexplode(t.attacl) x where t.attrelid = c.oid and not t.attisdropped) a
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'S') and a.grantee <> c.relowner
  union all
  select distinct format('revoke all on schema public from %s', ${grantee})
    from pg_namespace n cross join aclexplode(n.nspacl) a
   where n.nspname = 'public' and a.grantee not in (n.nspowner, current_user::regrole)
  union all
  select distinct format('alter default privileges for role %s %s revoke all on %s from %s', d.defaclrole::regrole,
                         case when d.defaclnamespace <> 0 then 'in schema public' end,
                         case d.defaclobjtype when 'f' then 'functions' when 'S' then 'sequences' else 'tables' end, ${grantee})
    from pg_default_acl d cross join aclexplode(d.defaclacl) a
   where d.defaclnamespace in (0, 'public'::regnamespace) and d.defaclobjtype in ('r', 'f', 'S') and a.grantee <> d.defaclrole`
