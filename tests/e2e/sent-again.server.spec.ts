import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'

// The page before is still there, its form has been sent, and something else is sent from it.

const tindras = storyId('case', 'EK-2026-0412')
const wednesday = storyId('appointment', 'tindra/wednesday')

/** What a hidden field of the page carries now. */
const fieldOf = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''

test('a line in other words is not sent by the form that has sent one: it is given back, to be sent by itself', async ({
  requestAs,
  origin,
  town,
}) => {
  const request = await requestAs('mira')
  const address = `/handlaggare/arenden/${tindras}/rad/${idOf('tindra')}`
  const send = (line: string, text: string) =>
    request.post(address, { form: { line, text }, headers: { Origin: origin } })
  const line = randomUUID()
  expect((await send(line, 'Vi väntar på skolan.')).status()).toBe(303)
  const refused = await send(line, 'Nu har skolan svarat.')
  expect(refused.status()).toBe(409)
  const page = await refused.text()
  expect(page).toContain('Från den här sidan är en annan text redan skickad.')
  expect(page).toContain('Nu har skolan svarat.</textarea>')
  expect((await send(fieldOf(page, 'line'), 'Nu har skolan svarat.')).status()).toBe(303)
  const { rows } = await town.owner.query(
    'select text from case_line where municipality_id = $1 order by written_at',
    [town.id],
  )
  expect(rows).toEqual([{ text: 'Vi väntar på skolan.' }, { text: 'Nu har skolan svarat.' }])
})

test('another time in other words waits for the answer to the first, and is then sent by itself', async ({
  requestAs,
  origin,
}) => {
  const [tindra, mira] = [await requestAs('tindra'), await requestAs('mira')]
  const ask = (request: string, text: string) =>
    tindra.post(`/arenden/${tindras}/tider/${wednesday}/annan-tid`, {
      form: { request, text },
      headers: { Origin: origin },
    })
  const request = randomUUID()
  expect((await ask(request, 'Efter fyra')).status()).toBe(303)
  const waiting = await ask(request, 'Inte på onsdagar')
  expect(waiting.status()).toBe(409)
  expect(await waiting.text()).toContain('Du har redan bett om en annan tid.')
  const answered = await mira.post(`/handlaggare/tider/${wednesday}`, {
    form: { deed: 'answer', request, answer: 'Vi ringer dig.' },
    headers: { Origin: origin },
  })
  expect(answered.status()).toBe(303)
  const refused = await ask(request, 'Inte på onsdagar')
  expect(refused.status()).toBe(409)
  const page = await refused.text()
  expect(page).toContain('Det här är inte skickat än.')
  expect(page).toContain('Inte på onsdagar</textarea>')
  expect((await ask(fieldOf(page, 'request'), 'Inte på onsdagar')).status()).toBe(303)
})

test('an answer to a remark that a colleague has answered meanwhile is given back, and sent twice it is sent', async ({
  requestAs,
  origin,
  town,
}) => {
  const [tindra, mira, samira] = [
    await requestAs('tindra'),
    await requestAs('mira'),
    await requestAs('samira'),
  ]
  const headers = { Origin: origin }
  const note = storyId('note', 'A3')
  await tindra.post(`/arenden/${tindras}/anteckningar/${note}/stammer-inte`, {
    form: { text: 'Så var det inte.', form_key: randomUUID() },
    headers,
  })
  const { rows } = await town.owner.query<{ id: string }>(
    `select id from remark where municipality_id = $1 and text = 'Så var det inte.'`,
    [town.id],
  )
  const address = `/handlaggare/anmarkningar/${rows[0]!.id}`
  for (let times = 0; times < 2; times++)
    expect((await mira.post(address, { form: { text: 'Tack.' }, headers })).status()).toBe(303)
  const overtaken = await samira.post(address, { form: { text: 'Jag ringer dig.' }, headers })
  expect(overtaken.status()).toBe(409)
  const page = await overtaken.text()
  expect(page).toContain('Jag ringer dig.</textarea>')
  expect(page).toContain(`href="${address}"`)
})

test('why one does not sign is given back when it has been said otherwise', async ({
  requestAs,
  origin,
  town,
}) => {
  const peter = await requestAs('peter')
  const { rows } = await town.owner.query<{ id: string; caseId: string; documentId: string }>(
    `select r.id, d.case_id as "caseId", d.id as "documentId"
       from signature_request r
       join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
       join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
      where r.municipality_id = $1 and r.person_id = $2 and r.state = 'asked'`,
    [town.id, idOf('peter')],
  )
  const { id: request, caseId, documentId } = rows[0]!
  const decline = (words: string) =>
    peter.post(`/arenden/${caseId}/dokument/${documentId}/skriv-under`, {
      form: { step: 'decline', request, words },
      headers: { Origin: origin },
    })
  for (let times = 0; times < 2; times++) expect((await decline('Jag vill läsa mer.')).status()).toBe(303)
  const overtaken = await decline('Jag vill inte.')
  expect(overtaken.status()).toBe(409)
  expect(await overtaken.text()).toContain('Jag vill inte.</textarea>')
})

test('other days are not recorded by the form that has recorded some', async ({
  requestAs,
  origin,
  town,
}) => {
  const request = await requestAs('mira')
  const record = (absence: string, from: string, to: string) =>
    request.post('/handlaggare/franvaro', {
      form: { do: 'record', absence, who: idOf('mira'), from, to },
      headers: { Origin: origin },
    })
  const absence = randomUUID()
  for (let times = 0; times < 2; times++)
    expect((await record(absence, '2026-09-21', '2026-09-25')).status()).toBe(303)
  const refused = await record(absence, '2026-11-02', '2026-11-06')
  expect(refused.status()).toBe(400)
  const page = await refused.text()
  expect(page).toContain('Från den här sidan är en annan frånvaro redan sparad.')
  expect((await record(fieldOf(page, 'absence'), '2026-11-02', '2026-11-06')).status()).toBe(303)
  const { rows } = await town.owner.query(
    'select away::text from staff_absence where municipality_id = $1 order by away',
    [town.id],
  )
  expect(rows).toEqual([{ away: '[2026-09-21,2026-09-26)' }, { away: '[2026-11-02,2026-11-07)' }])
})
