import { expect, test } from 'vitest'
import { wordsOf } from '../../tests/support/html'
import { AccessDayList } from './access-day-list'
import type { Reading } from './access-days'

const reading = {
  at: new Date('2026-09-14T07:05:00Z'),
  action: 'readNote',
  actorKind: 'staff',
  isMe: false,
  givenName: 'Jonas',
  familyName: 'Ahlbeck',
  staffTitle: 'enhetschef',
  isCaseworker: false,
  isOwn: true,
  childName: 'Tindra',
  itemTitle: null,
  times: 1,
} as unknown as Reading

test('the title of somebody who has read stands in the reader’s language, after that language’s comma', () => {
  const list = <AccessDayList days={[{ day: '2026-09-14', readings: [reading] }]} heading="h2" />
  expect(wordsOf(list, 'sv')).toContain('Jonas Ahlbeck , enhetschef')
  expect(wordsOf(list, 'ar')).toContain('Jonas Ahlbeck ، رئيس الوحدة')
})
