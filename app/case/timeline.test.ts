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
const nothing: Told = { audience: 'guardian', notes: [], documents: [], followUps: [], lines: [] }

const untold = { startsAt: null, place: null }

test('all that has happened is told newest first', () => {
  const { happenings, hasMore } = timelineOf(
    {
      audience: 'guardian',
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

const document = (title: string, datedOn: string, childTitle: string | null = null) => ({
  id: title,
  datedOn,
  type: 'decision' as const,
  title,
  childTitle,
  isNew: false,
})
const closing = 'Beslut om avslut'
const kindsFor = (told: Partial<Told>) =>
  timelineOf({ ...nothing, ...told }, 20).happenings.map(({ kind }) => kind)

test.each([
  [
    'the same title on the same day, by the Swedish clock',
    note(closing, '2026-09-09T22:30:00Z'),
    ['document'],
  ],
  ['the same title on another day', note(closing, '2026-09-09T21:30:00Z'), ['document', 'note']],
  ['another title on the same day', note('Samtal', '2026-09-10T08:00:00Z'), ['note', 'document']],
])('a note beside a document with %s', (_, beside, kinds) => {
  expect(kindsFor({ notes: [beside], documents: [document(closing, '2026-09-10')] })).toEqual(kinds)
})

test('what a child sees called by another name is not taken for the same', () => {
  const documents = [document(closing, '2026-09-10', 'Nu är vi klara')]
  const notes = [note(closing, '2026-09-10T08:00:00Z')]
  expect(kindsFor({ audience: 'child', notes, documents })).toEqual(['note', 'document'])
  expect(kindsFor({ audience: 'guardian', notes, documents })).toEqual(['document'])
})
