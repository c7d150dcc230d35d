import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listDeadLetters } from '../../../db/dead-letters.ts'
import { storyId } from '../../../db/seed/story-id.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import {
  ekdala,
  noticeSettingsOf,
  openNotices,
  type NoticeWorld,
} from '../../../tests/support/notice-world.ts'
import { startScriptedMail } from '../../../tests/support/scripted-mail.ts'
import { serverCertificate, type ServerCertificate } from '../../demo/post/certificate.ts'
import type { Sending } from './send-due.ts'

let world: NoticeWorld
let certificate: ServerCertificate
const open: (() => void)[] = []
beforeEach(async () => {
  world = await openNotices()
  certificate = await serverCertificate(dirname(world.post.rootFile))
})
afterEach(async () => {
  for (const close of open.splice(0)) close()
  await world.close()
})

const email = { channel: 'email', address: 'tindra@post.example' } as const
const sms = { channel: 'sms', address: '+46701740605' } as const
const begun = Date.parse('2026-09-15T09:00:00+02:00')
const at = (minutes: number) => world.setNow(new Date(begun + minutes * 60_000))
const sendingBy = (changed: Record<string, string>): Sending => ({
  ...noticeSettingsOf({ ...world.settings, ...changed }),
  dataKeys: testKeys,
})

/** A gateway that takes each SMS and then does something else than say so. */
async function gatewayThat(ends: (answer: ServerResponse) => void) {
  let taken = 0
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (asked, answer) => {
    asked.resume().on('end', () => {
      taken++
      ends(answer)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(() => void server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  return { taken: () => taken, sending: sendingBy({ SMS_URL: `https://demo:of-tests@localhost:${port}/` }) }
}

async function mailThatCuts() {
  const server = await startScriptedMail(certificate, { body: 'cut' })
  open.push(server.close)
  return {
    taken: () => server.bodies.length,
    sending: sendingBy({ SMTP_URL: `smtps://localhost:${server.port}` }),
  }
}

/** Rounds until eight in the evening, as often as a worker would find something to try. */
async function throughADay(sending: Sending) {
  for (let minute = 0; minute < 11 * 60; minute += 15) {
    at(minute)
    await world.send(sending)
  }
}
const states = () =>
  world.rows<{ state: string }>('select state, may_be_sent from notice_delivery where not is_code')

describe('what may have been taken comes twice at most, and then waits for an operator', () => {
  test.each([
    ['an SMS whose gateway cuts the line', sms, () => gatewayThat((answer) => answer.destroy())],
    [
      'an SMS whose gateway does not answer a proxy',
      sms,
      () => gatewayThat((answer) => answer.writeHead(504).end()),
    ],
    ['an SMS that is accepted in words nobody knows', sms, () => gatewayThat((answer) => answer.end('OK'))],
    ['a mail whose server cuts the line', email, mailThatCuts],
  ] as const)('%s', async (_what, channel, receiver) => {
    await world.addConfirmed('tindra', channel)
    await world.send()
    const { taken, sending } = await receiver()
    await world.notice()
    await throughADay(sending)
    expect(taken()).toBe(2)
    expect(await states()).toEqual([{ state: 'failed', may_be_sent: true }])
    expect(await world.stories.database.asService(world.now(), listDeadLetters)).toHaveLength(1)
  })

  test('a code comes twice at most too, and its owner asks for another', async () => {
    const { taken, sending } = await gatewayThat((answer) => answer.destroy())
    await world.add('tindra', sms)
    for (const minute of [0, 1, 3, 7, 14]) {
      at(minute)
      await world.send(sending)
    }
    expect(taken()).toBe(2)
    expect(await world.rows('select state, sealed_code from notice_delivery')).toEqual([
      { state: 'dropped', sealed_code: null },
    ])
    await world.add('marie', { ...sms, address: '+46701740606' })
  })
})

test('a gateway that takes nothing for hours is asked until it does: it comes once', async () => {
  await world.addConfirmed('tindra', sms)
  await world.send()
  world.taken()
  const { sending } = await gatewayThat((answer) => answer.writeHead(503).end())
  await world.notice()
  await throughADay(sending)
  expect(await states()).toEqual([{ state: 'waiting', may_be_sent: false }])
  at(11 * 60)
  await world.send()
  expect(world.taken()).toHaveLength(1)
})

test('a gateway that tells afterwards that it was delivered takes it off the operator’s list', async () => {
  await world.addConfirmed('tindra', sms)
  await world.send()
  const { sending } = await gatewayThat((answer) => answer.destroy())
  await world.notice()
  await throughADay(sending)
  const [given] = await world.rows<{ id: string }>('select id from notice_delivery where not is_code')
  await world.stories.database.asService(world.now(), (tx) =>
    sql`select service_delivery_receipt(${ekdala}::uuid, ${given!.id}::uuid, true)`.execute(tx),
  )
  expect(await states()).toEqual([{ state: 'delivered', may_be_sent: true }])
})

describe('a worker that is killed while it sends', () => {
  const claim = () =>
    world.stories.database.asService(world.now(), async (tx) => {
      const { rows } = await sql<{ try: number; id: string }>`
        select try, delivery_id as id from service_claim_delivery(${['sms']}::text[])`.execute(tx)
      return rows[0]
    })
  beforeEach(async () => {
    await world.addConfirmed('tindra', sms)
    await world.send()
    world.taken()
    await world.notice()
    await world.send({ ...world.sending, senders: {} })
  })

  test('leaves its message to another, which is the last to send it', async () => {
    expect(await claim()).toMatchObject({ try: 1 })
    at(3)
    expect(await claim()).toMatchObject({ try: 2 })
    at(6)
    expect(await claim()).toBeUndefined()
    expect(await world.rows('select state, fault from notice_delivery where not is_code')).toEqual([
      { state: 'failed', fault: 'takenOver' },
    ])
  })

  test('may have sent it: what is told next is told in a message of its own', async () => {
    await claim()
    at(3)
    const { id, try: claimed } = (await claim())!
    await world.stories.database.asService(world.now(), (tx) =>
      sql`select service_delivery_failed(${ekdala}::uuid, ${id}::uuid, ${claimed}::int, 'ECONNREFUSED', false)`.execute(
        tx,
      ),
    )
    await world.notice({ id: storyId('note', 'A1') })
    at(5)
    await world.send()
    expect(new Set(world.taken().map((one) => one.id)).size).toBe(2)
  })
})
