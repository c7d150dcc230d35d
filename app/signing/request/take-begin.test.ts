import { afterEach, beforeEach, expect, test } from 'vitest'
import { idOf, municipalityOf } from '../../../tests/support/people'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories'
import { takeBegin } from './take-begin'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const begins = (who: 'peter' | 'sara', kind: 'person' | 'staff' = 'person') =>
  stories.database.asService(storyTime, (tx) =>
    takeBegin(tx, kind, { municipalityId: municipalityOf(who), subjectId: idOf(who) }),
  )

test('whoever begins too often in a quarter of an hour waits; nobody else does', async () => {
  const allowed: boolean[] = []
  for (let count = 0; count < 22; count++) allowed.push(await begins('peter'))
  expect(allowed.filter(Boolean)).toHaveLength(20)
  expect(allowed.slice(-2)).toEqual([false, false])
  expect(await begins('sara')).toBe(true)
  expect(await begins('peter', 'staff')).toBe(true)
})
