import pg from 'pg'

/** Rows that came to a table, each as text that casts to the table's own type. */
export type CameRows = { table: string; rows: string[] }

/** From where on rows are new. */
export async function markRows(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ mark: string }>('select pg_current_xact_id()::xid::text as mark')
  return rows[0]!.mark
}

/** Every row that came or was changed after the mark, of every table of the portal. */
export async function rowsSince(owner: pg.Pool, mark: string): Promise<CameRows[]> {
  const { rows: tables } = await owner.query<{ table: string }>(
    `select relname as "table" from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`,
  )
  const came: CameRows[] = []
  for (const { table } of tables) {
    const { rows } = await owner.query<{ row: string }>(
      `select t::text as row from ${pg.escapeIdentifier(table)} t where age(t.xmin) < age($1::text::xid)`,
      [mark],
    )
    if (rows.length > 0) came.push({ table, rows: rows.map(({ row }) => row) })
  }
  return came
}

const bare = (table: string) => pg.escapeIdentifier(`bare_${table}`)

/**
 * Inserts the rows again, one by one, into tables of the same form with the same indexes and checks: in so many
 * transactions, each with its share of every table.
 * @returns transactions a second
 */
export async function insertBare(
  pool: pg.Pool,
  came: readonly CameRows[],
  { transactions, connections }: { transactions: number; connections: number },
): Promise<number> {
  for (const { table } of came)
    await pool.query(
      `drop table if exists ${bare(table)};
       create table ${bare(table)} (like ${pg.escapeIdentifier(table)} including defaults including constraints including indexes including storage)`,
    )
  const begun = performance.now()
  let next = 0
  const place = async () => {
    const client = await pool.connect()
    while (next < transactions) await insertShare(client, came, { share: next++, of: transactions })
    client.release()
  }
  await Promise.all(Array.from({ length: connections }, place))
  return transactions / ((performance.now() - begun) / 1000)
}

async function insertShare(
  client: pg.PoolClient,
  came: readonly CameRows[],
  { share, of }: { share: number; of: number },
): Promise<void> {
  await client.query('begin')
  for (const { table, rows } of came)
    for (let index = share; index < rows.length; index += of)
      await client.query({
        name: `bare ${table}`,
        text: `insert into ${bare(table)} select (r).* from (select $1::${pg.escapeIdentifier(table)} as r) s`,
        values: [rows[index]],
      })
  await client.query('commit')
}
