import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { ThreadKind } from '../../db/roles'
import type { Language } from '../i18n/languages'

export type StaffThread = Heading & {
  id: string
  /** Oldest first; none when somebody asked to be contacted without a word. */
  messages: StaffMessage[]
} & Around

export type StaffMessage = {
  id: string
  text: string
  sentAt: Date
  /** Full name of the colleague or the reader who wrote it; null for the person's own. */
  from: string | null
  isOwn: boolean
  /** Sent, and can still be taken back: until `readableFrom`. */
  isHeld: boolean
  readableFrom: Date
  seenAt: Date | null
  /** Given name of who of the staff saw the person's words first. */
  seenBy: string | null
  /** When the person was told to expect an answer, 'YYYY-MM-DD'. */
  answerBy: string | null
  /** The person's, and not answered. */
  waits: boolean
  /** Given name of who said that it needs no answer. */
  noAnswerBy: string | null
}

type Heading = {
  caseId: string
  kind: ThreadKind
  subject: string
  startedAt: Date
  personName: string
  givenName: string
  /** The person's own choice: answers are begun in it. */
  language: Language
  /** Given name of the child when somebody else has written. */
  aboutChild: string | null
}

type Around = {
  personId: string
  about: { kind: 'note' | 'document'; id: string; title: string; paragraph: number | null } | null
  /** Null when nothing in it waits for an answer. */
  waiting: {
    answerBy: string | null
    isOverdue: boolean
    isMine: boolean
    /** Given name of who answers today; null when nobody is there to. */
    answerer: string | null
    /** Given name of the lead who is away, and the last day of it. */
    forName: string | null
    awayUntil: string | null
  } | null
  draft: string | null
  closedOn: string | null
  readableUntil: string | null
}

type Row = Heading & Omit<StaffMessage, 'id'> & { id: string | null }

/**
 * The database logs the reading, and the person sees that their words were read.
 * @returns null when it is unknown or in a case not open to the staff member
 */
export async function readStaffThread(tx: StaffTx, threadId: string): Promise<StaffThread | null> {
  const { rows } = await sql<Row>`
    select case_id as "caseId", kind, subject, started_at as "startedAt", person_name as "personName", given_name as "givenName",
           person_language as language, about_child as "aboutChild", message_id as id, text, sent_at as "sentAt", from_name as "from",
           is_own as "isOwn", is_held as "isHeld", readable_from as "readableFrom", seen_at as "seenAt", seen_by as "seenBy",
           answer_by as "answerBy", waits, no_answer_by as "noAnswerBy"
      from staff_read_thread(${threadId}::uuid)`.execute(tx)
  const [first] = rows
  if (!first) return null
  const { caseId, kind, subject, startedAt, personName, givenName, language, aboutChild } = first
  const heading = { caseId, kind, subject, startedAt, personName, givenName, language, aboutChild }
  return { id: threadId, ...heading, messages: rows.flatMap(messageOf), ...(await findAround(tx, threadId)) }
}

function messageOf({ id, ...row }: Row): StaffMessage[] {
  if (id === null) return []
  const { text, sentAt, from, isOwn, isHeld, readableFrom, seenAt, seenBy, answerBy, waits, noAnswerBy } = row
  return [
    { id, text, sentAt, from, isOwn, isHeld, readableFrom, seenAt, seenBy, answerBy, waits, noAnswerBy },
  ]
}

/** What it is about, its clock, and what the reader was writing. */
async function findAround(tx: StaffTx, threadId: string): Promise<Around> {
  const { rows } = await sql<Around>`
    select q.person_id as "personId",
           case when q.about_note_id is not null or q.about_document_id is not null then jsonb_build_object(
             'kind', case when q.about_note_id is null then 'document' else 'note' end,
             'id', coalesce(q.about_note_id, q.about_document_id), 'paragraph', q.about_paragraph,
             'title', coalesce(
               (select v.title from note_version v where v.municipality_id = q.municipality_id and v.note_id = q.about_note_id
                   and v.signed_at is not null order by v.number desc limit 1),
               (select v.title from document_version v where v.municipality_id = q.municipality_id
                   and v.document_id = q.about_document_id order by v.number desc limit 1))) end as about,
           (select jsonb_build_object('answerBy', w.answer_by, 'isOverdue', coalesce(w.is_overdue, false), 'isMine', w.is_mine,
                                      'answerer', w.answerer, 'forName', w.for_name, 'awayUntil', w.away_until)
              from staff_awaited_answer w where w.municipality_id = q.municipality_id and w.id = q.id) as waiting,
           (select d.text from message_draft d where d.municipality_id = q.municipality_id and d.thread_id = q.id) as draft,
           c.closed_on as "closedOn", c.readable_until as "readableUntil"
      from question_thread q join case_file c on c.municipality_id = q.municipality_id and c.id = q.case_id
     where q.id = ${threadId}::uuid`.execute(tx)
  return rows[0]!
}
