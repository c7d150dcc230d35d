import { randomUUID } from 'node:crypto'
import { beforeEach, afterEach, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people'
import { askQuestion } from '../../tests/support/asked-question'
import { openStories, type Stories } from '../../tests/support/stories'
import { answerThread, keepAnswer, needsNoAnswer } from './answer-thread'
import { readStaffThread } from './staff-thread'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const allowed: Record<StaffKey, boolean> = {
  mira: true,
  samira: true,
  jonas: true,
  olle: false,
  hanna: false,
  nina: false,
  eva: false,
  birgit: false,
  nils: false,
}

test.each(Object.entries(allowed) as [StaffKey, boolean][])(
  '%s may read, answer, keep and mark in Tindra’s thread: %s',
  async (who, may) => {
    const { threadId, messageId } = await askQuestion(stories)
    const found = await stories.asStaff(who, async (tx) => [
      (await readStaffThread(tx, threadId)) !== null,
      await keepAnswer(tx, threadId, { id: randomUUID(), text: 'Hej' }),
      await needsNoAnswer(tx, threadId, messageId),
      await answerThread(tx, threadId, { id: randomUUID(), text: 'Hej', lastShown: null, wordsShown: 1 }),
    ])
    expect(found).toEqual(may ? [true, true, 'done', 'sent'] : [false, false, null, null])
    const { rows: traces } = await stories.owner.query(
      `select (select count(*)::int from audit_event where thread_id = $1) as events,
              (select count(*)::int from message_draft) + (select count(*)::int from message where thread_id = $1) as texts`,
      [threadId],
    )
    expect(traces).toEqual([may ? { events: 3, texts: 2 } : { events: 0, texts: 1 }])
  },
)
