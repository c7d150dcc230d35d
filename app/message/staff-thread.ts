import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { ThreadKind } from '../../db/roles'

export type StaffThread = Pick<
  Row,
  'caseId' | 'kind' | 'subject' | 'startedAt' | 'personName' | 'givenName' | 'aboutChild'
> & {
  /** Oldest first; none when somebody asked to be contacted without a word. `from` is null for the person's own. */
  messages: { id: string; text: string; sentAt: Date; from: string | null; seenAt: Date | null }[]
}

type Row = {
  caseId: string
  kind: ThreadKind
  subject: string
  startedAt: Date
  personName: string
  givenName: string
  /** Given name of the child when somebody else has written. */
  aboutChild: string | null
  id: string | null
  text: string
  sentAt: Date
  from: string | null
  seenAt: Date | null
}

/**
 * The database logs the reading, and the person sees that their words were read.
 * @returns null when it is unknown or in a case not open to the staff member
 */
export async function readStaffThread(tx: StaffTx, threadId: string): Promise<StaffThread | null> {
  const { rows } = await sql<Row>`
    select case_id as "caseId", kind, subject, started_at as "startedAt", person_name as "personName", given_name as "givenName",
           about_child as "aboutChild", message_id as id, text, sent_at as "sentAt", from_name as "from", seen_at as "seenAt"
      from staff_read_thread(${threadId}::uuid)`.execute(tx)
  const [first] = rows
  if (!first) return null
  const { caseId, kind, subject, startedAt, personName, givenName, aboutChild } = first
  const messages = rows.flatMap(({ id, text, sentAt, from, seenAt }) =>
    id === null ? [] : [{ id, text, sentAt, from, seenAt }],
  )
  return { caseId, kind, subject, startedAt, personName, givenName, aboutChild, messages }
}

/**
 * Answers in a thread.
 * @param answer `id` is chosen by the form: the same one twice is one answer
 * @returns false when the thread is not open to the staff member
 */
export async function answerThread(
  tx: StaffTx,
  threadId: string,
  answer: { id: string; text: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_answer_thread(${threadId}::uuid, ${answer.text}, ${answer.id}::uuid) as done`.execute(tx)
  return rows[0]!.done
}
