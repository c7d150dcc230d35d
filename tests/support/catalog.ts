import type pg from 'pg'

// Each query gives lines that say one thing about schema public each, so that two databases are equal when their
// lines are. Names that PostgreSQL gives itself are part of it; the order in which columns came is not.
const grantee = `case a.grantee when 0 then 'public' else a.grantee::regrole::text end`
const questions: Record<string, string> = {
  table: `
    select c.relname || ' ' || c.relkind::text || ' rls=' || c.relrowsecurity || ' ' || coalesce(c.reloptions::text, '') || ' ' || c.relpersistence::text
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')`,
  column: `
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' notnull=' || a.attnotnull || ' '
           || a.attstorage::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')`,
  constraint: `
    select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = 'public'::regnamespace`,
  index: `select indexdef from pg_indexes where schemaname = 'public'`,
  view: `select viewname || ' ' || definition from pg_views where schemaname = 'public'`,
  function: `
    select pg_get_functiondef(p.oid) from pg_proc p
     where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  'row policy': `
    select tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' using ' || coalesce(qual, '') || ' check ' || coalesce(with_check, '')
      from pg_policies where schemaname = 'public'`,
  trigger: `
    select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`,
  right: `
    select c.relname || ' ' || ${grantee} || ' ' || a.privilege_type || ' ' || a.is_grantable
      from pg_class c cross join aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    union all
    select c.relname || '.' || t.attname || ' ' || ${grantee} || ' ' || a.privilege_type || ' ' || a.is_grantable
      from pg_class c join pg_attribute t on t.attrelid = c.oid cross join aclexplode(t.attacl) a
     where c.relnamespace = 'public'::regnamespace
    union all
    select p.oid::regprocedure || ' ' || ${grantee} || ' ' || a.privilege_type || ' ' || a.is_grantable
      from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 'schema ' || ${grantee} || ' ' || a.privilege_type
      from pg_namespace n cross join aclexplode(n.nspacl) a where n.nspname = 'public'
    union all
    select 'by default ' || d.defaclobjtype::text || ' ' || ${grantee} || ' ' || a.privilege_type
      from pg_default_acl d cross join aclexplode(d.defaclacl) a where d.defaclnamespace in (0, 'public'::regnamespace)`,
}

/** What schema public holds, in lines that can be compared: structure, policy, rights, and the rows that migrations wrote. */
export async function describeCatalog(client: pg.Client): Promise<string[]> {
  const lines: string[] = []
  for (const [subject, question] of Object.entries(questions)) {
    const { rows } = await client.query<{ line: string }>(
      `select q.line from (${question}) as q (line) order by 1`,
    )
    lines.push(...rows.map(({ line }) => `${subject}: ${line}`))
  }
  return [...lines, ...(await writtenRows(client))]
}

async function writtenRows(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migration', 'applied_policy', 'context_secret') order by 1`,
  )
  const lines: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ line: string }>(
      `select t::text as line from "${name}" t order by 1`,
    )
    lines.push(...rows.map(({ line }) => `row of ${name}: ${line}`))
  }
  return lines
}
