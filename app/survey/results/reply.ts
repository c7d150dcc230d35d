import { sql } from 'kysely'
import { z } from 'zod'
import type { StaffTx } from '../../../db/connect.ts'
import { textFault, type TextFault } from '../../text/written-text.ts'

export const longestReply = 2_000

export type Reply = { heard: string; done: string }
export type ReplyFaults = Partial<Record<keyof Reply, TextFault>>

const form = z.object({ heard: z.string().catch(''), done: z.string().catch('') })

export function replyIn(posted: FormData): { reply: Reply; faults: ReplyFaults | null } {
  const { heard, done } = form.parse(Object.fromEntries(posted))
  const reply = { heard: heard.trim(), done: done.trim() }
  const faults: ReplyFaults = {}
  for (const part of ['heard', 'done'] as const) {
    const fault = textFault(reply[part], longestReply)
    if (fault) faults[part] = fault
  }
  return { reply, faults: Object.keys(faults).length > 0 ? faults : null }
}

type RepliedRound = { id: string; year: number; season: string; reply: (Reply & { byName: string }) | null }

/** A round that has told in the reader's unit, the newest where none is named; null where it is not there. */
export async function findReply(tx: StaffTx, roundId: string | null): Promise<RepliedRound | null> {
  const rounds = tx
    .selectFrom('staff_survey_round as r')
    .leftJoin('staff_survey_reply as p', 'p.round_id', 'r.round_id')
    .select(['r.round_id as id', 'r.year', 'r.season', 'p.heard', 'p.done', 'p.by_name as byName'])
    .orderBy('r.opens_on', 'desc')
  const named = roundId === null ? rounds : rounds.where('r.round_id', '=', roundId)
  const found = await named.limit(1).executeTakeFirst()
  if (!found) return null
  const { id, year, season, heard, done, byName } = found
  return { id, year, season, reply: heard && done && byName ? { heard, done, byName } : null }
}

/** Whether the reader may write one: the team leader of a unit. */
export async function leadsSurvey(tx: StaffTx): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`select staff_leads_survey() as leads`.execute(tx)
  return rows[0]!.leads
}

/** Logged. False where it may not be written. */
export async function writeReply(tx: StaffTx, roundId: string, { heard, done }: Reply): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`
    select staff_write_survey_reply(${roundId}, ${heard}, ${done}) as written`.execute(tx)
  return rows[0]!.written
}
