import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'

/** Ids in Storby kommun by which a session can be opened: the 16-year-old of the middle case. */
export type ScaleReaders = { municipalityId: string; caseId: string; youthId: string }

/** Who they are when Storby has this many cases. Nothing is asked of the database. */
export function scaleReaders(cases: number): ScaleReaders {
  const middle = Math.floor((cases + 1) / 2)
  return {
    municipalityId: seedId('municipality', 0),
    caseId: seedId('case', middle),
    youthId: seedId('child', middle),
  }
}

/**
 * Adds Storby kommun with many cases beside whatever the database holds. Its people cannot sign in: their
 * numbers are random bytes, and the bench opens sessions for them. All or nothing; the tables are locked
 * meanwhile.
 * @param ownerUrl connection of the owner of the tables
 * @param cases at least 1
 * @throws Error when Storby is there already
 */
export async function seedScale(ownerUrl: string, cases: number): Promise<ScaleReaders> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const readers = scaleReaders(cases)
    const { rowCount } = await client.query('select from municipality where id = $1', [
      readers.municipalityId,
    ])
    if (rowCount) throw new Error('Storby kommun is in this database already')
    await fill(client, cases)
    // Without fresh statistics the planner still takes the tables for empty.
    await client.query('analyze')
    return readers
  } finally {
    await client.end()
  }
}

async function fill(client: pg.Client, cases: number): Promise<void> {
  const statements = await readFile(new URL('./scale.sql', import.meta.url), 'utf8')
  await client.query('begin')
  try {
    await client.query("select set_config('seed.cases', $1, true)", [String(cases)])
    await client.query(statements)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

// As pg_temp.seed_id in scale.sql. Version and variant are set: an address takes no other ids (app/access/id.ts).
function seedId(kind: string, index: number): string {
  const hex = createHash('md5').update(`storby ${kind} ${index}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}
