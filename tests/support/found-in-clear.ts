import type pg from 'pg'

/**
 * Columns of the whole database in which a text lies readable: as it is, in base64 or in hex, in bytes or in words.
 * @returns 'table.column', sorted
 */
export async function foundInClear(owner: pg.Pool | pg.ClientBase, text: string): Promise<string[]> {
  const { rows: columns } = await owner.query<{ table: string; column: string; name: string }>(
    `select format('%I.%I', c.table_schema, c.table_name) as table, format('%I', c.column_name) as column,
            c.table_name || '.' || c.column_name as name
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const looked = waysToWrite(text).map((way) => `%${way}%`)
  const has = async (table: string, what: string) => {
    const { rows } = await owner.query<{ is: boolean }>(
      `select exists (select from ${table} as t where ${what}::text ilike any ($1)) as is`,
      [looked],
    )
    return rows[0]!.is
  }
  const found: string[] = []
  // Most tables have it nowhere: a whole row is read at once.
  for (const table of new Set(columns.map((each) => each.table))) {
    if (!(await has(table, 't'))) continue
    for (const { column, name } of columns.filter((each) => each.table === table)) {
      if (await has(table, `t.${column}`)) found.push(name)
    }
  }
  return found.toSorted()
}

/** Base64 writes a text in three ways, by where it stands; the letters at its ends share bits with its neighbours. */
function waysToWrite(text: string): string[] {
  const inBase64 = [0, 1, 2].map((before) =>
    Buffer.from(' '.repeat(before) + text)
      .toString('base64url')
      .slice(before === 0 ? 0 : before + 1, -2),
  )
  const plain = [text, ...inBase64]
  return [...plain, ...plain.map((way) => Buffer.from(way).toString('hex'))]
}
