import { bodyRuleOf } from '../../app/server/body-rules'
import { holderField } from '../../app/ui/form/holder'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { patterns } from '../support/portal-addresses'
import { remarksIn } from '../support/remarks-in'
import { answerOn, malformedIds } from '../support/same-answer'

const form = `/arenden/${storyId('case', 'EK-2026-0412')}/anteckningar/${storyId('note', 'A3')}/kommentar`
const text = 'Det här skrev jag & ingen annan <3'
const shown = 'Det här skrev jag &amp; ingen annan &lt;3'

for (const [what, headers] of [
  ['another site', { Origin: 'https://example.org' }],
  ['another port of this machine', { Origin: 'http://localhost:1' }],
  ['a page with no origin', { Origin: 'null' }],
  ['nowhere', {}],
  ['a subdomain', { 'Sec-Fetch-Site': 'same-site' }],
] as const) {
  test(`a post from ${what} is refused, and what was typed is given back`, async ({ requestAs, town }) => {
    const request = await requestAs('tindra')
    const send = (who: 'tindra' | 'marie') =>
      request.post(form, { form: { [holderField]: town.mark(who), text }, headers })
    const answer = await send('tindra')
    expect(answer.status()).toBe(403)
    expect(await answer.text()).toContain(shown)
    // Another has signed in meanwhile: it is not given to them.
    expect(await (await send('marie')).text()).not.toContain(shown)
    expect(await remarksIn(town)).toEqual([])
  })
}

for (const pattern of patterns) {
  test(`${pattern} takes no post from another site`, async ({ requestAs }) => {
    const request = await requestAs('tindra')
    const address = pattern.replace(/:\w+/g, storyId('case', 'EK-2026-0412'))
    const answer = await request.fetch(address, {
      method: bodyRuleOf(address).method,
      form: { language: 'en', from: 'everywhere' },
      headers: { Origin: 'https://example.org' },
    })
    expect(answer.status()).toBe(403)
    expect(answer.headers()).not.toHaveProperty('set-cookie')
    expect((await request.get('/hem')).status()).toBe(200)
  })
}

const missing = storyId('case', 'nobody’s')
for (const [what, path, fields] of [
  ['a meeting, another time', `/arenden/${missing}/tider/${missing}/annan-tid`, { text }],
  ['a meeting, what to bring up', `/arenden/${missing}/tider/${missing}`, { text, hearers: 'everyone' }],
  ['a note', `/arenden/${missing}/anteckningar/${missing}/kommentar`, { text, form_key: missing }],
  ['a decision', `/arenden/${missing}/dokument/${missing}/overklaga`, { text, request: missing }],
  [
    'what is asked to be signed',
    `/arenden/${missing}/dokument/${missing}/skriv-under`,
    { words: text, request: missing },
  ],
] as const) {
  test(`of ${what} that is not there any more, what was typed is given back`, async ({
    requestAs,
    origin,
    town,
  }) => {
    const answer = await (
      await requestAs('tindra')
    ).post(path, { form: { [holderField]: town.mark('tindra'), ...fields }, headers: { Origin: origin } })
    expect(answer.status()).toBe(404)
    expect(await answer.text()).toContain(shown)
  })
}

const tooLong = text.padEnd(30_000, '!')
const ofStaff: [string, (id: string) => string, Record<string, string>][] = [
  ['a line', (id) => `/handlaggare/arenden/${id}/rad/${id}`, { text }],
  ['a line, too long', (id) => `/handlaggare/arenden/${id}/rad/${id}`, { text: tooLong }],
  ['a thread', (id) => `/handlaggare/fragor/${id}`, { text, do: 'send' }],
  ['a thread, too long', (id) => `/handlaggare/fragor/${id}`, { text: tooLong, do: 'send' }],
  ['a thread, kept', (id) => `/handlaggare/fragor/${id}`, { text, do: 'keep' }],
  ['a thread, begun by a template', (id) => `/handlaggare/fragor/${id}`, { text, mall: 'called' }],
  ['a thread, a file of it', (id) => `/handlaggare/fragor/${id}/bilagor/${id}`, { text }],
  ['a case, a new meeting', (id) => `/handlaggare/arenden/${id}/tider/ny`, { placeNote: text }],
  ['a meeting', (id) => `/handlaggare/tider/${id}`, { bring: text }],
  ['a meeting that is called off', (id) => `/handlaggare/tider/${id}`, { deed: 'cancel', reason: text }],
  ['a meeting, too long', (id) => `/handlaggare/tider/${id}`, { deed: 'cancel', reason: tooLong }],
  ['a meeting, another time', (id) => `/handlaggare/tider/${id}`, { deed: 'answer', answer: text }],
  [
    'a meeting, a point',
    (id) => `/handlaggare/tider/${id}`,
    { deed: 'point', outcome: 'notYet', words: text },
  ],
  ['a case, a follow-up', (id) => `/handlaggare/arenden/${id}/uppfoljning`, { school: text }],
  ['a remark', (id) => `/handlaggare/anmarkningar/${id}`, { text }],
  ['a round of the survey', (id) => `/handlaggare/enkatresultat/vi-gjorde?omgang=${id}`, { heard: text }],
  ['a note', (id) => `/handlaggare/anteckningar/${id}`, { title: 'Möte', text }],
  ['a note, its review', (id) => `/handlaggare/anteckningar/${id}/granska`, { childText: text }],
  ['a note, its readers', (id) => `/handlaggare/anteckningar/${id}/lasare`, { harm: text }],
  ['a note, put right', (id) => `/handlaggare/anteckningar/${id}/ratta`, { reason: text }],
  ['a document', (id) => `/handlaggare/dokument/${id}/utkast`, { childText: text }],
  ['a document, its readers', (id) => `/handlaggare/dokument/${id}/lasare`, { harm: text }],
  ['a document, a new version', (id) => `/handlaggare/dokument/${id}/ny-version`, { reason: text }],
  [
    'a document to decide',
    (id) => `/handlaggare/arenden/${id}/dokument/${id}/be-om-beslut`,
    { cannotWait: text },
  ],
  ['a decision', (id) => `/handlaggare/beslut/${id}`, { words: text }],
]
for (const [what, addressOf, fields] of ofStaff) {
  test(`${what}: staff who may open it no more get back what they typed, as at what is no id`, async ({
    requestAs,
    origin,
    town,
  }) => {
    const request = await requestAs('mira')
    const answerAt = async (id: string) => {
      const form = { [holderField]: town.mark('mira'), ...fields }
      const answer = await request.post(addressOf(id), { form, headers: { Origin: origin } })
      return answerOn(answer, addressOf(id))
    }
    const answer = await answerAt(missing)
    expect(answer.status).toBe(404)
    expect(answer.body).toContain(shown)
    for (const id of malformedIds.map(encodeURIComponent)) expect(await answerAt(id)).toEqual(answer)
  })
}

test('what a reviewer of the survey wrote is given back when they are one no more', async ({
  requestAs,
  origin,
}) => {
  const form = { text: missing, outcome: 'masked', shown: text }
  const answer = await (
    await requestAs('mira')
  ).post('/handlaggare/enkattexter', { form, headers: { Origin: origin } })
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain(shown)
})

test('a post without a session is answered with the text, a way to sign in, and the same form', async ({
  requestAs,
  origin,
  town,
}) => {
  const answer = await (
    await requestAs(null)
  ).post(form, { form: { text, form_key: 'abc' }, headers: { Origin: origin } })
  expect(answer.status()).toBe(401)
  const page = await answer.text()
  expect(page).toContain(shown)
  expect(page).toContain(`action="${form}"`)
  expect(page).toContain('href="/logga-in"')
  expect(answer.headers()['cache-control']).toBe('no-store')
  expect(await remarksIn(town)).toEqual([])
})

test('a post larger than any of our forms is refused before it is read', async ({
  requestAs,
  origin,
  town,
}) => {
  const answer = await (
    await requestAs('tindra')
  ).post(form, { form: { text: 'a'.repeat(300_000) }, headers: { Origin: origin } })
  expect(answer.status()).toBe(413)
  expect(await remarksIn(town)).toEqual([])
})

for (const [what, body, type] of [
  ['JSON', '{"text":"Hej"}', 'application/json'],
  ['plain text', 'text=Hej', 'text/plain'],
  [
    'half a file upload',
    '--x\r\nContent-Disposition: form-data; name="text"',
    'multipart/form-data; boundary=x',
  ],
  ['bytes that are no text', '\u0000\u0001\u00ff', 'application/octet-stream'],
] as const) {
  test(`a post of ${what} writes nothing and breaks nothing`, async ({ requestAs, origin, town }) => {
    const request = await requestAs('tindra')
    const answer = await request.post(form, { data: body, headers: { Origin: origin, 'Content-Type': type } })
    expect([400, 415]).toContain(answer.status())
    expect(await remarksIn(town)).toEqual([])
  })
}

test('line ends are kept as one character each, however the browser sends them', async ({
  requestAs,
  origin,
  town,
}) => {
  const answer = await (
    await requestAs('tindra')
  ).post(form, { form: { text: 'Ett\r\nTvå\rTre\nFyra\u0000' }, headers: { Origin: origin } })
  expect(answer.status()).toBe(303)
  expect(await remarksIn(town)).toEqual(['Ett\nTvå\nTre\nFyra'])
})

for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'] as const) {
  test(`${method} is no way to ask for anything`, async ({ requestAs, origin }) => {
    const answer = await (await requestAs('tindra')).fetch(form, { method, headers: { Origin: origin } })
    expect(answer.status()).toBe(405)
    expect(answer.headers()['allow']).toBe('GET, HEAD, POST')
  })
}

for (const value of ['x', '-'.repeat(36) + '.' + 'a'.repeat(43), "' or 1=1", '%ff', 'a'.repeat(4000)]) {
  test(`a session cookie of ${value.slice(0, 12)} is no session`, async ({ requestAs }) => {
    const answer = await (await requestAs(null)).get('/hem', { headers: { Cookie: `sid=${value}` } })
    expect([answer.status(), answer.headers()['location']]).toEqual([303, '/logga-in'])
  })
}
