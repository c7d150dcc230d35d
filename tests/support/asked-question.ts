import { randomUUID } from 'node:crypto'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { tindrasCase } from './asked.ts'
import { idOf, municipalityOf } from './people.ts'
import type { Stories } from './stories.ts'

type Question = {
  person?: PersonKey
  caseId?: string
  /** ISO 8601. It can be read from then on. */
  at?: string
  readableFrom?: string
  answerBy?: string | null
  text?: string
}

/** A question in a thread of its own, as its person has sent it. Gives the ids. */
export async function askQuestion({ owner }: Pick<Stories, 'owner'>, question: Question = {}) {
  const {
    person = 'tindra',
    caseId = tindrasCase,
    at = '2026-09-14T22:40:00+02:00',
    text = 'Får jag byta?',
  } = question
  const threadId = randomUUID()
  await owner.query(
    `insert into question_thread (municipality_id, id, case_id, person_id, subject, started_at) values ($1, $2, $3, $4, 'Får jag byta?', $5)`,
    [municipalityOf(person), threadId, caseId, idOf(person), at],
  )
  return { threadId, messageId: await write({ owner }, threadId, { ...question, person, at, text }) }
}

/** Another message of the person in a thread. */
export async function write(
  { owner }: Pick<Stories, 'owner'>,
  threadId: string,
  {
    person = 'tindra',
    at = '2026-09-14T22:40:00+02:00',
    readableFrom = at,
    answerBy = null,
    text = 'Hej',
  }: Question,
): Promise<string> {
  const messageId = randomUUID()
  await owner.query(
    `insert into message (municipality_id, id, thread_id, from_person_id, text, sent_at, readable_from, answer_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [municipalityOf(person), messageId, threadId, idOf(person), text, at, readableFrom, answerBy],
  )
  return messageId
}

/** Somebody is away, both days included. */
export async function goAway({ owner }: Pick<Stories, 'owner'>, who: StaffKey, from: string, to: string) {
  await owner.query(
    `insert into staff_absence (municipality_id, staff_id, away, recorded_by, recorded_at)
     values ($1, $2, daterange($3, $4, '[]'), $2, '2026-09-01 09:00+02')`,
    [municipalityOf(who), idOf(who), from, to],
  )
}
