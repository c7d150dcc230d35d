import { afterAll, beforeAll, expect, test } from 'vitest'
import { people, type PersonKey } from '../../db/seed/people.ts'
import { testKeys } from '../../tests/support/keys.ts'
import { idOf } from '../../tests/support/people.ts'
import { countRoundTrips } from '../../tests/support/round-trips.ts'
import { openStories, storyTime, type Stories } from '../../tests/support/stories.ts'
import { foreignNumbers } from './foreign-numbers'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const numberOf = (who: PersonKey) => people[who].number
const withDash = (who: PersonKey) => `${numberOf(who).slice(2, 8)}-${numberOf(who).slice(8)}`

const foreignIn = (texts: Partial<Record<PersonKey, string[]>>) =>
  countRoundTrips(() =>
    stories.asStaff('mira', (tx) =>
      foreignNumbers(
        tx,
        Object.entries(texts).map(([who, own]) => ({ personId: idOf(who as PersonKey), texts: own })),
        { dataKeys: testKeys, now: storyTime },
      ),
    ),
  )

test('each reader’s own number may stand in what that reader gets, everybody else’s not', async () => {
  const texts = [`Tindra: ${numberOf('tindra')}.`, `Marie: ${withDash('marie')}.`]
  const { value } = await foreignIn({ tindra: texts, marie: texts })
  expect(value).toEqual(
    new Map([
      [idOf('tindra'), [withDash('marie')]],
      [idOf('marie'), [numberOf('tindra')]],
    ]),
  )
})

test('the number of somebody whose case is not open to the staff member is nobody’s own', async () => {
  const { value } = await foreignIn({ elias: [numberOf('elias')] })
  expect(value.get(idOf('elias'))).toEqual([numberOf('elias')])
})

test('all numbers of all readers are one question, and no number is none', async () => {
  const one = await foreignIn({ tindra: [numberOf('marie')] })
  const many = await foreignIn({
    tindra: [numberOf('marie'), numberOf('sara'), numberOf('peter')],
    marie: [numberOf('tindra'), numberOf('sara')],
    henrik: [numberOf('alva')],
  })
  expect(many.trips).toBe(one.trips)
  const none = await foreignIn({ tindra: ['Vi sågs.'], marie: [] })
  expect(none.trips).toBe(one.trips - 1)
})
