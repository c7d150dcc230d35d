import { afterEach, beforeEach, expect, test } from 'vitest'
import { facts, meeting, taking } from '../../tests/support/appointments'
import { eliasCase } from '../../tests/support/asked'
import { testKeys } from '../../tests/support/keys'
import { idOf } from '../../tests/support/people'
import { openStories, storyTime, type Stories } from '../../tests/support/stories'
import { lookAtMeeting } from './look-at-meeting'
import type { AppointmentFacts } from './plan-appointment'
import { findTold } from './told'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

type Looking = { seen?: string[]; changing?: string }

/** What is found in a meeting in Elias's case, by the given name of whom it is found for. */
async function foundIn(changed: Partial<AppointmentFacts>, { seen = [], changing }: Looking = {}) {
  const looked = await stories.asStaff('samira', async (tx) => {
    const before = changing ? await findTold(tx, changing) : null
    const words = { caseId: eliasCase, facts: facts(changed), before, seen }
    return lookAtMeeting(tx, words, { dataKeys: testKeys, now: storyTime })
  })
  return Object.fromEntries(
    looked.map(({ givenName, warnings }) => [givenName, warnings.map(({ text, key }) => ({ text, key }))]),
  )
}

const untold = { showsPlace: false, showsOthers: false }
const place = 'Björkstigen 4'

test('the place is looked at for each who is told it, and for nobody else', async () => {
  expect(await foundIn({ place, persons: taking(['peter', untold], ['sara', untold]) })).toEqual({})
  expect(Object.keys(await foundIn({ place, persons: taking(['peter', untold], ['sara']) }))).toEqual([
    'Sara',
  ])
  const both = await foundIn({ place, persons: taking(['peter'], ['sara']) })
  expect(Object.keys(both)).toEqual(['Peter', 'Sara'])
})

test('that one may know it says nothing of the other', async () => {
  const persons = taking(['peter'], ['sara'])
  const { Peter: forPeter = [], Sara: forSara = [] } = await foundIn({ place, persons })
  expect(await foundIn({ place, persons }, { seen: forPeter.map(({ key }) => key) })).toHaveProperty('Sara')
  const all = [...forPeter, ...forSara].map(({ key }) => key)
  expect(await foundIn({ place, persons }, { seen: all })).toEqual({})
  // Nor of the same word in other words.
  expect(await foundIn({ place: `${place}, bakom huset`, persons }, { seen: all })).not.toEqual({})
})

test('whoever comes is looked at for those who are told who comes: a name of the case is asked of, no other', async () => {
  const others = [
    { name: 'Yasmin Norberg', role: 'kurator' },
    { name: 'Sara Holm', role: 'mamma' },
  ]
  expect(await foundIn({ others, persons: taking(['peter', untold]) })).toEqual({})
  const { Peter: found } = await foundIn({ others, persons: taking(['peter']) })
  expect(found).toMatchObject([{ text: 'Sara Holm' }])
})

test('what somebody is told already is not asked of again, but for whoever is told it first', async () => {
  const changing = meeting('elias/peter')
  const bring = 'Ta med brevet från Sara.'
  await stories.owner.query('update appointment set bring = $2, place = $3 where id = $1', [
    changing,
    bring,
    place,
  ])
  const same = { bring, place }
  expect(await foundIn({ ...same, persons: taking(['peter']) }, { changing })).toEqual({})
  const added = await foundIn({ ...same, persons: taking(['peter'], ['elias', untold]) }, { changing })
  expect(Object.keys(added)).toEqual(['Elias'])
  expect(await foundIn({ bring: `${bring} Tack!`, persons: taking(['peter']) }, { changing })).toHaveProperty(
    'Peter',
  )
  await stories.owner.query('update appointment_participant set shows_place = false where person_id = $1', [
    idOf('peter'),
  ])
  expect(await foundIn({ ...same, persons: taking(['peter']) }, { changing })).toMatchObject({
    Peter: [{ text: place }],
  })
})
