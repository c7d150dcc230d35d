import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { confirmChannel, listChannels, listOffered } from '../../../app/notice/channel/channels.ts'
import { encryptNumber } from '../../../app/person/personal-identity-number.ts'
import { people, type PersonKey } from '../../../db/seed/people.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import { openNotices, type NoticeWorld } from '../../../tests/support/notice-world.ts'
import { idOf, municipalityOf } from '../../../tests/support/people.ts'
import { partyOf } from '../../demo/post/digital-mailboxes.ts'
import { digitalPostSender } from './digital-post-sender.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
})
afterEach(() => world.close())

const mailboxOf = (who: PersonKey) => ({ channel: 'digitalPost', address: idOf(who) }) as const
const offered = (who: PersonKey) =>
  world.stories.asPerson(who, (tx) => listOffered(tx, ['email', 'digitalPost']), world.now())
const own = (who: PersonKey) => world.stories.asPerson(who, (tx) => listChannels(tx, testKeys), world.now())
const protect = (who: PersonKey) =>
  world.rows(
    `insert into person_protection (municipality_id, person_id, kind, valid, source)
     values ($1, $2, 'protectedRegistration', '[2026-09-15,)', 'Skatteverket')`,
    [municipalityOf(who), idOf(who)],
  )

test('who has asked for it is told in their mailbox that there is something, and neither what nor by whose number', async () => {
  const channelId = await world.add('tindra', mailboxOf('tindra'))
  const code = await world.codeOf(channelId)
  await world.send()
  const [sent] = world.taken()
  expect(sent).toMatchObject({ by: 'digitalPost', to: partyOf(people.tindra.number), subject: 'Din kod' })
  expect(sent!.text).toContain(code)
  await world.stories.asPerson(
    'tindra',
    (tx) => confirmChannel(tx, { channelId, code }, testKeys),
    world.now(),
  )
  await world.notice()
  await world.send()
  const [told, ...more] = world.taken()
  expect(more).toEqual([])
  expect(told).toMatchObject({
    by: 'digitalPost',
    from: '2129999901',
    to: partyOf(people.tindra.number),
    subject: 'Nytt meddelande',
    text: 'Du har ett nytt meddelande. Logga in där du brukar.\n\nDet går inte att svara här. Logga in där du brukar om du undrar något.',
  })
  expect(told!.raw).not.toContain(people.tindra.number)
  expect(world.log.join('')).not.toContain(people.tindra.number)
})

test('it goes by the number that the person has when it is sent', async () => {
  await world.addConfirmed('tindra', mailboxOf('tindra'))
  const corrected = '201001022399'
  await world.rows('update person set id_number_encrypted = $1 where id = $2', [
    encryptNumber(corrected, testKeys),
    idOf('tindra'),
  ])
  await world.notice()
  await world.send()
  expect(world.taken().map(({ to }) => to)).toContain(partyOf(corrected))
})

test.each(['peter', 'lina'] as const)(
  'to %s, who has no mailbox that takes anything, nothing is sent any more',
  async (who) => {
    await world.add(who, mailboxOf(who))
    await world.send()
    expect(world.taken()).toEqual([])
    expect(await own(who)).toMatchObject([{ channel: 'digitalPost', state: 'stopped', hint: null }])
  },
)

test.each<[PersonKey, boolean]>([
  ['tindra', true],
  ['peter', true],
  // Her details are protected.
  ['sara', false],
  // His municipality sends none.
  ['leo', false],
])('digital post is offered to %s: %s', async (who, isOffered) => {
  expect(await offered(who)).toEqual(isOffered ? ['email', 'digitalPost'] : ['email'])
  const added = world.add(who, mailboxOf(who))
  if (isOffered) await added
  else await expect(added).rejects.toThrow('null')
})

test('when protection begins nothing more is sent by digital post, not a code either, and nothing of it is shown', async () => {
  await world.addConfirmed('tindra', mailboxOf('tindra'))
  await world.send()
  world.taken()
  await world.notice()
  await world.add('marie', mailboxOf('marie'))
  await protect('tindra')
  await protect('marie')
  await world.send()
  expect(world.taken()).toEqual([])
  expect(await own('tindra')).toEqual([])
  expect(await offered('tindra')).toEqual(['email'])
  expect(await world.rows('select outcome from notice')).toEqual([{ outcome: 'noChannel' }])
})

type Step = (answer: ServerResponse) => unknown
const as = (status: number, type: string, text: string) => (answer: ServerResponse) =>
  answer.writeHead(status, { 'Content-Type': type }).end(text)
const json = (status: number, content: unknown) => as(status, 'application/json', JSON.stringify(content))
const partyId = partyOf(people.tindra.number)
const known = as(200, 'text/plain', partyId)
const reachable = json(200, [{ partyId, supplier: 'Kivra', reachable: true }])
const taken = json(200, { deliveryStatus: { delivered: true, partyId, transactionId: 'a' } })

/** What becomes of a message when the services answer so, one after the other. */
async function becomes(...steps: Step[]) {
  const server = createServer((asked, answer) => {
    asked.resume().on('end', () => void (steps.shift() ?? as(500, 'text/plain', 'asked too often'))(answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  try {
    const send = digitalPostSender({ post: { url, auth: null }, party: { url, auth: null } })
    return await send(
      {
        deliveryId: 'a',
        address: people.tindra.number,
        postSender: { code: '9901', organisationNumber: '2129999901' },
        words: { subject: 'Nytt meddelande', text: 'Hej' },
        language: 'sv',
        receiptAddress: null,
      },
      AbortSignal.timeout(20_000),
    )
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe('what the services answer', () => {
  const failed = (fault: string, more: { maybeSent?: boolean; isAway?: boolean } = {}) => ({
    outcome: 'failed',
    fault,
    maybeSent: false,
    isAway: false,
    ...more,
  })
  const nobody = { outcome: 'bounced', because: 'bounced' }
  test.each<[string, Step[], object]>([
    ['all as it should be', [known, reachable, taken], { outcome: 'sent' }],
    ['nobody has that number', [as(404, 'application/problem+json', '{}')], nobody],
    ['the address of the service leads nowhere', [as(404, 'text/html', 'Not found')], failed('http_404')],
    ['an id that is none', [as(200, 'text/plain', 'hello')], failed('http_200')],
    ['wrong credentials', [as(401, 'application/problem+json', '{}')], failed('http_401', { isAway: true })],
    [
      'a mailbox that takes nothing',
      [known, json(200, [{ partyId, reachable: false, reason: 'NotRegistered' }])],
      nobody,
    ],
    ['no mailbox', [known, json(200, [])], nobody],
    ['another’s mailbox', [known, json(200, [{ partyId: 'another', reachable: true }])], nobody],
    ['mailboxes in other words', [known, json(200, { mailboxes: [] })], failed('http_200')],
    ['mailboxes that are away', [known, as(503, 'text/plain', '')], failed('http_503', { isAway: true })],
    [
      'mail that was not delivered',
      [known, reachable, json(200, { deliveryStatus: { delivered: false } })],
      failed('notDelivered'),
    ],
    [
      'mail that is answered in other words',
      [known, reachable, as(200, 'text/plain', 'ok')],
      failed('http_200', { maybeSent: true }),
    ],
    [
      'mail that breaks behind the service',
      [known, reachable, as(502, 'text/plain', '')],
      failed('http_502', { maybeSent: true, isAway: true }),
    ],
    [
      'mail that is cut off',
      [known, reachable, (answer) => answer.destroy()],
      failed('UND_ERR_SOCKET', { maybeSent: true, isAway: true }),
    ],
    ['an asking that is cut off', [(answer) => answer.destroy()], failed('UND_ERR_SOCKET', { isAway: true })],
  ])('%s', async (_what, steps, outcome) => {
    expect(await becomes(...steps)).toEqual(outcome)
  })
})
