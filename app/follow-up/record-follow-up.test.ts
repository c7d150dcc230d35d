import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { alvasCase, tindrasCase } from '../../tests/support/asked'
import { countFollowUps, held, missed, plannedFollowUp as planned } from '../../tests/support/follow-up-input'
import { idOf } from '../../tests/support/people'
import { openStories, type Stories } from '../../tests/support/stories'
import { beginFollowUpNote } from './begin-note'
import { findFollowUpCase } from './find-follow-up-case'
import { readFollowUp } from './read-follow-up'
import { recordFollowUp, type NewFollowUp } from './record-follow-up'

const [tindra, marie] = [idOf('tindra'), idOf('marie')]

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const record = (who: StaffKey, input: NewFollowUp) => stories.asStaff(who, (tx) => recordFollowUp(tx, input))

const counted = () => countFollowUps(stories)

test('a follow-up that was held is kept as it was written, with the next one planned', async () => {
  expect(await record('mira', held())).toEqual({ followUpId: planned, participants: [tindra, marie] })
  const kept = await stories.asStaff('samira', (tx) => readFollowUp(tx, tindrasCase, planned))
  expect(kept).toMatchObject({
    plannedOn: '2026-10-02',
    heldOn: '2026-09-15',
    outcome: 'held',
    school: 'Hon är där varje dag.',
    recordedBy: 'Mira Sandell',
    nextOn: '2026-12-01',
    nextAt: new Date('2026-12-01T15:30:00+01:00'),
    nextPlace: 'Stora huset',
    participants: [
      { name: 'Tindra', isChild: true },
      { name: 'Marie', isChild: false },
      { name: 'Hanna Lund', role: 'samtalsstöd' },
    ],
    goals: [{ position: 1, progress: 'onTheWay', childView: 'Det är lättare nu.' }],
    areas: ['education'],
  })
})

test('the goals of the plan stay as they are', async () => {
  const states = async () =>
    (await stories.owner.query('select id, state from plan_goal order by id')).rows as unknown[]
  const before = await states()
  await record('mira', held({ goals: [{ ...held().goals[0]!, progress: 'reached' }] }))
  expect(await states()).toEqual(before)
})

test('the same form sent twice, even at once, is one record, and offers nobody anything the second time', async () => {
  const before = await counted()
  const input = held()
  const answers = await Promise.all([record('mira', input), record('mira', input)])
  expect(answers).toContainEqual({ followUpId: planned, participants: [tindra, marie] })
  expect(answers).toContainEqual({ followUpId: planned, participants: [] })
  expect(await counted()).toEqual({
    planned: before.planned + 1,
    records: before.records + 1,
    participants: before.participants + 3,
    logged: before.logged + 1,
  })
})

test('a form that is sent again with other words is not taken for the same: they are not lost', async () => {
  const input = held()
  await record('mira', input)
  expect(await record('mira', { ...input, school: 'Och mer om skolan.' })).toEqual({ fault: 'recorded' })
})

test('two colleagues cannot both record one follow-up', async () => {
  await record('mira', held())
  expect(await record('samira', held())).toEqual({ fault: 'recorded' })
})

test('a follow-up can be moved: the old day is past, the new one is what comes', async () => {
  const moved = {
    ...missed(),
    outcome: 'moved' as const,
    next: { on: '2026-10-09', at: '14:00', place: null },
  }
  expect(await record('mira', moved)).toEqual({ followUpId: planned, participants: [] })
  const found = await stories.asStaff('mira', (tx) => findFollowUpCase(tx, tindrasCase))
  expect(found!.planned.map(({ plannedOn }) => plannedOn)).toEqual(['2026-10-09'])
})

test('one that was held without being planned is told to no person before its note is', async () => {
  const input = held({ followUpId: null, heldOn: '2026-09-10', next: null })
  const kept = await record('mira', input)
  expect(kept).toMatchObject({ participants: [tindra, marie] })
  const days = await stories.asPerson('tindra', (tx) =>
    tx.selectFrom('person_follow_up').select('planned_on').execute(),
  )
  expect(days).toEqual([{ planned_on: '2026-10-02' }])
})

test('a day that a follow-up is planned for is not a second one', async () => {
  await record('mira', held({ followUpId: null, heldOn: '2026-09-10', next: null }))
  expect(await record('mira', held({ followUpId: null, heldOn: '2026-09-10', next: null }))).toEqual({
    fault: 'which',
  })
})

test('what was written is read by whoever has the case open, and the reading is written', async () => {
  const inMay = storyId('follow_up', 'EK-2026-0098 2026-05-19')
  const reads = async () =>
    (await stories.owner.query(`select actor_id from audit_event where action = 'readFollowUp'`))
      .rows as unknown[]
  expect(await stories.asStaff('samira', (tx) => readFollowUp(tx, alvasCase, inMay))).toBeNull()
  expect(await stories.asStaff('mira', (tx) => readFollowUp(tx, tindrasCase, inMay))).toBeNull()
  expect(await reads()).toEqual([])
  const kept = await stories.asStaff('mira', (tx) => readFollowUp(tx, alvasCase, inMay))
  expect(kept?.participants.map(({ name }) => name)).toEqual(['Alva', 'Henrik', 'Lina'])
  expect(await reads()).toEqual([{ actor_id: idOf('mira') }])
})

test('its note begins from what was written, once, and is its writer’s draft', async () => {
  await record('mira', held())
  const note = () => ({
    caseId: tindrasCase,
    followUpId: planned,
    noteId: randomUUID(),
    versionId: randomUUID(),
    childName: 'Tindra',
    authorId: idOf('mira'),
    now: new Date('2026-09-15T09:00:00+02:00'),
  })
  const first = note()
  const begin = (of: typeof first) => stories.asStaff('mira', (tx) => beginFollowUpNote(tx, of))
  expect(await begin(first)).toBe(first.noteId)
  expect(await begin(note())).toBe(first.noteId)
  const draft = await stories.asStaff('mira', (tx) =>
    tx.selectFrom('staff_draft').where('note_id', '=', first.noteId).select('draft_text').executeTakeFirst(),
  )
  expect(draft?.draft_text).toContain('Med på mötet: Tindra, Marie och Hanna Lund (samtalsstöd).')
  expect(draft?.draft_text).toContain('Tindra säger: Det är lättare nu.')
  expect(draft?.draft_text).toContain('Nästa uppföljning: 1 december 2026, klockan 15.30, Stora huset.')
  const { rows } = await stories.owner.query(
    'select kind, participants, child_present, bbic_areas from note where id = $1',
    [first.noteId],
  )
  expect(rows).toEqual([
    {
      kind: 'followUp',
      participants: 'Tindra, Marie, Hanna Lund',
      child_present: true,
      bbic_areas: ['education'],
    },
  ])
})

test('of one that was not held there is no note to begin', async () => {
  await record('mira', missed())
  const begun = await stories.asStaff('mira', (tx) =>
    beginFollowUpNote(tx, {
      caseId: tindrasCase,
      followUpId: planned,
      noteId: randomUUID(),
      versionId: randomUUID(),
      childName: 'Tindra',
      authorId: idOf('mira'),
      now: new Date('2026-09-15T09:00:00+02:00'),
    }),
  )
  expect(begun).toBeNull()
})
