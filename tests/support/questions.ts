import { randomUUID } from 'node:crypto'
import { askQuestion, replyInThread, takeBack, type Question } from '../../app/message/ask.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { tindrasCase } from './asked.ts'
import { openStories, storyTime } from './stories.ts'

export const thursday = storyId('question_thread', 'tindra/thursday')
export const aboutNothing = { noteId: null, documentId: null, paragraph: null }
export const aboutNote = (key: string) => ({ ...aboutNothing, noteId: storyId('note', key) })
export const aboutDocument = (key: string) => ({ ...aboutNothing, documentId: storyId('document', key) })

/** Some seconds after the stories' moment. */
export const later = (seconds: number) => new Date(storyTime.getTime() + seconds * 1000)

/** The thread of what was sent. */
export function threadOf(sent: Awaited<ReturnType<typeof askQuestion>>): string {
  if (sent?.outcome !== 'sent') throw new Error(`not sent: ${sent?.outcome}`)
  return sent.threadId
}

/** The stories, with what a person can do to questions in them. */
export async function openQuestions() {
  const stories = await openStories()
  const ask = (who: PersonKey, question: Partial<Question> = {}, when?: Date) =>
    stories.asPerson(
      who,
      (tx) =>
        askQuestion(tx, {
          ...aboutNothing,
          caseId: tindrasCase,
          subject: 'Matchen',
          text: 'Kan jag spela?',
          messageId: randomUUID(),
          answerBy: '2026-09-22',
          ...question,
        }),
      when,
    )
  const reply = (who: PersonKey, threadId: string, text = 'Tack!', messageId: string = randomUUID()) =>
    stories.asPerson(who, (tx) => replyInThread(tx, { threadId, text, messageId, answerBy: '2026-09-22' }))
  const back = (who: PersonKey, messageId: string, when?: Date) =>
    stories.asPerson(who, (tx) => takeBack(tx, tindrasCase, messageId), when)
  /** How much there is of what these write. */
  const counted = async () => {
    const { rows } = await stories.owner.query<{
      threads: number
      messages: number
      drafts: number
      logged: number
    }>(
      `select (select count(*)::int from question_thread) as threads, (select count(*)::int from message) as messages,
              (select count(*)::int from message_draft) as drafts,
              (select count(*)::int from audit_event where action in ('asked', 'replied', 'tookBackMessage')) as logged`,
    )
    return rows[0]!
  }
  return { ...stories, stories, ask, reply, back, counted }
}

export type Questions = Awaited<ReturnType<typeof openQuestions>>
