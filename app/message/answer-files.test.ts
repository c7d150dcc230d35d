import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attachAsStaff, pdfSaying, thursday } from '../../tests/support/attached'
import { openStories, type Stories } from '../../tests/support/stories'
import { listStaffAttachments } from '../attachment/list-attachments'
import { removeStaffAttachment } from '../attachment/remove-attachment'
import { answerThread, takeBackAnswer } from './answer-thread'
import { readStaffThread } from './staff-thread'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
  await stories.owner.query('update message_rule set most_files = 1')
})
afterEach(() => stories.close())

test('an answer taken back into what was begun after it has the files of both, and is sent when they are as few as one may send', async () => {
  const lastShown = (await stories.asStaff('mira', (tx) => readStaffThread(tx, thursday)))!.messages.at(
    -1,
  )!.id
  const send = (id: string) =>
    stories.asStaff('mira', (tx) =>
      answerThread(tx, thursday, { id, text: 'Här är den.', lastShown, wordsShown: 1 }),
    )
  const first = randomUUID()
  await attachAsStaff(stories, 'mira', thursday, { bytes: pdfSaying('Ett') })
  expect(await send(first)).toBe('sent')
  const { id: second } = await attachAsStaff(stories, 'mira', thursday, { bytes: pdfSaying('Två') })
  expect(await stories.asStaff('mira', (tx) => takeBackAnswer(tx, thursday, first))).toBe('taken')

  const key = randomUUID()
  expect(await send(key)).toBe('tooManyFiles')
  const begun = () =>
    stories.asStaff('mira', (tx) => listStaffAttachments(tx, { threadId: thursday, isDraft: true }))
  expect(await begun()).toHaveLength(2)
  await stories.asStaff('mira', (tx) =>
    removeStaffAttachment(tx, { threadId: thursday, attachmentId: second }),
  )
  expect(await send(key)).toBe('sent')
  expect(await begun()).toEqual([])
})
