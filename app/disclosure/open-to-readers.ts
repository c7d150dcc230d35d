import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { addNotices } from '../notice/add-notices'
import type { DisclosedItem } from './disclosed-item'
import { isShown } from './level'
import type { ReleaseReader } from './release-reader'

type Opening = { readers: readonly ReleaseReader[]; isFirst: boolean; now: Date }

/** What was just signed is read from now, where nothing later was chosen, and its readers are told. */
export async function openToReaders(
  tx: StaffTx,
  item: DisclosedItem,
  { readers, isFirst, now }: Opening,
): Promise<void> {
  const reading = readers.flatMap(({ personId, disclosure }) =>
    disclosure && isShown(disclosure.level) ? [{ personId, ...disclosure }] : [],
  )
  const atOnce = reading.filter(({ shownFrom }) => shownFrom <= now)
  if (isFirst) {
    await openNow(
      tx,
      item,
      atOnce.map(({ personId }) => personId),
      now,
    )
  }
  // A correction changes nothing for people who get their own text or only a title.
  const noticed = reading.filter(({ level }) => isFirst || level === 'full')
  await addNotices(
    tx,
    item,
    noticed.map(({ personId, shownFrom }) => ({ personId, dueAt: shownFrom <= now ? now : shownFrom })),
  )
}

/** Immediate access starts at the signature, not when it was chosen. */
async function openNow(
  tx: StaffTx,
  { column, id }: DisclosedItem,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('disclosure')
    .set({ shown_from: now, decided_by: sql<string>`(select app_subject())`, decided_at: now })
    .where(column, '=', id)
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .execute()
}
