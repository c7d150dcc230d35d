import type pg from 'pg'
import { copyIn, copyOut } from './copy.ts'

// What a note that is sent becomes: itself, its first version, its name at the sender, the kept answer, a line in the log.
const tables = {
  note: 'select n.* from note n join sent s on s.note_id = n.id',
  note_version: 'select v.* from note_version v join sent s on s.note_id = v.note_id',
  ingested: 'select i.* from ingested i join sent s on s.note_id = i.note_id',
  ingest_request: 'select r.* from ingest_request r limit (select count(*) from sent)',
  audit_event: `select a.* from audit_event a join sent s on s.note_id = a.note_id and a.action = 'ingestedNote'`,
}

/** COPY of the rows of the notes that have been sent so far into tables of the same form, without references and triggers. */
export async function prepareCopy(owner: pg.Client): Promise<{ notes: number; copy: () => Promise<void> }> {
  await owner.query(`create temp table sent as select note_id from ingested where note_id is not null`)
  await owner.query('create schema bare')
  const rows = new Map<string, Buffer>()
  for (const [table, select] of Object.entries(tables)) {
    rows.set(table, await copyOut(owner, `copy (${select}) to stdout`))
    await owner.query(
      `create table bare.${table} (like ${table} including defaults including constraints including indexes)`,
    )
  }
  const { rows: counted } = await owner.query<{ count: number }>('select count(*)::int as count from sent')
  return {
    notes: counted[0]!.count,
    copy: async () => {
      await owner.query('begin')
      for (const [table, text] of rows) await copyIn(owner, `copy bare.${table} from stdin`, text)
      await owner.query('commit')
    },
  }
}

export async function emptyCopies(owner: pg.Client): Promise<void> {
  await owner.query(
    `truncate ${Object.keys(tables)
      .map((table) => `bare.${table}`)
      .join(', ')}`,
  )
}
