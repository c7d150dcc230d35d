import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ekdala, openNotices, type NoticeWorld } from '../../../tests/support/notice-world.ts'
import { addressHash, sealAddress } from '../../../app/notice/channel/sealed-channel.ts'
import { testKeys, testKeysText } from '../../../tests/support/keys.ts'
import { idOf } from '../../../tests/support/people.ts'
import { end, forkWorker, untilItWorks } from '../../../tests/support/worker-process.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
})
afterEach(() => world.close())

const until = { timeout: 120_000, interval: 50 }

/** A worker of notices in a process of its own. Its clock stands at the world's when it begins. */
async function startWorker() {
  const worker = forkWorker({
    ...world.settings,
    DATABASE_URL: world.stories.portalUrl,
    DATA_KEYS: testKeysText,
    WORKER_JOBS: 'notices',
    CLOCK: world.now().toISOString(),
    NODE_EXTRA_CA_CERTS: world.post.rootFile,
  })
  return untilItWorks(worker)
}

test(
  'killed between sending and writing it down, the worker sends again under the same id, and no more than that',
  { timeout: 300_000 },
  async () => {
    await world.addConfirmed('tindra', { channel: 'email', address: 'tindra@post.example' })
    await world.rows(`update notice_delivery set state = 'dropped', sealed_code = null`)
    await world.notice()
    // Writing down waits for whoever holds the row: the worker dies there.
    await world.rows(
      `create function hold() returns trigger language plpgsql as $$ begin perform pg_advisory_lock(77); return new; end $$`,
    )
    await world.rows(
      `create trigger hold before update on notice_delivery for each row when (new.state = 'sent') execute function hold()`,
    )
    await world.rows('select pg_advisory_lock(77)')
    const first = await startWorker()
    await expect.poll(() => world.post.received().length, until).toBe(1)
    await end(first, 'SIGKILL')
    await world.rows('select pg_advisory_unlock(77)')
    await world.rows('drop trigger hold on notice_delivery')
    expect(await world.rows('select state from notice_delivery where not is_code')).toEqual([
      { state: 'sending' },
    ])

    world.setNow(new Date(world.now().getTime() + 2 * 60_000))
    const second = await startWorker()
    const state = async () =>
      (await world.rows<{ state: string }>('select state from notice_delivery where not is_code'))[0]!.state
    await expect.poll(state, until).toBe('sent')
    await end(second, 'SIGTERM')
    const [one, again, ...more] = world.post.received()
    expect(more).toEqual([])
    expect(again!.id).toBe(one!.id)
  },
)

test(
  'killed at five moments while one notice goes out to sixty devices, nothing is missing, and what came again has one id',
  { timeout: 600_000 },
  async () => {
    const many = 60
    const kills = [8, 18, 28, 38, 48]
    await addDevices(many)
    let worker = await startWorker()
    for (const after of kills) {
      await expect.poll(() => world.post.received().length, until).toBeGreaterThanOrEqual(after)
      await end(worker, 'SIGKILL')
      // What it was sending is free again.
      world.setNow(new Date(world.now().getTime() + 3 * 60_000))
      worker = await startWorker()
    }
    const left = () => world.rows(`select from notice_delivery where state in ('waiting', 'sending')`)
    await expect.poll(async () => (await left()).length, until).toBe(0)
    await end(worker, 'SIGTERM')

    const came = world.post.received()
    const devices = new Set(came.map(({ to }) => to))
    // What was killed with its worker twice waits for an operator, whether it came or not.
    const [given] = await world.rows<{ up: number }>(
      `select count(*)::int as up from notice_delivery where state = 'failed'`,
    )
    expect(devices.size).toBeGreaterThanOrEqual(many - given!.up)
    // A kill lets go of the four that were being sent: each goes once more, and no other.
    expect(came.length).toBeLessThanOrEqual(many + kills.length * 4)
    for (const device of devices) {
      const ids = came.filter(({ to }) => to === device).map(({ id }) => id)
      expect(new Set(ids).size, device).toBe(1)
      expect(ids.length, device).toBeLessThanOrEqual(2)
    }
  },
)

/** One notice, to so many devices of one person. */
async function addDevices(many: number): Promise<void> {
  for (let number = 0; number < many; number++) {
    const channelId = randomUUID()
    const address = JSON.stringify(world.post.push.subscribe())
    await world.rows(
      `insert into notice_channel (municipality_id, id, person_id, channel, sealed_address, address_hash, wording, added_at, said_safe_at,
           confirmed_at) values ($1, $2, $3, 'push', $4, $5, 'neutral', $6, $6, $6)`,
      [
        ekdala,
        channelId,
        idOf('tindra'),
        sealAddress(address, channelId, testKeys),
        addressHash(address, testKeys),
        world.now(),
      ],
    )
  }
  await world.rows(`insert into notice_choice select municipality_id, id, 'news' from notice_channel`)
  await world.notice()
}
