import { sql } from 'kysely'
import { z } from 'zod'
import type { StaffTx } from '../../../db/connect.ts'
import { textFault, type TextFault } from '../../text/written-text.ts'
import type { Mark } from './mark.ts'

/** Next text that the reader is named to review, and how many are left with it. */
export type TextToReview = {
  id: string
  year: number
  season: string
  unit: string
  instrument: string
  version: number
  item: string
  words: string
  marks: Mark[]
  left: number
}

export type TextReview = {
  textId: string
  outcome: 'released' | 'masked' | 'dropped'
  shown: string
  fault: TextFault | null
}

const longestText = 10_000

const form = z.object({
  text: z.uuid(),
  outcome: z.enum(['released', 'masked', 'dropped']),
  shown: z.string().catch(''),
})

/** Null for what no form of ours sends. */
export function textReviewIn(posted: FormData): TextReview | null {
  const parsed = form.safeParse(Object.fromEntries(posted))
  if (!parsed.success) return null
  const { text, outcome, shown } = parsed.data
  const fault = outcome === 'masked' ? textFault(shown.trim(), longestText) : null
  return { textId: text, outcome, shown: shown.trim(), fault }
}

/** Whether the reader is named to review what was written in the survey. */
export async function reviewsTexts(tx: StaffTx): Promise<boolean> {
  const { rows } = await sql<{ reviews: boolean }>`select staff_reviews_surveys() as reviews`.execute(tx)
  return rows[0]!.reviews
}

/** Logged. Null when none is left. */
export async function nextText(tx: StaffTx): Promise<TextToReview | null> {
  const { rows } = await sql<TextToReview>`
    select text_id as id, year, season, unit, instrument, instrument_version as version, item, words, marks,
           left_to_review as left
      from staff_next_survey_text()`.execute(tx)
  return rows[0] ?? null
}

/** Logged. A text that is reviewed already stays as it is. */
export async function reviewText(tx: StaffTx, { textId, outcome, shown }: TextReview): Promise<void> {
  await sql`select staff_review_survey_text(${textId}, ${outcome}, ${shown})`.execute(tx)
}

/** What the reader's unit may read of what was written to a form in a round. */
export async function listSaid(tx: StaffTx, roundId: string, instrument: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('staff_survey_text')
    .select('shown')
    .where('round_id', '=', roundId)
    .where('instrument', '=', instrument)
    .orderBy('text_id')
    .execute()
  return rows.map(({ shown }) => shown)
}
