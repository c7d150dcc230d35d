import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listDeadLetters, retryDeadLetter } from '../../../db/dead-letters.ts'
import { storyId } from '../../../db/seed/story-id.ts'
import { noticeSettingsOf, openNotices, type NoticeWorld } from '../../../tests/support/notice-world.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import { startMailServer } from '../../demo/post/mail-server.ts'
import { serverCertificate } from '../../demo/post/certificate.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
})
afterEach(() => world.close())

const email = { channel: 'email', address: 'tindra@post.example' } as const
const push = () => ({ channel: 'push', address: JSON.stringify(world.post.push.subscribe()) }) as const

const outcomes = async () =>
  (await world.rows<{ outcome: string }>('select outcome from notice order by due_at, id')).map(
    ({ outcome }) => outcome,
  )

test('a mail server that is away for an hour: nothing is lost, and nothing comes twice', async () => {
  await world.addConfirmed('tindra', email)
  await world.addConfirmed('marie', { ...email, address: 'marie@post.example' })
  await world.send()
  world.taken()
  const dead = {
    ...noticeSettingsOf({ ...world.settings, SMTP_URL: 'smtp://localhost:9' }),
    dataKeys: testKeys,
  }
  await world.notice()
  await world.notice({ who: 'marie', id: storyId('note', 'A1') })
  for (let minute = 0; minute < 60; minute += 5) {
    world.setNow(new Date(Date.parse('2026-09-15T09:00:00+02:00') + minute * 60_000))
    await world.send(dead)
  }
  expect(world.taken()).toEqual([])
  for (let minute = 60; minute < 90; minute += 5) {
    world.setNow(new Date(Date.parse('2026-09-15T09:00:00+02:00') + minute * 60_000))
    await world.send()
  }
  expect(
    world
      .taken()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(['marie@post.example', 'tindra@post.example'])
  expect(world.log.join('')).not.toMatch(/post\.example|tindra/i)
})

test('an address that the mail server does not know is stopped at once, and the person is told inside', async () => {
  await world.addConfirmed('tindra', { ...email, address: 'studsar@post.example' })
  await world.rows(`update notice_delivery set state = 'dropped', sealed_code = null where is_code`)
  await world.notice()
  await world.send()
  expect(await world.rows('select stopped_because from notice_channel')).toEqual([
    { stopped_because: 'bounced' },
  ])
  const seen = await world.stories.asPerson(
    'tindra',
    (tx) => tx.selectFrom('person_notice_channel').select('stopped_at').execute(),
    world.now(),
  )
  expect(seen).toEqual([{ stopped_at: world.now() }])
  await world.notice()
  await world.send()
  expect((await outcomes()).toSorted()).toEqual(['noChannel', 'planned'])
})

test('a browser that has taken the permission back is stopped as gone', async () => {
  const subscription = world.post.push.subscribe()
  await world.addConfirmed('tindra', { channel: 'push', address: JSON.stringify(subscription) })
  world.post.push.forget(subscription.endpoint)
  await world.notice()
  await world.send()
  expect(await world.rows('select stopped_because from notice_channel')).toEqual([
    { stopped_because: 'gone' },
  ])
})

test('a push to somebody’s own network is never made', async () => {
  const settings = { ...world.settings, PUSH_ALLOW_PRIVATE: '' }
  await world.addConfirmed('tindra', push())
  await world.notice()
  await world.send({ ...noticeSettingsOf(settings), dataKeys: testKeys })
  expect(world.taken()).toEqual([])
  expect(await world.rows('select stopped_because from notice_channel')).toEqual([
    { stopped_because: 'gone' },
  ])
})

test('a server whose certificate nobody vouches for gets nothing', async () => {
  await world.addConfirmed('tindra', email)
  await world.send()
  world.taken()
  const other = await serverCertificate(`${dirname(world.post.rootFile)}/other`)
  const received: unknown[] = []
  const list = { all: () => [], add: (one: unknown) => void received.push(one) }
  const stranger = await startMailServer({
    port: 0,
    certificate: other,
    password: 'of-tests',
    received: list,
    now: world.now,
  })
  await world.notice()
  const SMTP_URL = `smtp://demo:of-tests@localhost:${stranger.port}`
  await world.send({ ...noticeSettingsOf({ ...world.settings, SMTP_URL }), dataKeys: testKeys })
  await stranger.close()
  expect(received).toEqual([])
  expect(await world.rows(`select state, may_be_sent from notice_delivery where not is_code`)).toEqual([
    { state: 'waiting', may_be_sent: false },
  ])
})

test('what cannot be sent for two days waits for an operator, and goes when it is sent again', async () => {
  await world.addConfirmed('tindra', email)
  await world.send()
  world.taken()
  const dead = {
    ...noticeSettingsOf({ ...world.settings, SMTP_URL: 'smtp://localhost:9' }),
    dataKeys: testKeys,
  }
  await world.notice()
  await world.send(dead)
  world.setNow('2026-09-17T10:00:00+02:00')
  await world.send(dead)
  const [letter, ...more] = await world.stories.database.asService(world.now(), listDeadLetters)
  expect(more).toEqual([])
  expect(letter).toMatchObject({ queue: 'notices', errorCode: expect.stringMatching(/^E[A-Z]+$/) as string })
  await world.send()
  expect(world.taken()).toEqual([])
  expect(await world.stories.database.asService(world.now(), (tx) => retryDeadLetter(tx, letter!.id))).toBe(
    true,
  )
  await world.send()
  expect(world.taken()).toHaveLength(1)
})
