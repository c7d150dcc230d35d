import type { Database } from '../../db/connect.ts'
import { scaleReaders } from '../../db/seed/scale.ts'
import { eraseCases } from '../../services/worker/retention/erase-cases.ts'
import { asOwner } from './case-database.ts'

export type RetentionRun = { erased: number; kept: number; failed: number; seconds: number }

/**
 * Closes every case of Storby but one, long enough ago that in 2080 all but the sample for research may go.
 * @param cases as many as `seedScale` was given
 * @param open the case that stays open
 */
export async function closeScale(
  ownerUrl: string,
  { cases, open }: { cases: number; open: string },
): Promise<void> {
  const { municipalityId: municipality } = scaleReaders(cases)
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(
      `insert into retention_setting (municipality_id, valid, holds, research, source)
       select $1, '[2026-01-01,)', 'record', 'sample', 'bench'
        where not exists (select from retention_setting where municipality_id = $1)`,
      [municipality],
    )
    await owner.query(
      'update case_file set closed_on = $2 where municipality_id = $1 and closed_on is null and id <> $3',
      [municipality, '2026-09-15', open],
    )
    await owner.query('vacuum analyze case_file')
  })
}

/**
 * Erases the closed cases of Storby as in 2080.
 * @param cases as many as `seedScale` was given
 * @param atATime cases in one transaction; the worker's own unless it is said
 */
export async function eraseScale(
  { ownerUrl, database }: { ownerUrl: string; database: Database },
  { cases, atATime }: { cases: number; atATime?: number },
): Promise<RetentionRun> {
  const { municipalityId: municipality } = scaleReaders(cases)
  const { signal } = new AbortController()
  const begun = performance.now()
  const { erased, failed } = await eraseCases(
    { database, now: () => new Date('2080-01-01T12:00:00+01:00'), signal },
    { municipality, ...(atATime ? { atATime } : {}) },
  )
  const seconds = (performance.now() - begun) / 1000
  const { rows } = await asOwner(ownerUrl, (owner) =>
    owner.query<{ kept: number }>('select count(*)::int as kept from case_file where municipality_id = $1', [
      municipality,
    ]),
  )
  return { erased, kept: rows[0]!.kept, failed: failed.length, seconds }
}
