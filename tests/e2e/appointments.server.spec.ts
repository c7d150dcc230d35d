import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'

const caseId = storyId('case', 'EK-2026-0412')
const wednesday = `/arenden/${caseId}/tider/${storyId('appointment', 'tindra/wednesday')}`

test('a booking that is sent again with another hour says that the first is booked, and keeps what was typed', async ({
  requestAs,
  origin,
}) => {
  const mira = await requestAs('mira')
  const form = {
    formKey: randomUUID(),
    day: '2026-09-17',
    from: '13:00',
    to: '14:00',
    place: 'Biblioteket',
    persons: idOf('tindra'),
  }
  const send = (changed: Partial<typeof form> = {}) =>
    mira.post(`/handlaggare/arenden/${caseId}/tider/ny`, {
      form: { ...form, ...changed },
      headers: { Origin: origin },
    })
  const [first, again] = [await send(), await send()]
  expect([first.status(), again.status()]).toEqual([303, 303])
  expect(again.headers()['location']).toBe(first.headers()['location'])
  const other = await send({ from: '13:30', to: '14:30' })
  expect(other.status()).toBe(409)
  const page = await other.text()
  expect(page).toContain('Tiden är redan bokad')
  expect(page).toContain('value="13:30"')
  expect(page).toContain(first.headers()['location']!.replace('?klart=bokad', '?andra=1'))
})

test('the file for a calendar says when and nothing else, and takes the place of the earlier one when it is moved', async ({
  requestAs,
  origin,
}) => {
  const [tindra, mira] = [await requestAs('tindra'), await requestAs('mira')]
  const file = async () => {
    const answer = await tindra.get(`${wednesday}/kalender`)
    expect(answer.headers()['content-type']).toContain('text/calendar')
    expect(answer.headers()['content-disposition']).toBe('attachment; filename="tid.ics"')
    return Object.fromEntries(
      (await answer.text())
        .trim()
        .split('\r\n')
        .map((line) => line.split(/:(.*)/s, 2) as [string, string]),
    )
  }
  const before = await file()
  expect(before).toMatchObject({
    SUMMARY: 'Möte',
    DTSTART: '20260916T130000Z',
    DTEND: '20260916T134500Z',
    SEQUENCE: '0',
  })
  expect(Object.values(before).join(' ')).not.toMatch(
    /Mira|Tindra|Ekdala|Kommunhuset|EK-2026|social|arenden/i,
  )
  const id = storyId('appointment', 'tindra/wednesday')
  const moved = await mira.post(`/handlaggare/tider/${id}`, {
    form: {
      deed: 'change',
      formKey: randomUUID(),
      version: '1',
      kind: 'officeMeeting',
      day: '2026-10-26',
      from: '15:00',
      to: '16:00',
      persons: idOf('tindra'),
    },
    headers: { Origin: origin },
    maxRedirects: 0,
  })
  expect(moved.status()).toBe(303)
  // The clock was put back on Sunday.
  expect(await file()).toMatchObject({
    UID: before['UID'],
    SEQUENCE: '1',
    DTSTART: '20261026T140000Z',
    DTEND: '20261026T150000Z',
  })
})
