import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { About } from './asked-about'

/** `otherWords`: the key has sent something else already. `closed`: the case has ended. Neither keeps anything. */
type Sent = { outcome: 'sent'; threadId: string } | { outcome: 'otherWords' | 'closed' }

export type Question = About & {
  caseId: string
  subject: string
  text: string
  /** Chosen by the form: the same one twice is one message. */
  messageId: string
  /** The day that the page named, "YYYY-MM-DD"; null where the municipality has promised none. */
  answerBy: string | null
}

/**
 * Asks the caseworkers of a case. Nobody else can read it before the seconds in which it can be taken back have gone.
 * @returns null when the case, the note or the document is not the subject's
 */
export async function askQuestion(tx: PersonTx, question: Question): Promise<Sent | null> {
  const { caseId, subject, text, messageId, noteId, documentId, paragraph, answerBy } = question
  return sentBy(
    await sql<Row>`
    select outcome, thread as "threadId"
      from person_ask(${caseId}::uuid, ${subject}, ${text}, ${messageId}::uuid,
                      ${noteId}::uuid, ${documentId}::uuid, ${paragraph}::int, ${answerBy}::date)`.execute(
      tx,
    ),
  )
}

type Reply = Pick<Question, 'text' | 'messageId' | 'answerBy'> & { threadId: string }

/**
 * Writes on in a thread, as {@link askQuestion} does.
 * @returns null when the thread is not the subject's
 */
export async function replyInThread(tx: PersonTx, reply: Reply): Promise<Sent | null> {
  const { threadId, text, messageId, answerBy } = reply
  return sentBy(
    await sql<Row>`
    select outcome, thread as "threadId"
      from person_reply(${threadId}::uuid, ${text}, ${messageId}::uuid, ${answerBy}::date)`.execute(tx),
  )
}

type Row = { outcome: Sent['outcome']; threadId: string }

function sentBy({ rows }: { rows: Row[] }): Sent | null {
  const [row] = rows
  if (!row) return null
  return row.outcome === 'sent' ? { outcome: 'sent', threadId: row.threadId } : { outcome: row.outcome }
}

/** `threadId` is null when the message was all there was. */
export type TakenBack = { outcome: 'back' | 'late'; threadId: string | null }

/**
 * Takes a message back, so that it is a draft again; `late` when it can be read by then.
 * @returns null when it is not the subject's, or not in this case
 */
export async function takeBack(tx: PersonTx, caseId: string, messageId: string): Promise<TakenBack | null> {
  const { rows } = await sql<TakenBack>`
    select outcome, in_thread as "threadId" from person_take_back(${messageId}::uuid)
     where in_case = ${caseId}::uuid`.execute(tx)
  return rows[0] ?? null
}
