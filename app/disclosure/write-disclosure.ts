import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { addNotices } from '../notice/add-notices'
import { stockholmMoment } from '../calendar/stockholm-moment'
import type { DisclosedItem } from './disclosed-item'
import { isShown } from './level'
import type { ReaderValues } from './reader-form'
import type { ReleaseReader } from './release-reader'

type Decision = {
  item: DisclosedItem
  isSigned: boolean
  reader: ReleaseReader
  values: ReaderValues
  parts: readonly unknown[]
  now: Date
}

export async function writeDisclosure(
  tx: StaffTx,
  { item, isSigned, reader, values, parts, now }: Decision,
): Promise<void> {
  const { level } = values
  if (level === '') return
  const before = reader.disclosure
  const wasShown = before !== null && isSigned && isShown(before.level) && before.shownFrom <= now
  const moment = values.day ? stockholmMoment(values.day, values.time || '08:00') : null
  const decided = {
    level,
    title: level === 'partial' || level === 'title' ? values.title : null,
    partial_text: level === 'partial' ? JSON.stringify(parts) : null,
    ground: level === 'full' ? null : values.ground,
    // If the note or document is hidden, its ground is too.
    ground_shown: (level === 'partial' || level === 'title') && values.groundTold,
    harm_assessment: level === 'full' ? null : values.harm,
    review_on: level === 'full' ? null : values.reviewOn,
    shown_from: moment ?? (wasShown ? before.shownFrom : now),
    decided_by: sql<string>`(select app_subject())`,
    decided_at: now,
  }
  await tx
    .insertInto('disclosure')
    .values({
      municipality_id: sql<string>`(select app_municipality())`,
      [item.column]: item.id,
      person_id: reader.personId,
      ...decided,
    })
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', item.column, 'person_id']).doUpdateSet(decided),
    )
    .execute()
  if (isSigned && isShown(level) && !wasShown) {
    await addNotices(tx, item, [{ personId: reader.personId, dueAt: decided.shown_from }])
  }
}
