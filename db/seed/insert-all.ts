import type { InsertObject, Kysely } from 'kysely'
import type { DB } from '../schema.ts'

/** Adds rows to a table in one statement. No rows, no statement. */
export async function insertAll<Table extends keyof DB>(
  tx: Kysely<DB>,
  table: Table,
  rows: readonly InsertObject<DB, Table>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.insertInto(table).values(rows).execute()
}
