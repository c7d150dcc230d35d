import pg from 'pg'
import type { Database } from '../../db/connect.ts'
import { scaleReaders } from '../../db/seed/scale.ts'
import { eraseCases } from '../../services/worker/retention/erase-cases.ts'

export type RetentionRun = { erased: number; kept: number; failed: number; seconds: number }

/**
 * Closes every case of Storby, and erases them as on a day when all but the sample for research may go.
 * @param cases as many as `seedScale` was given
 * @param atATime cases in one transaction
 * @param signal ends it after the batch that runs
 */
export async function eraseScale(
  { ownerUrl, database }: { ownerUrl: string; database: Database },
  { cases, atATime, signal }: { cases: number; atATime: number; signal: AbortSignal },
): Promise<RetentionRun> {
  const { municipalityId: municipality } = scaleReaders(cases)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(
      `insert into retention_setting (municipality_id, valid, holds, research, source)
       select $1, '[2026-01-01,)', 'record', 'sample', 'bench'
        where not exists (select from retention_setting where municipality_id = $1)`,
      [municipality],
    )
    await owner.query(
      'update case_file set closed_on = $2 where municipality_id = $1 and closed_on is null',
      [municipality, '2026-09-15'],
    )
    const begun = performance.now()
    const { erased, failed } = await eraseCases(
      { database, now: () => new Date('2080-01-01T12:00:00+01:00'), signal },
      { municipality, atATime },
    )
    const seconds = (performance.now() - begun) / 1000
    const { rows } = await owner.query<{ kept: number }>(
      'select count(*)::int as kept from case_file where municipality_id = $1',
      [municipality],
    )
    return { erased, kept: rows[0]!.kept, failed: failed.length, seconds }
  } finally {
    await owner.end()
  }
}
