import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { purgeDeliveries } from '../../services/worker/retention/purge-deliveries.ts'
import { ekdala, openNotices, type NoticeWorld } from '../support/notice-world.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
  await world.addConfirmed('tindra', { channel: 'sms', address: '+46701740605' })
  await world.send()
  await world.notice()
  await world.send()
})
afterEach(() => world.close())

const lines: string[] = []
const purge = (moment: string) =>
  purgeDeliveries({
    database: world.stories.database,
    now: () => new Date(moment),
    log: pino({ base: null }, { write: (line: string) => void lines.push(line) }),
    signal: new AbortController().signal,
  })
const left = () => world.rows(`select state from notice_delivery order by state`)
/** Sent at nine on 15 September; ninety days later the clock in Sweden has gone back. */
const [still, over] = ['2026-12-14T08:00:00+01:00', '2026-12-14T08:00:01+01:00']

test('how a message went is purged when its time is over; that somebody was told, and when, stays', async () => {
  const before = await world.rows('select * from notice')
  expect(before).toMatchObject([{ outcome: 'planned', sent_at: world.now() }])
  await purge(still)
  expect(await left()).toContainEqual({ state: 'sent' })
  await purge(over)
  expect(await left()).toEqual([])
  expect(await world.rows('select from notice_delivery_part')).toEqual([])
  expect(await world.rows('select * from notice')).toEqual(before)
  expect(await world.rows('select from notice_channel')).toHaveLength(1)
  expect(lines.join('')).not.toMatch(/tindra|4670/i)
})

test('nobody is told again of what was told of before it was purged', async () => {
  world.taken()
  await purge(over)
  world.setNow(over)
  await world.send()
  expect(world.taken()).toEqual([])
})

test.each([
  ['sent', true],
  ['delivered', true],
  ['bounced', true],
  ['dropped', true],
  ['waiting', false],
  ['sending', false],
  ['failed', false],
])('one that is %s goes: %s', async (state, goes) => {
  await world.rows('delete from notice_delivery where is_code')
  await world.rows('update notice_delivery set state = $1', [state])
  await purge(over)
  expect(await left()).toEqual(goes ? [] : [{ state }])
})

test('the municipality sets the days', async () => {
  await world.rows('update municipality set delivery_days = 91')
  await purge(over)
  expect((await left()).length).toBeGreaterThan(0)
})

test('however many there are, all of them go', async () => {
  await world.rows(
    `insert into notice_delivery (municipality_id, channel_id, state, made_at, try_at)
     select $1, c.id, 'sent', $2, $2 from notice_channel c, generate_series(1, 1001)`,
    [ekdala, world.now()],
  )
  await purge(over)
  expect(await left()).toEqual([])
})
