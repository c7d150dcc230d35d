import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  askForCode,
  changeChannel,
  confirmChannel,
  listChannels,
  removeChannel,
} from '../../app/notice/channel/channels.ts'
import { testKeys } from '../support/keys.ts'
import { openNotices, type NoticeWorld } from '../support/notice-world.ts'
import { idOf } from '../support/people.ts'
import type { PersonKey } from '../../db/seed/people.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
})
afterEach(() => world.close())

const email = { channel: 'email', address: 'tindra@post.example' } as const
const sms = { channel: 'sms', address: '+46701740605' } as const
const seenBy = (who: PersonKey) =>
  world.stories.asPerson(who, (tx) => listChannels(tx, testKeys), world.now())

test('a channel is its owner’s alone: a guardian neither sees it nor changes it', async () => {
  const id = await world.addConfirmed('tindra', sms)
  expect(await seenBy('tindra')).toHaveLength(1)
  expect(await seenBy('marie')).toEqual([])
  const asMarie = <T>(work: (tx: never) => Promise<T>) =>
    world.stories.asPerson('marie', (tx) => work(tx as never), world.now())
  const before = await world.rows('select * from notice_channel')
  expect(await asMarie((tx) => removeChannel(tx, id))).toBe(false)
  expect(await asMarie((tx) => changeChannel(tx, id, { wording: 'named', topics: [] }))).toBe(false)
  expect(await asMarie((tx) => askForCode(tx, id, testKeys))).toBeNull()
  expect(await asMarie((tx) => confirmChannel(tx, { channelId: id, code: '123456' }, testKeys))).toBeNull()
  expect(await world.rows('select * from notice_channel')).toEqual(before)
})

test('nobody can add one for another: the database takes who is signed in', async () => {
  await world.add('marie', email)
  expect(await world.rows('select person_id from notice_channel')).toEqual([{ person_id: idOf('marie') }])
})

test('staff see none of it, not even with the person’s eyes', async () => {
  await world.addConfirmed('tindra', sms)
  const direct = world.stories.asStaff('mira', (tx) => sql`select from notice_channel`.execute(tx))
  await expect(direct).rejects.toThrow(/permission denied/)
  const view = world.stories.asStaff('mira', (tx) => sql`select from person_notice_channel`.execute(tx))
  await expect(view).rejects.toThrow(/permission denied/)
  const looked = await world.stories
    .asStaff('mira', async (tx) => {
      const { rows } = await sql<{
        allowed: boolean
      }>`select staff_look_as(${idOf('tindra')}) as allowed`.execute(tx)
      await sql`set local role person`.execute(tx)
      const seen = await sql`select * from person_notice_channel`.execute(tx)
      throw Object.assign(new Error('looked'), { allowed: rows[0]!.allowed, seen: seen.rows })
    })
    .catch((error: unknown) => error)
  expect(looked).toMatchObject({ allowed: true, seen: [] })
})

test('no address and no code lies in clear, and none is in the log', async () => {
  await world.addConfirmed('tindra', email)
  const id = await world.add('marie', sms)
  const code = await world.codeOf(id)
  const { rows } = await world.stories.owner.query<{ everything: string }>(`
    select string_agg(t::text, ' ') as everything
      from (select c::text || encode(c.sealed_address, 'escape') as t from notice_channel c
            union all select d::text || coalesce(encode(d.sealed_code, 'escape'), '') from notice_delivery d
            union all select a::text from audit_event a) t`)
  expect(rows[0]!.everything).not.toMatch(new RegExp(`tindra@|701740605|\\b${code}\\b`))
  await world.send()
  expect(world.log.join('')).not.toMatch(new RegExp(`tindra@|701740605|${code}`))
})

test('what was done is logged in the person’s name', async () => {
  const id = await world.addConfirmed('tindra', sms)
  await world.stories.asPerson(
    'tindra',
    (tx) => changeChannel(tx, id, { wording: 'named', topics: ['news'] }),
    world.now(),
  )
  await world.stories.asPerson('tindra', (tx) => removeChannel(tx, id), world.now())
  const logged = await world.rows(
    `select action, actor_kind, actor_id from audit_event where action like '%NoticeChannel' order by array_position(
       array['addedNoticeChannel', 'confirmedNoticeChannel', 'changedNoticeChannel', 'removedNoticeChannel'], action)`,
  )
  expect(logged).toEqual(
    ['added', 'confirmed', 'changed', 'removed'].map((what) => ({
      action: `${what}NoticeChannel`,
      actor_kind: 'person',
      actor_id: idOf('tindra'),
    })),
  )
})

describe('a code', () => {
  const confirm = (channelId: string, code: string) =>
    world.stories.asPerson('tindra', (tx) => confirmChannel(tx, { channelId, code }, testKeys), world.now())
  const another = (code: string) => (code === '000000' ? '000001' : '000000')

  test('has five tries: the right one after them is too late, and a new code begins anew', async () => {
    const id = await world.add('tindra', sms)
    const code = await world.codeOf(id)
    for (let at = 0; at < 5; at++) expect(await confirm(id, another(code))).toBe('wrong')
    expect(await confirm(id, code)).toBe('over')
    expect(await world.stories.asPerson('tindra', (tx) => askForCode(tx, id, testKeys), world.now())).toBe(
      'asked',
    )
    expect(await confirm(id, await world.codeOf(id))).toBe('confirmed')
  })

  test('lasts for fifteen minutes, and is not sent after them', async () => {
    const id = await world.add('tindra', sms)
    const code = await world.codeOf(id)
    world.setNow('2026-09-15T09:15:00+02:00')
    expect(await confirm(id, code)).toBe('over')
    await world.send()
    expect(world.taken()).toEqual([])
  })

  test('of one channel opens no other', async () => {
    const [first, second] = [await world.add('tindra', sms), await world.add('tindra', email)]
    expect(await confirm(second, await world.codeOf(first))).not.toBe('confirmed')
  })

  test('confirmed twice, as by a double click, is confirmed', async () => {
    const id = await world.add('tindra', sms)
    const code = await world.codeOf(id)
    expect(await Promise.all([confirm(id, code), confirm(id, code)])).toEqual(['confirmed', 'confirmed'])
  })

  test('is asked for five times an hour by one person, and five times a day of one address by whoever', async () => {
    const id = await world.add('tindra', sms)
    const ask = () => world.stories.asPerson('tindra', (tx) => askForCode(tx, id, testKeys), world.now())
    expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual(['asked', 'asked', 'asked', 'asked'])
    expect(await ask()).toBe('tooMany')
    await expect(world.add('marie', sms)).rejects.toThrow('tooMany')
    world.setNow('2026-09-15T10:01:00+02:00')
    await world.add('marie', { ...sms, address: '+46701740606' })
    expect(await ask()).toBe('tooMany')
    world.setNow('2026-09-16T09:01:00+02:00')
    expect(await ask()).toBe('asked')
  })
})

test('one address is had once, a form sent twice adds one, and another beside it is refused', async () => {
  await world.add('tindra', sms)
  await expect(world.add('tindra', sms)).rejects.toThrow('there')
  await expect(world.add('tindra', { ...sms, address: '+46701740606' })).rejects.toThrow('other')
  expect(await world.rows('select from notice_channel')).toHaveLength(1)
})

test('a stopped channel is on again when a new code is typed in', async () => {
  const id = await world.addConfirmed('tindra', sms)
  await world.rows(`update notice_channel set stopped_at = now(), stopped_because = 'bounced'`)
  expect((await seenBy('tindra'))[0]!.state).toBe('stopped')
  await world.stories.asPerson('tindra', (tx) => askForCode(tx, id, testKeys), world.now())
  const code = await world.codeOf(id)
  await world.stories.asPerson(
    'tindra',
    (tx) => confirmChannel(tx, { channelId: id, code }, testKeys),
    world.now(),
  )
  expect((await seenBy('tindra'))[0]!.state).toBe('on')
})
