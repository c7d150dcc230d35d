import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addedTo, attachAsStaff, sent, thursday } from '../../tests/support/attached'
import { openStories, storyTime, type Stories } from '../../tests/support/stories'
import { idOf, municipalityOf } from '../../tests/support/people'
import { listAttachments } from './list-attachments'
import { removeStaffAttachment } from './remove-attachment'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const minuteLater = new Date(storyTime.getTime() + 60_000)
const seen = async (when = storyTime) =>
  addedTo(await stories.asPerson('tindra', (tx) => listAttachments(tx, { threadId: thursday }), when))

/** A file that went with Mira's answer. */
async function answeredWith({ mustWait = false, readableFrom = storyTime } = {}) {
  const { id } = await attachAsStaff(stories, 'mira', thursday, { mustWait })
  const { rows } = await stories.owner.query<{ id: string }>(
    'select id from message_draft where from_staff_id = $1',
    [idOf('mira')],
  )
  await sent(stories, rows[0]!.id, thursday, readableFrom)
  return id
}

const scanned = (id: string, isInfected: boolean) =>
  stories.database.asService(storyTime, (tx) =>
    sql`select service_attachment_scanned(${municipalityOf('mira')}::uuid, ${id}::uuid, ${isInfected})`.execute(
      tx,
    ),
  )
const stateOf = async (id: string) => {
  const { rows } = await stories.owner.query<{ state: string; kept: boolean }>(
    'select state, sealed is not null as kept from attachment where id = $1',
    [id],
  )
  return rows[0]
}

test('a caseworker’s file is told of when the answer cannot be taken back any more', async () => {
  const id = await answeredWith({ readableFrom: minuteLater })
  expect(await seen()).toEqual([])
  expect(await seen(minuteLater)).toMatchObject([{ id, isOurs: false }])
})

test('of a caseworker’s file that waits for the scanner nothing is told but that there is one', async () => {
  const id = await answeredWith({ mustWait: true })
  expect(await seen()).toMatchObject([{ id, name: null, type: null, size: null, state: 'waiting' }])
  await scanned(id, false)
  expect(await seen()).toMatchObject([{ id, name: 'kallelse.pdf', type: 'application/pdf', state: 'clean' }])
})

test('a caseworker takes a file off an answer, and never off what was sent', async () => {
  const remove = (attachmentId: string) =>
    stories.asStaff('mira', (tx) => removeStaffAttachment(tx, { threadId: thursday, attachmentId }))
  const { id } = await attachAsStaff(stories, 'mira', thursday)
  expect(await remove(id)).toBe(true)
  const late = await answeredWith()
  expect(await remove(late)).toBe(false)
  expect(await stateOf(late)).toEqual({ state: 'clean', kept: true })
})

test.each([
  [true, { state: 'infected', kept: false }],
  [false, { state: 'clean', kept: true }],
])(
  'what the scanner said first (something was found: %s) stands, whatever a worker that was taken for dead says later',
  async (isInfected, stands) => {
    const id = await answeredWith({ mustWait: true })
    await scanned(id, isInfected)
    await scanned(id, !isInfected)
    expect(await stateOf(id)).toEqual(stands)
  },
)
