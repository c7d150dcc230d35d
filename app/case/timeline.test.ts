import { expect, test } from 'vitest'
import { timelineOf } from './timeline'

type Told = Parameters<typeof timelineOf>[0]

const note = (id: string, eventAt: string): Told['notes'][number] => ({
  id,
  eventAt,
  kind: 'meeting',
  title: id,
  childTitle: null,
  isNew: false,
})
const nothing: Told = { notes: [], documents: [], followUps: [], lines: [] }

const untold = { startsAt: null, place: null }

test('all that has happened is told newest first', () => {
  const { happenings, hasMore } = timelineOf(
    {
      lines: [],
      notes: [note('morning', '2026-06-25T08:00:00+02:00'), note('spring', '2026-04-14T15:30:00+02:00')],
      documents: [
        {
          id: 'plan',
          datedOn: '2026-07-02',
          type: 'implementationPlan',
          title: 'Plan',
          childTitle: null,
          isNew: false,
        },
      ],
      followUps: [
        { ...untold, plannedOn: '2026-05-19', heldOn: '2026-05-20', outcome: 'held', isAhead: false },
        { ...untold, plannedOn: '2026-10-02', heldOn: null, outcome: null, isAhead: true },
      ],
    },
    20,
  )
  expect(happenings.map(({ kind, at }) => `${kind} ${at.slice(0, 10)}`)).toEqual([
    'document 2026-07-02',
    'note 2026-06-25',
    'followUp 2026-05-20',
    'note 2026-04-14',
  ])
  expect(hasMore).toBe(false)
})

test.each([
  [20, false],
  [21, true],
])('of %i things twenty are shown', (count, hasMore) => {
  const notes = Array.from({ length: count }, (_, index) =>
    note(String(index), `2026-03-${10 + index}T12:00:00Z`),
  )
  const timeline = timelineOf({ ...nothing, notes }, 20)
  expect(timeline.happenings).toHaveLength(20)
  expect(timeline.hasMore).toBe(hasMore)
})
