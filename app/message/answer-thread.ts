import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

type Answer = {
  /** Chosen by the form: the same one twice is one answer. */
  id: string
  text: string
  /** Last message of the page it was written on; null when there was none. */
  lastShown: string | null
  /** How many of the person's messages it showed. */
  wordsShown: number
}

/**
 * Answers in a thread. What the staff member was writing there is sent with it.
 * @returns 'colleague' or 'newer' when somebody else, or the person, has written what the page did not show, 'otherWords' when the id has sent
 * another text, 'tooManyFiles' when it has more files than a message may: nothing was sent; null when the thread is not open to the staff member
 */
export async function answerThread(
  tx: StaffTx,
  threadId: string,
  { id, text, lastShown, wordsShown }: Answer,
): Promise<'sent' | 'colleague' | 'newer' | 'otherWords' | 'tooManyFiles' | null> {
  const shown = sql`${lastShown}::uuid, ${wordsShown}::int`
  return outcome(tx, sql`staff_answer_thread(${threadId}::uuid, ${text}, ${id}::uuid, ${shown})`)
}

/**
 * Keeps what is being written, for its writer alone; an empty text takes away what was kept. What has been sent
 * meanwhile, by its id, is not kept again.
 * @returns false when the thread is not open to the staff member
 */
export async function keepAnswer(
  tx: StaffTx,
  threadId: string,
  { id, text }: Pick<Answer, 'id' | 'text'>,
): Promise<boolean> {
  return outcome(tx, sql`staff_keep_answer(${threadId}::uuid, ${text}, ${id}::uuid)`)
}

/**
 * Takes back the staff member's own answer, while the person cannot read it yet: it is kept as what is being written.
 * @returns null for what is not theirs, or not in this thread
 */
export async function takeBackAnswer(
  tx: StaffTx,
  threadId: string,
  messageId: string,
): Promise<'taken' | 'late' | null> {
  return outcome(tx, sql`staff_take_back(${threadId}::uuid, ${messageId}::uuid)`)
}

/**
 * Says of a person's message that it asks nothing.
 * @returns 'notNewest' when the person has written again; null when it is not in a thread open to the staff member
 */
export async function needsNoAnswer(
  tx: StaffTx,
  threadId: string,
  messageId: string,
): Promise<'done' | 'notNewest' | null> {
  return outcome(tx, sql`staff_needs_no_answer(${threadId}::uuid, ${messageId}::uuid)`)
}

async function outcome<T>(tx: StaffTx, call: ReturnType<typeof sql>): Promise<T> {
  const { rows } = await sql<{ outcome: T }>`select ${call} as outcome`.execute(tx)
  return rows[0]!.outcome
}
