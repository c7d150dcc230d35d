import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storyId } from '../../../db/seed/story-id.ts'
import { ekdala, openNotices, type NoticeWorld } from '../../../tests/support/notice-world.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
  await world.addConfirmed('tindra', { channel: 'sms', address: '+46701740605' })
  await world.send()
  world.taken()
})
afterEach(() => world.close())

type Delivery = { id: string; state: string; tries: number }
const deliveries = () =>
  world.rows<Delivery>('select id, state, tries from notice_delivery where not is_code order by made_at, id')
const sent = ({ id }: Delivery, claimedTry: number) =>
  world.stories.database.asService(world.now(), (tx) =>
    sql`select service_delivery_sent(${ekdala}::uuid, ${id}::uuid, ${claimedTry}::int)`.execute(tx),
  )

test('a notice goes when it is due, and not before', async () => {
  await world.notice({ dueAt: new Date('2026-09-15T09:01:00+02:00') })
  world.setNow('2026-09-15T09:00:59+02:00')
  await world.send()
  expect(world.taken()).toEqual([])
  expect(await world.rows('select outcome from notice')).toEqual([{ outcome: null }])
  world.setNow('2026-09-15T09:01:00+02:00')
  await world.send()
  expect(world.taken()).toHaveLength(1)
})

test('of what cannot be read there is no message, not even one that waits', async () => {
  await world.notice({ who: 'tindra', id: storyId('note', 'B1') })
  await world.send({ ...world.sending, senders: {} })
  expect(await deliveries()).toEqual([])
  expect(await world.rows('select outcome from notice')).toEqual([{ outcome: 'gone' }])
})

test('a message that may have been sent takes in nothing more: what comes later has one of its own', async () => {
  const broken = () =>
    Promise.resolve({ outcome: 'failed', fault: 'broken', maybeSent: true, isAway: true } as const)
  await world.notice()
  await world.send({ ...world.sending, senders: { sms: broken } })
  await world.notice({ id: storyId('note', 'A1') })
  await world.send({ ...world.sending, senders: {} })
  expect(await world.rows('select from notice_delivery where not is_code')).toHaveLength(2)
})

test('a worker that was taken for dead writes nothing down of what another has taken over', async () => {
  await world.notice()
  const claimed = await whoeverClaims()
  world.setNow('2026-09-15T09:02:01+02:00')
  const again = await whoeverClaims()
  expect([claimed.try, again.try]).toEqual([1, 2])
  const [delivery] = await deliveries()
  await sent(delivery!, claimed.try)
  expect((await deliveries())[0]!.state).toBe('sending')
  await sent(delivery!, again.try)
  expect((await deliveries())[0]!.state).toBe('sent')
})

async function whoeverClaims(): Promise<{ try: number }> {
  return world.stories.database.asService(world.now(), async (tx) => {
    await sql`select service_plan_notices()`.execute(tx)
    const { rows } = await sql<{ try: number }>`select try from service_claim_delivery('{sms}')`.execute(tx)
    return rows[0]!
  })
}
