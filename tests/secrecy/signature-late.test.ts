import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { idOf } from '../support/people.ts'
import { begin, requestOf, stateOf } from '../support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

const contact = 'elias/place-and-contact'
/** Ten past twelve in the night after the stories' day. */
const afterMidnight = new Date('2026-09-16T00:10:00+02:00')

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

/** An answer that came so many minutes before it is judged. */
async function answered(minutes: number): Promise<{ id: string; municipality: string; intent: string }> {
  const id = await requestOf(stories, contact, 'peter')
  const intent = (await begin(stories, 'peter', id))!
  const { rows } = await stories.owner.query<{ municipality: string }>(
    `insert into signature_answer (municipality_id, intent_id, sealed, received_at)
     select municipality_id, id, 'x', now() - make_interval(mins => $2) from signature_intent where id = $1
     returning municipality_id as municipality`,
    [intent, minutes],
  )
  return { id, intent, ...rows[0]! }
}

const recorded = ({ municipality, intent }: Awaited<ReturnType<typeof answered>>, when: Date) =>
  stories.database.asService(when, async (tx) => {
    const { rows: asked } = await sql<{ answered_on: string; parts: unknown }>`
      select answered_on, parts from service_signature_to_judge(${municipality}::uuid, ${intent}::uuid)`.execute(
      tx,
    )
    const windows = JSON.stringify([{ part: 1, last_day: '2026-10-06' }])
    const { rows } = await sql<{ rule: string | null }>`
      select service_record_signature(${municipality}::uuid, ${intent}::uuid, 'digest', 'verdict', ${windows}::jsonb) as rule`.execute(
      tx,
    )
    return { on: asked[0]!.answered_on, rule: rows[0]!.rule }
  })

const windows = async () => {
  const { rows } = await stories.owner.query<{ received_on: string }>('select received_on from appeal_window')
  return rows.map(({ received_on: day }) => day)
}

test('whoever signs before midnight has received the decision that day, though it is judged after', async () => {
  const answer = await answered(20)
  expect(await recorded(answer, afterMidnight)).toEqual({ on: '2026-09-15', rule: null })
  expect(await windows()).toEqual(['2026-09-15'])
  const { rows } = await stories.owner.query<{ signed_at: Date }>('select signed_at from signature_evidence')
  expect(rows[0]!.signed_at.toISOString().slice(0, 15)).toBe('2026-09-15T21:4')
})

test('whoever signs after midnight has received it the new day', async () => {
  expect(await recorded(await answered(5), afterMidnight)).toEqual({ on: '2026-09-16', rule: null })
  expect(await windows()).toEqual(['2026-09-16'])
})

test.each([
  ['the time to answer', `update signature_request set answer_by = '2026-09-16 00:00+02'`],
  [
    'custody',
    `update case_party set valid = daterange(lower(valid), '2026-09-16') where person_id = '${idOf('peter')}'`,
  ],
])('a signature that came while %s still ran is not lost to its end', async (_, end) => {
  const [intime, late] = [20, 5]
  await stories.owner.query(end)
  expect((await recorded(await answered(late), afterMidnight)).rule).toBe('request-closed')
  expect((await recorded(await answered(intime), afterMidnight)).rule).toBeNull()
})

test('a request does not end by itself while an answer waits to be judged', async () => {
  const answer = await answered(20)
  await stories.owner.query(`update signature_request set answer_by = '2026-09-16 00:00+02' where id = $1`, [
    answer.id,
  ])
  const expire = () =>
    stories.database.asService(afterMidnight, (tx) =>
      sql`select service_expire_signature_requests()`.execute(tx),
    )
  await expire()
  expect(await stateOf(stories, answer.id)).toBe('asked')
  await stories.database.asService(storyTime, (tx) =>
    sql`select service_refuse_signature(${answer.municipality}::uuid, ${answer.intent}::uuid, 'signer')`.execute(
      tx,
    ),
  )
  await expire()
  expect(await stateOf(stories, answer.id)).toBe('expired')
})
