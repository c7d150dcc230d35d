import { describe, expect, test } from 'vitest'
import { digestOf, lastVisitOf, type News } from './news'

const none: News = { all: 0, unread: 0 }
const read: News = { all: 2, unread: 0 }
const unread = (count: number): News => ({ all: count + 1, unread: count })
const nothingUnread = { newNotes: [], newDocuments: [], newAnswers: [] }
const news = (noteNews = none, documentNews = none, answerNews = none, lineNews = none) => ({
  ...nothingUnread,
  noteNews,
  documentNews,
  answerNews,
  lineNews,
})

describe('what has come since the last visit', () => {
  test('is not counted at the first visit', () => {
    expect(digestOf([news(unread(3))], true)).toEqual({ state: 'first' })
  })

  test('is nothing when nothing came', () => {
    expect(digestOf([news(), news()], false)).toEqual({ state: 'none' })
  })

  test('is said to be read when all of it is', () => {
    expect(digestOf([news(read), news()], false)).toEqual({ state: 'read' })
  })

  test.each(['newNotes', 'newDocuments', 'newAnswers'] as const)(
    'is never said to be nothing, or read, above one of the %s',
    (kind) => {
      const unreadFromBefore = { [kind]: [{ id: 'older' }] }
      expect(digestOf([news(), { ...news(), ...unreadFromBefore }], false)).toEqual({ state: 'left' })
      expect(digestOf([{ ...news(read), ...unreadFromBefore }], false)).toEqual({ state: 'left' })
    },
  )

  test('is summed over the cases, answers first, and what is read is left out', () => {
    expect(digestOf([news(unread(1), read, unread(1)), news(unread(2))], false)).toEqual({
      state: 'some',
      parts: [
        { kind: 'answer', count: 1 },
        { kind: 'note', count: 3 },
      ],
    })
  })
})

// Tuesday 15 September 2026, 09:00 in Sweden.
const now = new Date('2026-09-15T07:00:00Z')

test.each([
  ['2026-09-15T06:00:00Z', 'today'],
  ['2026-09-14T22:30:00Z', 'today'],
  ['2026-09-14T21:30:00Z', 'yesterday'],
  ['2026-09-13T19:05:00Z', 'sunday'],
  ['2026-09-09T10:00:00Z', 'wednesday'],
  ['2026-09-08T21:59:00Z', 'date'],
  ['2026-07-03T10:00:00Z', 'date'],
  // A clock that is set back leaves a visit ahead.
  ['2026-09-16T10:00:00Z', 'today'],
])('a visit at %s is said as %s', (visit, said) => {
  expect(lastVisitOf(new Date(visit), now)).toBe(said)
})

test('days are counted whole over the change to winter time', () => {
  expect(lastVisitOf(new Date('2026-10-24T12:00:00Z'), new Date('2026-10-26T00:30:00Z'))).toBe('saturday')
})
