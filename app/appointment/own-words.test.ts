import { afterEach, beforeEach, expect, test } from 'vitest'
import { meeting } from '../../tests/support/appointments.ts'
import { tindrasCase } from '../../tests/support/asked.ts'
import { openStories, storyTime, type Stories } from '../../tests/support/stories.ts'
import { findOwnAppointment } from './own-appointments'
import { askForOtherTime, removePoint, writePoint } from './own-words'
import { holdAppointment } from './plan-appointment'
import { answerTimeRequest, notePoint, readStaffAppointment } from './staff-appointments'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const wednesday = meeting('tindra/wednesday')
const at = (moment: string) => new Date(moment)

test('a point can be written anew and taken back until the meeting begins, and by nobody else', async () => {
  const point = {
    appointmentId: wednesday,
    id: crypto.randomUUID(),
    text: 'En sak',
    hearers: 'everyone' as const,
  }
  const write = (text: string, when?: Date) =>
    stories.asPerson('tindra', (tx) => writePoint(tx, { ...point, text }), when)
  expect(await write('En sak')).toBe('kept')
  expect(await write('En annan sak')).toBe('kept')
  const texts = async () =>
    (await stories.asStaff('mira', (tx) => readStaffAppointment(tx, wednesday)))!.points.map(
      ({ text }) => text,
    )
  expect(await texts()).toContain('En annan sak')
  expect(await texts()).not.toContain('En sak')
  expect(await stories.asPerson('peter', (tx) => removePoint(tx, wednesday, point.id))).toBe(false)
  const begun = at('2026-09-16T15:00:00+02:00')
  expect(await write('För sent', begun)).toBe('begun')
  expect(await stories.asPerson('tindra', (tx) => removePoint(tx, wednesday, point.id), begun)).toBe(false)
  expect(await stories.asPerson('tindra', (tx) => removePoint(tx, wednesday, point.id))).toBe(true)
  expect(await texts()).not.toContain('En annan sak')
})

test('the twenty-first point is refused', async () => {
  const outcomes = await stories.asPerson('tindra', async (tx) => {
    const became = []
    for (let index = 0; index < 20; index += 1)
      became.push(
        await writePoint(tx, {
          appointmentId: wednesday,
          id: crypto.randomUUID(),
          text: `${index}`,
          hearers: 'everyone',
        }),
      )
    return became
  })
  expect(outcomes.filter((became) => became === 'kept')).toHaveLength(19)
  expect(outcomes.at(-1)).toBe('many')
})

test('afterwards it is said what became of a point, and its writer reads it', async () => {
  const { rows } = await stories.owner.query<{ id: string }>(
    'select id from appointment_point where appointment_id = $1',
    [wednesday],
  )
  const pointId = rows[0]!.id
  const note = (when: Date) =>
    stories.asStaff(
      'mira',
      (tx) => notePoint(tx, { id: wednesday, pointId, outcome: 'notYet', words: 'Jag frågar först.' }),
      when,
    )
  expect(await note(storyTime)).toBe('early')
  const after = at('2026-09-16T16:00:00+02:00')
  expect(await note(after)).toBe('kept')
  const own = await stories.asPerson('tindra', (tx) => findOwnAppointment(tx, tindrasCase, wednesday), after)
  expect(own?.points).toMatchObject([{ outcome: 'notYet', words: 'Jag frågar först.' }])
  expect(await stories.asStaff('mira', (tx) => holdAppointment(tx, { id: wednesday, seen: 1 }))).toEqual({
    fault: 'early',
  })
  expect(
    await stories.asStaff('mira', (tx) => holdAppointment(tx, { id: wednesday, seen: 1 }), after),
  ).toEqual({
    fault: null,
  })
})

test('one request for another time waits for its answer, which is given once', async () => {
  const first = { appointmentId: wednesday, id: crypto.randomUUID(), text: 'Efter fyra' }
  const ask = (request = first) => stories.asPerson('tindra', (tx) => askForOtherTime(tx, request))
  expect([await ask(), await ask(), await ask({ ...first, id: crypto.randomUUID() })]).toEqual([
    'kept',
    'kept',
    'asked',
  ])
  const answer = () =>
    stories.asStaff('samira', (tx) =>
      answerTimeRequest(tx, { id: wednesday, requestId: first.id, words: 'Vi ringer dig.' }),
    )
  expect([await answer(), await answer()]).toEqual(['kept', 'answered'])
  const own = await stories.asPerson('tindra', (tx) => findOwnAppointment(tx, tindrasCase, wednesday))
  expect(own?.requests).toMatchObject([{ state: 'answered', answer: 'Vi ringer dig.' }])
  const { rows } = await stories.owner.query('select kind from notice where appointment_id = $1', [wednesday])
  expect(rows).toEqual([{ kind: 'answeredTimeRequest' }])
})

test('another time is asked for in the words that were sent: other words wait for the answer, and are then sent by a form of their own', async () => {
  const first = { appointmentId: wednesday, id: crypto.randomUUID(), text: 'Efter fyra' }
  const other = { ...first, text: 'Inte på onsdagar' }
  const ask = (request: typeof first) => stories.asPerson('tindra', (tx) => askForOtherTime(tx, request))
  expect([await ask(first), await ask(other)]).toEqual(['kept', 'asked'])
  await stories.asStaff('samira', (tx) =>
    answerTimeRequest(tx, { id: wednesday, requestId: first.id, words: 'Vi ringer dig.' }),
  )
  expect([await ask(first), await ask(other)]).toEqual(['kept', 'otherWords'])
  expect(await ask({ ...other, id: crypto.randomUUID() })).toBe('kept')
  const own = await stories.asPerson('tindra', (tx) => findOwnAppointment(tx, tindrasCase, wednesday))
  expect(own?.requests.map(({ text }) => text).sort()).toEqual(['Efter fyra', 'Inte på onsdagar'])
})
