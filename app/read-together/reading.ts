import { sql } from 'kysely'
import type { AppointmentKind } from '../../db/closed-lists'
import type { TogetherTx } from '../../db/connect'
import type { Audience, DocumentTextRow, GoalState, NoteTextRow, PlanStep } from '../../db/roles'
import type { ReadingLevel } from '../reading/reading-level'

export type Mark = 'understood' | 'wondering' | 'enough'

export type ReadingItem = {
  position: number
  kind: 'note' | 'document' | 'plan' | 'dates'
  title: string | null
  childTitle: string | null
  /** 'YYYY-MM-DD' */
  at: string | null
  author: string | null
  isRead: boolean
  isExplained: boolean
  mark: Mark | null
}

export type Reading = {
  childName: string
  staffName: string
  audience: Audience
  level: ReadingLevel
  /** What may be read now; what was withheld after it was chosen is not among them. */
  items: ReadingItem[]
}

/** What is read on this device, in order; null when the child may no longer open the case. Nothing is logged. */
export async function findReading(tx: TogetherTx): Promise<Reading | null> {
  const { rows } = await sql<Reading>`
    select child_name as "childName", staff_name as "staffName", audience, level, items from together_reading()`.execute(
    tx,
  )
  return rows[0] ?? null
}

export type ItemText =
  | {
      kind: 'note'
      paragraphs: NoteTextRow['paragraphs']
      childText: string | null
      childTextEasy: string | null
    }
  | { kind: 'document'; content: DocumentTextRow['content']; childText: string | null; childTextEasy: null }
  | { kind: 'plan'; summary: string; goals: PlanGoal[] }
  | { kind: 'dates'; dates: ComingDate[] }

/** `onDay` is 'YYYY-MM-DD'; `kind` is of a meeting, null for a follow-up. */
type ComingDate = { onDay: string; at: Date | null; place: string | null; kind: AppointmentKind | null }

type PlanGoal = {
  position: number
  goal: string
  ownWords: string | null
  steps: PlanStep[]
  state: GoalState
}

/**
 * The text of one thing, as the child may read it now. The database logs it in the child's log, once a reading.
 * @returns null when it may no longer be read
 */
export async function readItem(
  tx: TogetherTx,
  { kind, position }: Pick<ReadingItem, 'kind' | 'position'>,
): Promise<ItemText | null> {
  switch (kind) {
    case 'note': {
      const { rows } = await sql<NoteTextRow>`select * from together_read_note(${position})`.execute(tx)
      const [row] = rows
      if (!row) return null
      return {
        kind,
        paragraphs: row.paragraphs,
        childText: row.child_text,
        childTextEasy: row.child_text_easy,
      }
    }
    case 'document': {
      const { rows } = await sql<DocumentTextRow>`select * from together_read_document(${position})`.execute(
        tx,
      )
      const [row] = rows
      return row ? { kind, content: row.content, childText: row.child_text, childTextEasy: null } : null
    }
    case 'plan': {
      const { rows } = await sql<{ summary: string; goals: PlanGoal[] }>`
        select summary, goals from together_read_plan(${position})`.execute(tx)
      return rows[0] ? { kind, ...rows[0] } : null
    }
    case 'dates': {
      const { rows } = await sql<ComingDate>`
        select on_day as "onDay", at, place, kind from together_read_dates(${position})`.execute(tx)
      return rows.length > 0 ? { kind, dates: rows } : null
    }
  }
}

/** Keeps what was pressed under a thing; the same again changes nothing. False where it may no longer be read. */
export async function markItem(
  tx: TogetherTx,
  position: number,
  pressed: Mark | 'explained',
): Promise<boolean> {
  const { rows } = await sql<{
    kept: boolean
  }>`select together_mark(${position}, ${pressed}) as kept`.execute(tx)
  return rows[0]?.kept === true
}
