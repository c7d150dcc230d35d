import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  askForCode,
  changeChannel,
  confirmChannel,
  listChannels,
  stoppedOf,
  removeChannel,
} from '../../app/notice/channel/channels.ts'
import { findQuietHours } from '../../app/notice/channel/quiet-hours.ts'
import { homeOf } from '../support/home-of.ts'
import { testKeys } from '../support/keys.ts'
import { ekdala, openNotices, type NoticeWorld } from '../support/notice-world.ts'
import { forgetAskedCodes } from '../../services/worker/retention/forget-asked-codes.ts'
import type { PersonTx } from '../../db/connect.ts'
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

const removeAll = async (tx: PersonTx) => {
  for (const { id } of await listChannels(tx, testKeys)) await removeChannel(tx, id)
}

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

  test('goes to one mailbox five times a day, however its letters are written', async () => {
    for (const address of [
      'Anna@post.example',
      'aNna@post.example',
      'anNa@post.example',
      'annA@post.example',
    ]) {
      await world.stories.asPerson('tindra', (tx) => removeAll(tx), world.now())
      await world.add('tindra', { ...email, address })
    }
    await world.add('marie', { ...email, address: 'ANNA@post.example' })
    await expect(world.add('sara', { ...email, address: 'anna@post.example' })).rejects.toThrow('tooMany')
    await world.send()
    expect(world.taken().map(({ to }) => to)).toContain('ANNA@post.example')
  })

  test('is asked for ten times a day by one person, of whichever addresses', async () => {
    for (let number = 0; number < 10; number++) {
      world.setNow(new Date(Date.parse('2026-09-15T09:00:00+02:00') + number * 20 * 60_000))
      await world.stories.asPerson('tindra', (tx) => removeAll(tx), world.now())
      await world.add('tindra', { ...email, address: `anna+${number}@post.example` })
    }
    world.setNow('2026-09-15T16:00:00+02:00')
    await world.stories.asPerson('tindra', (tx) => removeAll(tx), world.now())
    await expect(world.add('tindra', { ...email, address: 'anna+10@post.example' })).rejects.toThrow(
      'tooMany',
    )
  })

  test('that was asked for is forgotten after a day, though nobody asks again', async () => {
    await world.add('tindra', sms)
    const kept = () => world.rows('select person_id from notice_code_asked')
    const forget = () => forgetAskedCodes({ database: world.stories.database, now: world.now })
    world.setNow('2026-09-16T08:59:00+02:00')
    await forget()
    expect(await kept()).toHaveLength(1)
    world.setNow('2026-09-16T09:00:00+02:00')
    await forget()
    expect(await kept()).toEqual([])
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

test('an address that cannot be opened any more ends no page: it stands there to be taken away', async () => {
  const [lost, stopped] = [await world.addConfirmed('tindra', email), await world.addConfirmed('tindra', sms)]
  await world.rows(`update notice_channel set sealed_address = '\\x01' where id = $1`, [lost])
  await world.rows(
    `update notice_channel set stopped_at = added_at, stopped_because = 'bounced' where id = $1`,
    [stopped],
  )
  const hints = (channels: { id: string; hint: string | null }[]) =>
    channels.map(({ id, hint }) => [id, hint])
  expect(hints(await seenBy('tindra')).toSorted()).toEqual(
    [
      [lost, null],
      [stopped, '…05'],
    ].toSorted(),
  )
  const told = async () => stoppedOf((await homeOf(world.stories, 'tindra', world.now())).stopped, testKeys)
  expect(hints(await told())).toEqual([[stopped, '…05']])
  await world.rows(
    `update notice_channel set stopped_at = added_at, stopped_because = 'bounced' where id = $1`,
    [lost],
  )
  expect(hints(await told())).toContainEqual([lost, null])
  expect(await world.stories.asPerson('tindra', (tx) => removeChannel(tx, lost), world.now())).toBe(true)
})

test('an eleventh device is one too many, and that is what is said', async () => {
  const device = () => ({ channel: 'push', address: JSON.stringify(world.post.push.subscribe()) }) as const
  for (let number = 0; number < 10; number++) await world.add('tindra', device())
  await expect(world.add('tindra', device())).rejects.toThrow('full')
})

test('a person is told the hours in which their municipality sends nothing, where it has any', async () => {
  const told = () => world.stories.asPerson('tindra', findQuietHours, world.now())
  const hours = (from: string, until: string) => ({ from: new Date(from), until: new Date(until) })
  expect(await told()).toEqual(hours('2026-09-15T21:00:00+02:00', '2026-09-15T07:00:00+02:00'))
  await world.rows(`update municipality set quiet_from = '12:30', quiet_until = '13:00' where id = $1`, [
    ekdala,
  ])
  expect(await told()).toEqual(hours('2026-09-15T12:30:00+02:00', '2026-09-15T13:00:00+02:00'))
  await world.rows(`update municipality set quiet_from = '00:00', quiet_until = '00:00' where id = $1`, [
    ekdala,
  ])
  expect(await told()).toBeNull()
})
