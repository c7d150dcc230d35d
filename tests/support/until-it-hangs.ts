import { expect } from 'vitest'
import type { Stories } from './stories.ts'

/** Waits until that many statements that call the function hang on what somebody else holds. */
export async function untilItHangs(
  { owner }: Pick<Stories, 'owner'>,
  calling: string,
  times = 1,
): Promise<void> {
  const hanging = async () =>
    (
      await owner.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
        [`%${calling}%`],
      )
    ).rows[0]!.count
  await expect.poll(hanging, { timeout: 60_000, interval: 20 }).toBe(times)
}
