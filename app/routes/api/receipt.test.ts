import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RequestContext } from '../../context'
import { deliveryOf, receiptToken } from '../../notice/sent/receipt-token'
import { parseDataKeys } from '../../person/data-keys'
import { testKeys } from '../../../tests/support/keys'
import { ekdala, openNotices, type NoticeWorld } from '../../../tests/support/notice-world'
import { action, loader } from './receipt'

let world: NoticeWorld
let deliveryId: string
const sms = { channel: 'sms', address: '+46701740605' } as const

beforeEach(async () => {
  world = await openNotices()
  await world.addConfirmed('tindra', sms)
  await world.send()
  await world.notice()
  await world.send()
  const rows = await world.rows<{ id: string }>('select id from notice_delivery where not is_code')
  deliveryId = rows[0]!.id
})
afterEach(() => world.close())

const token = () => receiptToken({ municipalityId: ekdala, deliveryId }, testKeys)

async function receipt(status: string, to = token(), method = 'POST') {
  const context = {
    requestId: 'a1',
    now: world.now,
    database: world.stories.database,
    dataKeys: testKeys,
  } as unknown as RequestContext
  const url = `https://minasidor.example/api/v1/receipts/${to}`
  const body = new URLSearchParams({ id: 's1', status, delivered: '2026-09-15T07:00:01' })
  const request = new Request(url, { method, ...(method === 'POST' && { body }) })
  const args = { request, context, params: { token: to } }
  return (await (method === 'POST' ? action(args) : loader(args))).status
}

const state = async () => {
  const [delivery] = await world.rows<{ state: string }>(
    'select state from notice_delivery where not is_code',
  )
  const [channel] = await world.rows<{ stopped_because: string | null }>(
    'select stopped_because from notice_channel',
  )
  return [delivery!.state, channel!.stopped_because]
}

test('the gateway is given an address of its own for each message', () => {
  const sent = world.taken().at(-1)!
  expect(new URLSearchParams(sent.raw).get('whendelivered')).toBe(
    `http://127.0.0.1:9/api/v1/receipts/${token()}`,
  )
})

test('what has arrived is written down, and said again it stays so', async () => {
  expect(await receipt('delivered')).toBe(204)
  expect(await state()).toEqual(['delivered', null])
  expect(await receipt('delivered')).toBe(204)
  expect(await receipt('failed')).toBe(204)
  expect(await state()).toEqual(['delivered', null])
})

test('what has not arrived stops the channel, and repeated after a new confirmation it changes nothing', async () => {
  expect(await receipt('failed')).toBe(204)
  expect(await state()).toEqual(['bounced', 'bounced'])
  await world.rows(`update notice_channel set stopped_at = null, stopped_because = null, confirmed_at = $1`, [
    world.now(),
  ])
  expect(await receipt('failed')).toBe(204)
  expect(await state()).toEqual(['bounced', null])
})

test('a late word of what was sent before the address was confirmed anew says nothing of it', async () => {
  await world.rows(`update notice_channel set confirmed_at = $1`, [new Date('2026-09-15T10:00:00+02:00')])
  expect(await receipt('failed')).toBe(204)
  expect(await state()).toEqual(['bounced', null])
})

test.each(['created', 'sent', '', 'FAILED', 'x'.repeat(10_000)])(
  'the word %s changes nothing',
  async (status) => {
    expect(await receipt(status)).toBe(204)
    expect(await state()).toEqual(['sent', null])
  },
)

test('a forged address does not exist', async () => {
  const other = parseDataKeys(
    `lookup=${Buffer.alloc(32, 9).toString('base64')},x=${Buffer.alloc(32, 9).toString('base64')}`,
  )
  const own = token()
  const forged = [
    receiptToken({ municipalityId: ekdala, deliveryId }, other),
    `${own.startsWith('A') ? 'B' : 'A'}${own.slice(1)}`,
    own.slice(0, -1),
    `${own}A`,
    deliveryId,
    '',
    '../receipts',
    'é'.repeat(86),
  ]
  for (const each of forged) expect(await receipt('failed', each), each).toBe(404)
  expect(await state()).toEqual(['sent', null])
})

test('one cannot be looked at, and its answer tells nothing of what there is', async () => {
  expect(await receipt('', token(), 'GET')).toBe(404)
  await world.rows('delete from notice_channel')
  expect(await receipt('failed')).toBe(204)
})

test('the receipt of one message is not that of another', () => {
  expect(deliveryOf(token(), testKeys)).toEqual({ municipalityId: ekdala, deliveryId })
})
