import { storyId } from '../../db/seed/story-id'
import { holderField } from '../../app/ui/form/holder'
import { expect, test } from '../support/browser-test'
import { remarksIn } from '../support/remarks-in'
import { leaveEarly, startSlowSender, type SlowSender } from '../support/slow-sender'

const form = `/arenden/${storyId('case', 'EK-2026-0412')}/anteckningar/${storyId('note', 'A3')}/kommentar`

test.describe.configure({ mode: 'serial' })

for (const [where, addressOf] of [
  ['one address', () => '203.0.113.9'],
  ['as many addresses', (index: number) => `198.51.${100 + Math.floor(index / 250)}.${1 + (index % 250)}`],
  ['one IPv6 network', (index: number) => `2001:db8:7:7::${(index + 1).toString(16)}`],
] as const) {
  test(`320 slow senders from ${where} close nothing: others read, write, sign in, sign out and leave`, async ({
    requestAs,
    origin,
    town,
  }) => {
    const paths = ['/auth/start', form, '/handlaggare', '/sprak', '/lamna', '/logga-ut']
    const senders: SlowSender[] = []
    for (let index = 0; index < 320; index += 1) {
      const headers = { 'X-Forwarded-For': addressOf(index) }
      senders.push(await startSlowSender({ origin, path: paths[index % paths.length]!, headers }))
    }
    try {
      const tindra = await requestAs('tindra')
      const own = { Origin: origin, 'X-Forwarded-For': addressOf(0) }
      for (const address of ['/healthz', '/readyz', '/', '/logga-in'])
        expect((await tindra.get(address, { headers: own })).status(), address).toBe(200)
      const sent = await tindra.post(form, {
        form: { [holderField]: town.mark('tindra'), text: 'Jag kom fram.', form_key: crypto.randomUUID() },
        headers: own,
      })
      expect(sent.status()).toBe(303)
      expect(await remarksIn(town)).toEqual(['Jag kom fram.'])
      const nobody = await requestAs(null)
      const started = await nobody.post('/auth/start', { form: { kind: 'person' }, headers: own })
      expect([started.status(), new URL(started.headers()['location']!).origin]).not.toEqual([303, origin])
      expect((await tindra.post('/logga-ut', { headers: own })).status()).toBe(303)
      expect((await nobody.post('/lamna', { headers: own })).headers()['location']).toContain('smhi.se')
    } finally {
      for (const sender of senders) sender.close()
    }
  })
}

test('who is answered before the body has come leaves no place taken', async ({ requestAs, origin }) => {
  // More than one network has places; the answer to quick exit does not wait for its body.
  for (let count = 0; count < 210; count += 1) await leaveEarly(origin)
  expect((await (await requestAs(null)).get('/')).status()).toBe(200)
})

test('a body of which next to nothing comes is cut off', async ({ origin }) => {
  const sender = await startSlowSender({ origin, path: form })
  await sender.ended
})

test('what needs a session and is no form is refused before its body comes', async ({
  origin,
  requestAs,
}) => {
  const id = storyId('recording', 'nobody')
  for (const [method, path, type] of [
    ['PUT', `/handlaggare/inspelningar/${id}/delar/0`, 'application/octet-stream'],
    ['POST', `/handlaggare/anteckningar/${id}/utkast`, 'application/json'],
    ['POST', `/handlaggare/anteckningar/${id}/inspelningar`, 'application/json'],
  ] as const) {
    const answer = await (
      await requestAs(null)
    ).fetch(path, { method, data: Buffer.alloc(16), headers: { Origin: origin, 'Content-Type': type } })
    expect(answer.status(), path).toBe(401)
  }
  const upload = await (
    await requestAs(null)
  ).post(`/handlaggare/inspelningar/${id}/fil`, {
    multipart: { sound: { name: 'a.wav', mimeType: 'audio/wav', buffer: Buffer.alloc(100) } },
    headers: { Origin: origin },
  })
  expect([upload.status(), upload.headers()['location']]).toEqual([303, '/handlaggare/logga-in'])
})
