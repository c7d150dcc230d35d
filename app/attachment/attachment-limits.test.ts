import { afterEach, beforeEach, expect, test } from 'vitest'
import { attach, attachAsStaff, draftOf, pdfSaying, sent, thursday } from '../../tests/support/attached'
import { replyInThread } from '../message/ask'
import { secondOwner } from '../../tests/support/second-owner'
import { openStories, type Stories } from '../../tests/support/stories'
import { untilItHangs } from '../../tests/support/until-it-hangs'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
  // The stories have files of their own; here those are counted that are added.
  await stories.owner.query('delete from attachment')
})
afterEach(() => stories.close())

const heavy = (letter: string) => ({ bytes: pdfSaying(letter.repeat(1_000_000)) })
const left = async () => (await stories.owner.query('select id from attachment')).rows.length

test('the same file sent twice, even at once, is one; the eleventh is refused, even at once', async () => {
  const draft = await draftOf(stories, 'tindra')
  const twice = await Promise.all([attach(stories, 'tindra', draft), attach(stories, 'tindra', draft)])
  expect(twice.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
  expect(await left()).toBe(1)
  for (let count = 2; count <= 9; count++)
    await attach(stories, 'tindra', draft, { bytes: pdfSaying(`Fil ${count}`) })
  const last = await Promise.all(
    ['x', 'y'].map((words) => attach(stories, 'tindra', draft, { bytes: pdfSaying(words) })),
  )
  expect(last.map(({ outcome }) => outcome).sort()).toEqual(['added', 'tooMany'])
  expect(await left()).toBe(10)
})

test('one adds no more in a day and a night than the municipality takes, whatever others add', async () => {
  await stories.owner.query('update message_rule set most_day_bytes = 2500000')
  const first = await draftOf(stories, 'tindra')
  expect(await attach(stories, 'tindra', first, heavy('a'))).toMatchObject({ outcome: 'added' })
  await sent(stories, first)
  const second = await draftOf(stories, 'tindra')
  expect(await attach(stories, 'tindra', second, heavy('b'))).toMatchObject({ outcome: 'added' })
  expect(await attach(stories, 'tindra', second, heavy('c'))).toMatchObject({ outcome: 'tooMuchToday' })
  const hers = await draftOf(stories, 'marie', { threadId: null })
  expect(await attach(stories, 'marie', hers, heavy('d'))).toMatchObject({ outcome: 'added' })
  await stories.owner.query(`update attachment set added_at = added_at - interval '1 day'`)
  expect(await attach(stories, 'tindra', second, heavy('c'))).toMatchObject({ outcome: 'added' })
})

/** Both have come as far as they get before either has its file in. */
async function atOnce<T>(calling: string, adding: () => Promise<T>[]): Promise<T[]> {
  const holder = await secondOwner(stories)
  try {
    await holder.query('begin')
    await holder.query('lock table attachment in share mode')
    const added = Promise.all(adding())
    await untilItHangs(stories, calling, 2)
    await holder.query('rollback')
    return await added
  } finally {
    await holder.end()
  }
}

test('of two files at once on two drafts the second is refused when both are too much', async () => {
  await stories.owner.query('update message_rule set most_day_bytes = 1500000')
  const drafts = [await draftOf(stories, 'tindra'), await draftOf(stories, 'tindra', { threadId: null })]
  const added = await atOnce('person_add_attachment', () =>
    drafts.map((draft, index) => attach(stories, 'tindra', draft, heavy(String(index)))),
  )
  expect(added.map(({ outcome }) => outcome).sort()).toEqual(['added', 'tooMuchToday'])
  expect(await left()).toBe(1)
})

test('of two files at once in one answer of staff the second is refused when there is room for one', async () => {
  await stories.owner.query('update message_rule set most_files = 1')
  await attachAsStaff(stories, 'mira', thursday)
  await stories.owner.query('delete from attachment')
  const added = await atOnce('staff_add_attachment', () =>
    ['x', 'y'].map((words) => attachAsStaff(stories, 'mira', thursday, { bytes: pdfSaying(words) })),
  )
  expect(added.map(({ outcome }) => outcome).sort()).toEqual(['added', 'tooMany'])
  expect(await left()).toBe(1)
})

test('a file that comes while its message is sent is not added to it: nobody would know that it went along', async () => {
  const draft = await draftOf(stories, 'tindra')
  let adding: ReturnType<typeof attach> | undefined
  await stories.asPerson('tindra', async (tx) => {
    const reply = { threadId: thursday, text: 'Se filen.', messageId: draft, answerBy: '2026-09-18' }
    expect(await replyInThread(tx, reply)).toMatchObject({ outcome: 'sent' })
    adding = attach(stories, 'tindra', draft)
    await untilItHangs(stories, 'person_add_attachment')
  })
  expect((await adding!).outcome).toBeNull()
  expect(await left()).toBe(0)
})

test('the same file again on the day when no more is taken is there already', async () => {
  await stories.owner.query('update message_rule set most_day_bytes = 1500000')
  const draft = await draftOf(stories, 'tindra')
  const add = () => attach(stories, 'tindra', draft, heavy('a'))
  expect([await add(), await add()]).toMatchObject([{ outcome: 'added' }, { outcome: 'added' }])
  expect(await left()).toBe(1)
})

test('a municipality may take less', async () => {
  const draft = await draftOf(stories, 'tindra')
  await stories.owner.query('update message_rule set most_files = 1, most_file_bytes = 1048576')
  expect(await attach(stories, 'tindra', draft, { bytes: pdfSaying('x'.repeat(1_100_000)) })).toMatchObject({
    outcome: 'tooLarge',
  })
  expect(await attach(stories, 'tindra', draft)).toMatchObject({ outcome: 'added' })
  const second = await attach(stories, 'tindra', draft, { bytes: pdfSaying('Två') })
  expect(second.outcome).toBe('tooMany')
})
