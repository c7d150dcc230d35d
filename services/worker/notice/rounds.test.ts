import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storyId } from '../../../db/seed/story-id.ts'
import { openNotices, type NoticeWorld } from '../../../tests/support/notice-world.ts'
import { idOf } from '../../../tests/support/people.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
})
afterEach(() => world.close())

const email = { channel: 'email', address: 'tindra@post.example' } as const
const sms = { channel: 'sms', address: '+46701740605' } as const

test('a round in which one message cannot be written down ends when all the others are, and not before', async () => {
  await world.addConfirmed('tindra', { ...email, address: 'tindra@post.example' })
  await world.addConfirmed('marie', { ...email, address: 'marie@post.example' })
  await world.send()
  await world.notice()
  await world.notice({ who: 'marie', id: storyId('note', 'A1') })
  // Marie's fails; Tindra's waits for whoever holds the lock.
  await world.rows(`create sequence failed_to_write`)
  await world.rows(
    `create function hold() returns trigger language plpgsql security definer as $$ begin
       if exists (select from notice_channel c where c.id = new.channel_id and c.person_id = '${idOf('marie')}') then
         perform nextval('failed_to_write');
         raise 'written down by nobody';
       end if;
       perform pg_advisory_xact_lock(77);
       return new;
     end $$`,
  )
  await world.rows(
    `create trigger hold before update on notice_delivery for each row when (new.state = 'sent') execute function hold()`,
  )
  await world.rows('select pg_advisory_lock(77)')
  const order: string[] = []
  const round = world.send().catch((error: unknown) => {
    order.push(`ended: ${(error as Error).message}`)
  })
  const asked = (text: string) => async () => (await world.rows<{ yes: boolean }>(text))[0]!.yes
  const until = { timeout: 30_000 }
  await expect.poll(asked('select is_called as yes from failed_to_write'), until).toBe(true)
  await expect
    .poll(
      asked(`select exists (select from pg_locks where locktype = 'advisory' and not granted) as yes`),
      until,
    )
    .toBe(true)
  order.push('let go')
  await world.rows('select pg_advisory_unlock(77)')
  await round
  expect(order).toEqual(['let go', 'ended: written down by nobody'])
  expect(await world.rows(`select state from notice_delivery where not is_code order by state`)).toEqual([
    { state: 'sending' },
    { state: 'sent' },
  ])
})

test('a code is sent before what waits longer, and one claim does not work off more than two hundred', async () => {
  const id = await world.addConfirmed('tindra', sms)
  await world.send()
  world.taken()
  world.setNow('2026-09-15T23:00:00+02:00')
  const waiting = (many: number) =>
    world.rows(
      `insert into notice_delivery (municipality_id, channel_id, made_at, try_at)
       select municipality_id, id, $2, $2 from notice_channel, generate_series(1, $3) where id = $1`,
      [id, new Date('2026-09-15T22:00:00+02:00'), many],
    )
  await waiting(450)
  await world.add('marie', { ...sms, address: '+46701740606' })
  const claim = () =>
    world.stories.database.asService(world.now(), async (tx) => {
      const { rows } = await sql<{ has_code: boolean }>`
        select sealed_code is not null as has_code from service_claim_delivery(${['sms']}::text[])`.execute(
        tx,
      )
      return rows
    })
  const left = () =>
    world.rows(`select count(*)::int as left from notice_delivery where state = 'waiting' and not is_code`)
  expect(await claim()).toEqual([{ has_code: true }])
  expect(await left()).toEqual([{ left: 450 }])
  expect(await claim()).toEqual([])
  expect(await left()).toEqual([{ left: 250 }])
})
