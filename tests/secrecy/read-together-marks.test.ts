import { afterEach, beforeEach, expect, test } from 'vitest'
import { markItem, readItem } from '../../app/read-together/reading'
import { listOwnReadings } from '../../app/read-together/own-readings'
import { findReadingRecord, settleWondering } from '../../app/read-together/records'
import type { PersonKey, StaffKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { alvasCase } from '../support/asked'
import { idOf } from '../support/people'
import { openReading, type Chosen } from '../support/reading-together'
import { openStories, storyTime, type Stories } from '../support/stories'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const c2: Chosen = { kind: 'note', id: storyId('note', 'C2') }

test('marks are kept once, change as the child changes its mind, and are the staff member’s deed in the log', async () => {
  const { as, id } = await openReading(stories, [c2])
  await as((tx) => markItem(tx, 1, 'understood'))
  const first = await marked(id)
  await as((tx) => markItem(tx, 1, 'understood'), new Date(storyTime.getTime() + 60_000))
  expect(await marked(id)).toEqual(first)
  await as((tx) => markItem(tx, 1, 'wondering'))
  await as((tx) => markItem(tx, 1, 'explained'))
  expect(await marked(id)).toMatchObject([{ mark: 'wondering', explained_at: storyTime }])
  const { rows } = await stories.owner.query(
    `select action, actor_id from audit_event where case_id = $1 and action like '%Together' and at >= $2 order by action`,
    [alvasCase, storyTime],
  )
  expect(rows.map(({ action }: { action: string }) => action)).toEqual([
    'beganTogether',
    'explainedTogether',
    'markedTogether',
    'markedTogether',
    'preparedTogether',
  ])
  expect(new Set(rows.map(({ actor_id }: { actor_id: string }) => actor_id))).toEqual(new Set([idOf('olle')]))
  await expect(as((tx) => markItem(tx, 1, 'nonsense' as 'enough'))).rejects.toMatchObject({ code: '23514' })
})

test('the case’s staff see what was marked and settle what the child wonders; nobody else does', async () => {
  const { as, id } = await openReading(stories, [c2])
  await as((tx) => markItem(tx, 1, 'wondering'))
  for (const who of ['samira', 'nils', 'eva'] as const satisfies StaffKey[]) {
    expect(await stories.asStaff(who, (tx) => findReadingRecord(tx, id))).toBeUndefined()
    expect(await stories.asStaff(who, (tx) => settleWondering(tx, id, 1))).toBe(false)
  }
  expect(await stories.asStaff('olle', (tx) => findReadingRecord(tx, id))).toMatchObject({
    items: [{ mark: 'wondering', settledAt: null }],
  })
  expect(await stories.asStaff('jonas', (tx) => settleWondering(tx, id, 1))).toBe(true)
  expect(await stories.asStaff('jonas', (tx) => settleWondering(tx, id, 1))).toBe(false)
})

test('the child finds again what was read and what it pressed; nobody else does, and what is withheld is gone', async () => {
  const { as } = await openReading(stories, [
    c2,
    { kind: 'document', id: storyId('document', 'alva/letter') },
  ])
  await as((tx) => readItem(tx, { kind: 'note', position: 1 }))
  await as((tx) => markItem(tx, 1, 'wondering'))
  const seenBy = (who: PersonKey) => stories.asPerson(who, listOwnReadings)
  expect(await seenBy('alva')).toMatchObject([
    { title: 'Uppföljning i halvtid', mark: 'wondering', staffName: 'Olle', isExplained: false },
  ])
  for (const who of ['henrik', 'lina', 'tindra', 'leo'] as const) expect(await seenBy(who)).toEqual([])
  await stories.owner.query(
    `update disclosure set level = 'withheld', ground = 'OSL 26:1', harm_assessment = 'Det skadar.', partial_text = null, title = null
      where note_id = $1 and person_id = $2`,
    [c2.id, idOf('alva')],
  )
  expect(await seenBy('alva')).toEqual([])
})

async function marked(id: string) {
  const { rows } = await stories.owner.query<{ mark: string; marked_at: Date; explained_at: Date | null }>(
    'select mark, marked_at, explained_at from read_together_item where read_together_id = $1',
    [id],
  )
  return rows
}
