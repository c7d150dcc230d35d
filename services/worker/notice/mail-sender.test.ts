import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../../app/i18n/languages.ts'
import { startScriptedMail, type Script } from '../../../tests/support/scripted-mail.ts'
import { serverCertificate, type ServerCertificate } from '../../demo/post/certificate.ts'
import { mailSender } from './mail-sender.ts'

let certificate: ServerCertificate
let server: Awaited<ReturnType<typeof startScriptedMail>> | undefined
beforeAll(async () => {
  certificate = await serverCertificate(mkdtempSync(join(tmpdir(), 'mina-sidor-mail-')))
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate.root])
})
afterEach(() => server?.close())

async function send(script: Script, language: Language = 'sv') {
  server = await startScriptedMail(certificate, script)
  const from = { name: 'Mina sidor', address: 'svara-inte@ekdala.se' }
  const sender = mailSender({ host: 'localhost', port: server.port, isSecure: true, auth: null, from })
  return sender(
    {
      deliveryId: '5f0d2c6e-3a44-4a0b-9a55-3d6a1c9f7e21',
      address: 'tindra@post.example',
      words: { subject: 'Nytt', text: 'Du har ett nytt meddelande.' },
      language,
      postSender: null,
      receiptAddress: null,
    },
    AbortSignal.timeout(20_000),
  )
}

test.each<[string, Script]>([
  ...['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'].map((code): [string, Script] => [
    `${code} of the recipient`,
    { RCPT: `550 ${code} no such mailbox` },
  ]),
  ['5.1.1 when it has read the message', { body: '550 5.1.1 no such mailbox' }],
])('%s says that the address takes nothing', async (_what, script) => {
  expect(await send(script)).toEqual({ outcome: 'bounced', because: 'bounced' })
})

test.each<[string, Script]>([
  ['our sender’s mailbox, at the sender', { MAIL: '550 5.1.7 bad sender' }],
  ['our sender’s domain, at the sender', { MAIL: '550 5.1.8 Sender address rejected: Domain not found' }],
  ['our sender’s domain, at the recipient', { RCPT: '550 5.1.8 Sender address rejected: Domain not found' }],
  [
    'our sender’s domain, when it has read the message',
    { body: '550 5.1.8 Access denied, bad outbound sender' },
  ],
  ['an address, at the sender', { MAIL: '550 5.1.1 unknown' }],
  ['what it thinks of us', { RCPT: '550 5.7.1 blocked' }],
  ['a mailbox that is full', { RCPT: '552 5.2.2 full' }],
  ['an address that is unclear', { RCPT: '550 5.1.0 address rejected' }],
  ['it does not say what', { RCPT: '550 Relaying denied' }],
  ['an address for today', { RCPT: '450 4.1.1 later' }],
])('a no of %s may be about us: it is tried again', async (_what, script) => {
  expect(await send(script)).toMatchObject({ outcome: 'failed', maybeSent: false })
})

test.each<[string, boolean, Script]>([
  ['before it greets', false, { greeting: 'cut' }],
  ['when it has the whole message', true, { body: 'cut' }],
])(
  'of a server that cuts the line %s, that it may have taken the message is %s',
  async (_when, maybeSent, script) => {
    expect(await send(script)).toMatchObject({ outcome: 'failed', maybeSent, isAway: true })
    expect(server!.bodies).toHaveLength(maybeSent ? 1 : 0)
  },
)

test('what a server answered when it had the message is known: it was not taken', async () => {
  expect(await send({ body: '451 4.3.0 not now' })).toMatchObject({ outcome: 'failed', maybeSent: false })
})

test.each([
  ['sv-latt', 'sv'],
  ['ar', 'ar'],
] as const)('a message in %s is said to be in the language %s', async (language, tag) => {
  expect(await send({}, language)).toEqual({ outcome: 'sent' })
  expect(server!.bodies[0]).toContain(`Content-Language: ${tag}\n`)
})
