import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOwnAppointment } from '../../app/appointment/own-appointments.ts'
import { askForOtherTime, removePoint, writePoint } from '../../app/appointment/own-words.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { book, taking } from '../support/appointments.ts'
import { tindrasCase } from '../support/asked.ts'
import { openStories, type Stories } from '../support/stories.ts'

// A youth and her mother take part in one meeting, and each writes to it.
let stories: Stories
let appointmentId: string
beforeEach(async () => {
  stories = await openStories()
  appointmentId = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']) })
})
afterEach(() => stories.close())

const seenBy = (who: PersonKey) =>
  stories.asPerson(who, (tx) => findOwnAppointment(tx, tindrasCase, appointmentId))
const write = (who: PersonKey, id: string, text: string) =>
  stories.asPerson(who, (tx) => writePoint(tx, { appointmentId, id, text, hearers: 'everyone' }))

test.each<[PersonKey, string[]]>([
  ['tindra', ['Jag vill byta rum']],
  ['marie', []],
])('what Tindra wants to bring up, whoever may hear it then, is read by %s as %j', async (who, texts) => {
  await write('tindra', crypto.randomUUID(), 'Jag vill byta rum')
  expect((await seenBy(who))!.points.map(({ text }) => text)).toEqual(texts)
})

test.each<[PersonKey, string[]]>([
  ['tindra', ['Efter tre']],
  ['marie', []],
])('that Tindra asked for another time is read by %s as %j', async (who, texts) => {
  await stories.asPerson('tindra', (tx) =>
    askForOtherTime(tx, { appointmentId, id: crypto.randomUUID(), text: 'Efter tre' }),
  )
  expect((await seenBy(who))!.requests.map(({ text }) => text)).toEqual(texts)
})

test.each<[PersonKey, boolean]>([
  ['tindra', true],
  ['marie', false],
])('a point of Tindra’s is changed and taken back by %s: %s', async (who, may) => {
  const id = crypto.randomUUID()
  await write('tindra', id, 'Jag vill byta rum')
  // The key of another's point: nothing is told, and nothing becomes of it.
  await write(who, id, 'Jag vill inget')
  const texts = async () => (await seenBy('tindra'))!.points.map(({ text }) => text)
  expect(await texts()).toEqual([may ? 'Jag vill inget' : 'Jag vill byta rum'])
  expect(await stories.asPerson(who, (tx) => removePoint(tx, appointmentId, id))).toBe(may)
  expect(await texts()).toHaveLength(may ? 0 : 1)
})
