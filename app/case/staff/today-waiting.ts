import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { AwaitedKind, RemarkKind } from '../../../db/roles'

export type Waiting = {
  id: string
  what: RemarkKind | AwaitedKind | 'wondering'
  caseId: string
  /** The child of the case, when somebody else has written. */
  aboutChild: string | null
  fromName: string
  /** The subject of a question; the title of the note or document that a remark is about. */
  about: string | null
  /** The meeting that another time is asked for, and when it begins; null of all else. */
  appointmentId: string | null
  meetsAt: string | null
  since: string
  days: number
  /** Given name of the lead caseworker when it is not the reader, and not away. */
  lead: string | null
  /** When the person was told to expect an answer, 'YYYY-MM-DD', and the days until then; negative when it is late. */
  answerBy: string | null
  daysLeft: number | null
  /** Given name of who answers, when it is not the reader. */
  answerer: string | null
  /** Given name of who is away, when the reader answers meanwhile. */
  forName: string | null
}

type Wanted =
  /** All that waits in a case. */
  | { caseId: string }
  /** What the reader is to answer: remarks of their cases, and what else is asked while it is they who answer. */
  | 'own'

/** Unanswered remarks, questions and wishes for another time, and what children wondered when they were read to: what is to be answered first stands first, then what has waited longest. */
export async function listWaiting(tx: StaffTx, wanted: Wanted = 'own'): Promise<Waiting[]> {
  const caseId = wanted === 'own' ? null : wanted.caseId
  const { rows } = await sql<{ waiting: Waiting[] }>`
    select staff_waiting(${caseId}::uuid) as waiting`.execute(tx)
  return rows[0]!.waiting
}
