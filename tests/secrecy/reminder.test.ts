import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askedFor, documentOf, serviceCalls } from '../support/asking.ts'
import { idOf } from '../support/people.ts'
import { begin, loggedBy, record, requestOf } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const remind = (moment: string) => serviceCalls(stories, 'service_remind_signers', new Date(moment))

const notices = async () =>
  (
    await stories.owner.query<{ person_id: string; request_id: string; note_id: string | null }>(
      `select person_id, request_id, note_id from notice where kind = 'answerReminder' order by 1, 2`,
    )
  ).rows

/** Peter is asked on 15 September at nine for an answer by the end of the 20th; reminded at noon of the 20th. */
async function petersConsent(): Promise<{ id: string; documentId: string }> {
  // Nobody else has anything left to be reminded of.
  await stories.owner.query(`update signature_request set state = 'superseded'`)
  const documentId = await documentOf(stories, 'consent')
  return {
    id: await askedFor(stories, 'samira', { documentId, whom: 'peter', act: 'consent' }),
    documentId,
  }
}

const due = '2026-09-20T12:00:00+02:00'

test('whoever has not answered is reminded once, so many hours before the time is over', async () => {
  const { id } = await petersConsent()
  expect(await remind('2026-09-20T11:59:59+02:00')).toBe(0)
  expect(await remind(due)).toBe(1)
  expect(await remind(due)).toBe(0)
  expect(await remind('2026-09-20T23:00:00+02:00')).toBe(0)
  expect(await notices()).toEqual([{ person_id: idOf('peter'), request_id: id, note_id: null }])
  expect(await loggedBy(stories, 'remindedSigner')).toEqual([{ actor_id: null }])
})

test('the municipality sets the hours', async () => {
  await petersConsent()
  await stories.owner.query('update municipality set reminder_hours = 48')
  expect(await remind('2026-09-18T23:59:59+02:00')).toBe(0)
  expect(await remind('2026-09-19T00:00:00+02:00')).toBe(1)
})

test('nobody is reminded before half of the time has passed', async () => {
  await petersConsent()
  await stories.owner.query('update municipality set reminder_hours = 1000')
  const half = new Date((Date.parse('2026-09-15T09:00+02:00') + Date.parse('2026-09-21T00:00+02:00')) / 2)
  expect(await remind(new Date(half.getTime() - 1000).toISOString())).toBe(0)
  expect(await remind(half.toISOString())).toBe(1)
})

test('a receipt is reminded of before it is served otherwise', async () => {
  const id = await requestOf(stories, 'elias/custody', 'peter')
  await stories.owner.query(`update signature_request set state = 'superseded' where id <> $1`, [id])
  // Asked for at eight, to be served otherwise after 24 hours: reminded 12 hours before that.
  expect(await remind('2026-09-15T19:59:59+02:00')).toBe(0)
  expect(await remind('2026-09-15T20:00:00+02:00')).toBe(1)
})

test('two workers at once remind once', async () => {
  await petersConsent()
  const counts = await Promise.all(Array.from({ length: 8 }, () => remind(due)))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect(await notices()).toHaveLength(1)
})

test('a worker that is killed before it commits has reminded nobody, and the next one reminds', async () => {
  await petersConsent()
  const killed = stories.database.asService(new Date(due), async (tx) => {
    await sql`select service_remind_signers()`.execute(tx)
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await notices()).toEqual([])
  expect(await remind(due)).toBe(1)
})

const answers: [string, (id: string, documentId: string) => Promise<unknown>][] = [
  ['has signed', async (id) => record(stories, (await begin(stories, 'peter', id))!)],
  [
    'has signed and nobody has judged it yet',
    async (id) => {
      const intent = await begin(stories, 'peter', id)
      await stories.owner.query(
        `insert into signature_answer (municipality_id, intent_id, sealed)
         select municipality_id, id, 'x' from signature_intent where id = $1`,
        [intent],
      )
    },
  ],
  ['has said no', (id) => move(id, 'declined')],
  ['was asked no more', (id) => move(id, 'cancelled')],
  ['is asked of a newer version', (id) => move(id, 'superseded')],
  [
    'may read the title alone',
    (_, documentId) =>
      stories.owner.query(
        `update disclosure set level = 'title', title = 'x', ground = 'OSL 26:1', harm_assessment = 'x' where document_id = $1`,
        [documentId],
      ),
  ],
  [
    'has no custody any more',
    () =>
      stories.owner.query(
        `update case_party set valid = daterange(lower(valid), '2026-09-20') where person_id = $1`,
        [idOf('peter')],
      ),
  ],
  [
    'is shut out',
    () =>
      stories.owner.query(
        `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
         select municipality_id, $1, $2, '[2026-09-15,)', 'x', $3 from person where id = $2`,
        [idOf('elias'), idOf('peter'), idOf('jonas')],
      ),
  ],
]

const move = (id: string, state: string) =>
  stories.owner.query('update signature_request set state = $2 where id = $1', [id, state])

test.each(answers)('whoever %s is not reminded', async (_, happen) => {
  const { id, documentId } = await petersConsent()
  await happen(id, documentId)
  expect(await remind(due)).toBe(0)
  expect(await notices()).toEqual([])
})

test.each(answers.filter(([what]) => !/judged|custody|shut out/.test(what)))(
  'a reminder that has not been sent goes when its reader %s',
  async (_, happen) => {
    const { id, documentId } = await petersConsent()
    expect(await remind(due)).toBe(1)
    await happen(id, documentId)
    expect(await notices()).toEqual([])
    expect((await stories.owner.query('select from notice where request_id = $1', [id])).rowCount).toBe(0)
  },
)

test('what has run out is not reminded of', async () => {
  await petersConsent()
  expect(await remind('2026-09-21T00:00:00+02:00')).toBe(0)
})

test('a reminder is known to staff of the case alone, and to no person', async () => {
  await petersConsent()
  await remind(due)
  const seen = (who: 'samira' | 'mira') =>
    stories.asStaff(
      who,
      (tx) => tx.selectFrom('notice').where('kind', '=', 'answerReminder').select('id').execute(),
      new Date(due),
    )
  expect([(await seen('samira')).length, (await seen('mira')).length]).toEqual([1, 0])
})
