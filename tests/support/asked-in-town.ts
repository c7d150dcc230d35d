import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { idOf } from './people'
import type { Town } from './town'

type Asked = { answerBy: string; at?: string; person?: 'tindra' | 'henrik' | 'peter'; caseNumber?: string }

/** A question of the evening before, in the test's own town. */
export async function askInTown(
  { owner, id }: Town,
  { answerBy, at, person = 'tindra', caseNumber = 'EK-2026-0412' }: Asked,
) {
  const [threadId, messageId] = [randomUUID(), randomUUID()]
  const sent = at ?? '2026-09-14 22:40+02'
  await owner.query(
    `insert into question_thread (municipality_id, id, case_id, person_id, subject, started_at)
     values ($1, $2, $3, $4, 'Får jag byta skola?', $5)`,
    [id, threadId, storyId('case', caseNumber), idOf(person), sent],
  )
  await owner.query(
    `insert into message (municipality_id, id, thread_id, from_person_id, text, sent_at, readable_from, answer_by)
     values ($1, $2, $3, $4, 'Jag vill gå kvar hos min mentor.', $5, $5, $6)`,
    [id, messageId, threadId, idOf(person), sent, answerBy],
  )
  return threadId
}
