import type pg from 'pg'

/** The tables of the database in which a text stands somewhere, as letters or as bytes. */
export async function tablesWith(owner: Pick<pg.Pool, 'query'>, text: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name, tablename from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await owner.query(
      `select from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0 limit 1`,
      [text],
    )
    if (rowCount) found.push(name.replace('public.', ''))
  }
  return found
}
