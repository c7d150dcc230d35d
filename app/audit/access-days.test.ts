import { expect, test } from 'vitest'
import { accessDaysOf } from './access-days'
import type { AccessEvent } from './access-log'

const mira: AccessEvent = {
  id: '1',
  at: new Date('2026-09-14T08:54:00+02:00'),
  day: '2026-09-14',
  action: 'readNote',
  actorKind: 'staff',
  isMe: false,
  givenName: 'Mira',
  familyName: 'Sandell',
  staffTitle: 'socialsekreterare',
  isOwn: true,
  childName: 'Tindra',
  isCaseworker: true,
  itemTitle: 'Hembesök',
}

test('readings are told by day, the latest day first as they came', () => {
  const days = accessDaysOf([mira, { ...mira, id: '2', day: '2026-07-03' }])
  expect(days.map(({ day }) => day)).toEqual(['2026-09-14', '2026-07-03'])
})

test('one who reads the same thing again that day is told once, with how often and the latest time', () => {
  const earlier = new Date('2026-09-14T08:20:00+02:00')
  const [day] = accessDaysOf([mira, { ...mira, id: '2', at: earlier }])
  expect(day?.readings).toEqual([{ ...mira, times: 2 }])
})

test.each([
  ['another note', { itemTitle: 'Samtal' }],
  ['another reader', { familyName: 'Lund' }],
  ['the reader of the page', { isMe: true }],
  ['another child', { childName: 'Milo' }],
])('%s stands on its own line', (_what, differs) => {
  expect(accessDaysOf([mira, { ...mira, id: '2', ...differs }])[0]?.readings).toHaveLength(2)
})
