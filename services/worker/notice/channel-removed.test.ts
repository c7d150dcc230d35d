import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ekdala, openNotices, type NoticeWorld } from '../../../tests/support/notice-world.ts'
import { secondOwner } from '../../../tests/support/second-owner.ts'
import { untilItHangs } from '../../../tests/support/until-it-hangs.ts'

let world: NoticeWorld
beforeEach(async () => {
  world = await openNotices()
})
afterEach(() => world.close())

test.each([
  ['comes back', 'service_delivery_bounced', sql`1, 'bounced'`],
  ['is told not to have arrived', 'service_delivery_receipt', sql`false`],
])(
  'a message that %s while its channel is removed goes with it, and nobody waits for the other',
  async (_what, name, rest) => {
    const channel = await world.addConfirmed('tindra', { channel: 'sms', address: '+46701740605' })
    await world.send()
    await world.notice()
    const [claimed] = await claim()
    const holder = await secondOwner(world.stories)
    try {
      await holder.query('begin')
      await holder.query('select from notice_channel where id = $1 for update', [channel])
      const told = world.stories.database.asService(world.now(), (tx) =>
        sql`select ${sql.raw(name)}(${ekdala}::uuid, ${claimed!.delivery_id}::uuid, ${rest})`.execute(tx),
      )
      await untilItHangs(world.stories, name)
      await holder.query('delete from notice_channel where id = $1', [channel])
      await holder.query('commit')
      await told
    } finally {
      await holder.end()
    }
    expect(await world.rows('select from notice_delivery where channel_id = $1', [channel])).toEqual([])
  },
)

async function claim() {
  return world.stories.database.asService(world.now(), async (tx) => {
    await sql`select service_plan_notices()`.execute(tx)
    const { rows } = await sql<{
      delivery_id: string
    }>`select delivery_id from service_claim_delivery('{sms}')`.execute(tx)
    return rows
  })
}
