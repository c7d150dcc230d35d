import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removeChannel } from '../../../app/notice/channel/channels.ts'
import { readNote } from '../../../app/note/read-note.ts'
import { storyId } from '../../../db/seed/story-id.ts'
import { noticeSettingsOf, openNotices, type NoticeWorld } from '../../../tests/support/notice-world.ts'
import { idOf } from '../../../tests/support/people.ts'
import { testKeys } from '../../../tests/support/keys.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
})
afterEach(() => world.close())

const email = { channel: 'email', address: 'tindra@post.example' } as const
const sms = { channel: 'sms', address: '+46701740605' } as const
const neutral = 'Du har ett nytt meddelande. Logga in där du brukar.'
const push = () => ({ channel: 'push', address: JSON.stringify(world.post.push.subscribe()) }) as const

const outcomes = async () =>
  (await world.rows<{ outcome: string }>('select outcome from notice order by due_at, id')).map(
    ({ outcome }) => outcome,
  )

test('an address gets a code and nothing else before the code has been typed in', async () => {
  const id = await world.add('tindra', email)
  await world.notice()
  await world.send()
  const code = await world.rows<{ sealed_code: Buffer | null }>('select sealed_code from notice_delivery')
  expect(code).toEqual([{ sealed_code: null }])
  const [mail, ...more] = world.taken()
  expect(more).toEqual([])
  expect(mail).toMatchObject({
    to: 'tindra@post.example',
    subject: 'Din kod',
    text: expect.stringMatching(/^Din kod är \d{6}\. /) as string,
  })
  expect(await outcomes()).toEqual(['noChannel'])
  expect(id).toBeTruthy()
})

test('each channel that was chosen gets the same words, once', async () => {
  await world.addConfirmed('tindra', email)
  await world.addConfirmed('tindra', sms)
  await world.addConfirmed('tindra', push())
  await world.send()
  world.taken()
  await world.notice()
  await world.send()
  await world.send()
  const came = world.taken()
  expect(came.map(({ by, text }) => [by, text]).toSorted()).toEqual([
    ['email', neutral],
    ['push', neutral],
    ['sms', neutral],
  ])
  expect(came.find(({ by }) => by === 'sms')!.raw).toContain('dontlog=message')
  expect(await world.rows(`select state from notice_delivery where not is_code`)).toEqual([
    { state: 'sent' },
    { state: 'sent' },
    { state: 'sent' },
  ])
})

test('several notices of one person that are due together become one message', async () => {
  await world.addConfirmed('tindra', sms)
  await world.send()
  world.taken()
  for (const note of ['A1', 'A3', 'A4']) await world.notice({ id: storyId('note', note) })
  await world.send()
  expect(world.taken().map(({ text }) => text)).toEqual([neutral])
  expect(await outcomes()).toEqual(['planned', 'planned', 'planned'])
})

test('what was not chosen as a topic is not told, and nobody else is told at all', async () => {
  await world.addConfirmed('tindra', { ...sms, topics: ['survey'] })
  await world.addConfirmed('marie', { ...email, address: 'marie@post.example' })
  await world.send()
  world.taken()
  await world.notice()
  await world.send()
  expect(world.taken()).toEqual([])
  expect(await outcomes()).toEqual(['noChannel'])
})

test('what cannot be read any more is never told of: before it is laid out, and before it is sent', async () => {
  await world.addConfirmed('tindra', sms)
  await world.send()
  world.taken()
  const shut = () =>
    world.rows(`delete from disclosure where note_id = $1 and person_id = $2`, [
      storyId('note', 'A3'),
      idOf('tindra'),
    ])
  const away = { ...world.sending, senders: {} }
  await world.notice()
  await world.send(away)
  expect(await outcomes()).toEqual(['planned'])
  await shut()
  await world.notice()
  await world.send()
  expect(world.taken()).toEqual([])
  expect(await outcomes()).toEqual(['gone', 'gone'])
  expect(await world.rows(`select state from notice_delivery where not is_code`)).toEqual([
    { state: 'dropped' },
  ])
})

test('a channel that is taken away takes along what waits for it', async () => {
  const id = await world.addConfirmed('tindra', sms)
  await world.send()
  world.taken()
  await world.notice()
  await world.send({ ...world.sending, senders: {} })
  await world.stories.asPerson('tindra', (tx) => removeChannel(tx, id), world.now())
  await world.send()
  expect(world.taken()).toEqual([])
})

describe('quiet hours', () => {
  test.each([
    [
      'an evening in summer',
      '2026-09-15T21:30:00+02:00',
      '2026-09-16T06:59:00+02:00',
      '2026-09-16T07:00:00+02:00',
    ],
    [
      'the night when clocks go back',
      '2026-10-25T01:30:00+02:00',
      '2026-10-25T06:59:00+01:00',
      '2026-10-25T07:00:00+01:00',
    ],
    [
      'the night when clocks go forward',
      '2027-03-28T01:30:00+01:00',
      '2027-03-28T06:59:00+02:00',
      '2027-03-28T07:00:00+02:00',
    ],
  ])(
    '%s: a notice waits until seven by the clock on the wall, and a code does not',
    async (_when, at, still, then) => {
      await world.addConfirmed('tindra', sms)
      await world.send()
      world.setNow(at)
      await world.notice()
      await world.add('marie', { ...sms, address: '+46701740606' })
      world.taken()
      await world.send()
      expect(world.taken().map(({ to }) => to)).toEqual(['+46701740606'])
      world.setNow(still)
      await world.send()
      expect(world.taken()).toEqual([])
      world.setNow(then)
      await world.send()
      expect(world.taken().map(({ text }) => text)).toEqual([neutral])
    },
  )

  test('are the municipality’s own, and a message that has failed keeps to them too', async () => {
    await world.addConfirmed('tindra', sms)
    await world.send()
    await world.rows(`update municipality set quiet_from = '12:00', quiet_until = '13:00'`)
    world.setNow('2026-09-15T11:59:30+02:00')
    await world.notice()
    const dead = noticeSettingsOf({ ...world.settings, SMS_URL: 'https://localhost:9/' })
    await world.send({ ...dead, dataKeys: testKeys })
    world.taken()
    world.setNow('2026-09-15T12:30:00+02:00')
    await world.send()
    expect(world.taken()).toEqual([])
    world.setNow('2026-09-15T13:00:00+02:00')
    await world.send()
    expect(world.taken()).toHaveLength(1)
  })

  test('whoever has read it meanwhile is not woken for it', async () => {
    await world.addConfirmed('tindra', sms)
    await world.send()
    world.taken()
    world.setNow('2026-09-15T22:40:00+02:00')
    await world.notice()
    await world.stories.asPerson(
      'tindra',
      (tx) => readNote(tx, storyId('note', 'A3')),
      new Date('2026-09-15T23:00:00+02:00'),
    )
    world.setNow('2026-09-16T07:00:00+02:00')
    await world.send()
    expect(world.taken()).toEqual([])
    expect(await outcomes()).toEqual(['seen'])
  })
})

test('two workers at once send each message once', async () => {
  for (const who of ['tindra', 'marie', 'sara', 'peter'] as const) {
    await world.addConfirmed(who, { ...email, address: `${who}@post.example` })
  }
  await world.send()
  world.taken()
  for (const note of ['A1', 'A3', 'A4']) await world.notice({ id: storyId('note', note) })
  await world.notice({ who: 'marie', id: storyId('note', 'A1') })
  await Promise.all([world.send(), world.send(), world.send()])
  await world.send()
  expect(
    world
      .taken()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(['marie@post.example', 'tindra@post.example'])
})
