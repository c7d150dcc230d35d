import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { keepAnswer, readDraft, sendAnswers } from '../../app/survey/answering'
import { invitationsOf } from '../../app/survey/invitation'
import { codeHash } from '../../app/survey/survey-code'
import { homeOf } from '../support/home-of'
import { testKeys } from '../support/keys'
import { municipalityId } from '../support/people'
import { afterRounds, openSurveyWorld, type SurveyWorld } from '../support/survey-world'

let world: SurveyWorld

beforeAll(async () => {
  world = await openSurveyWorld()
})
afterAll(() => world.close())

const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.stories.owner.query<Row>(text, values)).rows
const count = async (table: string, roundId: string) =>
  (await query<{ count: number }>(`select count(*) from ${table} where round_id = $1`, [roundId]))[0]!.count

test.each(['person', 'staff', 'service', 'respondent', 'together', 'portal'])(
  'role %s can name nothing in schema survey',
  async (role) => {
    const [right] = await query<{ usage: boolean; read: number }>(
      `select has_schema_privilege($1, 'survey', 'usage') as usage,
            (select count(*) from pg_class c where c.relnamespace = 'survey'::regnamespace and c.relkind = 'r'
                and has_table_privilege($1, c.oid, 'select, insert, update, delete'))::int as read`,
      [role],
    )
    expect(right).toEqual({ usage: false, read: 0 })
  },
)

test('no table of answers has a column for a person, a case, a code or a time', async () => {
  const columns = await query<{ table_name: string; columns: string }>(
    `select table_name, string_agg(column_name, ' ' order by ordinal_position) as columns from information_schema.columns
      where table_schema = 'survey' and table_name in ('response', 'free_text') group by 1 order by 1`,
  )
  expect(columns).toEqual([
    {
      table_name: 'free_text',
      columns: 'municipality_id id round_id instrument instrument_version item words',
    },
    { table_name: 'response', columns: 'municipality_id id round_id instrument instrument_version answers' },
  ])
})

test('nothing is put down before ten have answered; then all ten are, and no envelope is left', async () => {
  const [round] = await world.openRounds(1, 10)
  const { id, codes } = round!
  for (const code of codes.slice(0, 9)) await world.answer(code, { c1: 'good', c7: 'Det var bra.' })
  await world.mix()
  expect(await count('survey.response', id)).toBe(0)
  await world.answer(codes[9]!, { c1: 'veryGood' })
  await world.mix()
  expect(await count('survey.response', id)).toBe(10)
  expect(await count('survey.free_text', id)).toBe(9)
  expect(await count('survey.envelope', id)).toBe(0)
  expect((await world.responses(id)).flatMap(Object.keys)).not.toContain('c7')
})

test('what is too few for that is put down when the round is over, and what was begun is gone with the secret', async () => {
  const [round] = await world.openRounds(1, 5)
  const { id, codes } = round!
  for (const code of codes.slice(0, 4)) await world.answer(code, { c1: 'good' })
  await world.asRespondent(codes[4]!, (tx, opened) => keepAnswer(tx, opened, { item: 'c1', answer: 'good' }))
  await world.mix(new Date('2026-11-30T22:59:00Z'))
  expect(await count('survey.response', id)).toBe(0)
  await world.mix(afterRounds)
  expect(await count('survey.response', id)).toBe(4)
  await world.stories.database.asService(afterRounds, (tx) => sql`select service_forget_rounds()`.execute(tx))
  expect(await query('select sealed_secret from survey_round where id = $1', [id])).toEqual([
    { sealed_secret: null },
  ])
  expect(await query('select from survey.draft where code_hash = $1', [codeHash(codes[4]!)])).toEqual([])
})

test('an envelope that cannot be read stays, and holds up neither the ten others nor the next hour', async () => {
  const [round] = await world.openRounds(1, 12)
  const { id, codes } = round!
  for (const code of codes.slice(0, 10)) await world.answer(code, { c1: 'good' })
  await query(
    `update survey.envelope set sealed = '\\x00' where id = (select id from survey.envelope where round_id = $1 limit 1)`,
    [id],
  )
  await world.mix()
  expect(await count('survey.response', id)).toBe(0)
  await world.answer(codes[10]!, { c1: 'good' })
  await world.mix()
  await world.mix()
  expect(await count('survey.response', id)).toBe(10)
  expect(await count('survey.envelope', id)).toBe(1)
})

test('a batch that is killed in the middle leaves everything as it was, and the next one puts each answer down once', async () => {
  const [round] = await world.openRounds(1, 10)
  const { id, codes } = round!
  for (const code of codes) await world.answer(code, { c1: 'good', c7: 'ord' })
  await query(`create function survey.stumble() returns trigger language plpgsql as $$ begin
                 perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
               create trigger stumble before insert on survey.free_text for each row execute function survey.stumble()`)
  await expect(world.mix()).rejects.toThrow()
  await query('drop trigger stumble on survey.free_text')
  expect(await count('survey.response', id)).toBe(0)
  expect(await count('survey.envelope', id)).toBe(10)
  await world.mix()
  await world.mix()
  expect(await count('survey.response', id)).toBe(10)
})

test('two who send at once with one code: one is told that it is sent, one that it was already, and one answer is there', async () => {
  const [round] = await world.openRounds(1, 1)
  const { id, codes } = round!
  const send = () => world.asRespondent(codes[0]!, (tx, opened) => sendAnswers(tx, opened, testKeys))
  expect((await Promise.all([send(), send(), send()])).filter(Boolean)).toHaveLength(1)
  expect(await count('survey.envelope', id)).toBe(1)
})

test('two tabs that answer different questions at once lose nothing of each other', async () => {
  const [round] = await world.openRounds(1, 1)
  const [code] = round!.codes
  const keep = (item: string) =>
    world.asRespondent(code!, (tx, opened) => keepAnswer(tx, opened, { item, answer: 'good' }))
  expect(await Promise.all(['c1', 'c2', 'c3', 'c4'].map(keep))).toEqual(Array(4).fill('kept'))
  expect(await world.asRespondent(code!, readDraft)).toEqual({
    c1: 'good',
    c2: 'good',
    c3: 'good',
    c4: 'good',
  })
})

test.each([
  ['that was used', 'used'],
  ['whose round is over', 'over'],
  ['whose round has not begun', 'before'],
] as const)('with a code %s nothing can be read, kept or sent', async (_which, which) => {
  const [round] = await world.openRounds(1, 1)
  const [code] = round!.codes
  if (which === 'used') await world.answer(code!, { c1: 'good' })
  else await world.asRespondent(code!, (tx, opened) => keepAnswer(tx, opened, { item: 'c1', answer: 'good' }))
  const when = { used: undefined, over: afterRounds, before: new Date('2026-07-31T12:00:00Z') }[which]
  expect(await world.asRespondent(code!, readDraft, when)).toEqual({})
  expect(
    await world.asRespondent(
      code!,
      (tx, opened) => keepAnswer(tx, opened, { item: 'c1', answer: 'good' }),
      when,
    ),
  ).toBe('closed')
  expect(await world.answer(code!, {}, when)).toBe(false)
})

test('a code that was made up opens nothing', async () => {
  expect(await world.asRespondent('0000000000000000', () => Promise.resolve('in'))).toBeNull()
})

test('in another’s transaction the respondent’s functions do nothing, and in the respondent’s nothing else is reached', async () => {
  const [round] = await world.openRounds(1, 1)
  const hash = codeHash(round!.codes[0]!)
  await expect(
    world.stories.asPerson('henrik', (tx) => sql`select respondent_send(${hash}, '\\x00')`.execute(tx)),
  ).rejects.toThrow(/permission denied/)
  for (const table of [
    'survey.response',
    'survey_invitation',
    'person',
    'person_survey_invitation',
    'session',
  ])
    await expect(
      world.asRespondent(round!.codes[0]!, (tx) => sql`select * from ${sql.raw(table)}`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
})

test('what is kept of an answer has one size, whatever was said, and does not show what', async () => {
  const [round] = await world.openRounds(1, 3)
  const [a, b, c] = round!.codes as [string, string, string]
  const said = 'Alvas egna ord som ingen ska hitta'
  await world.asRespondent(a, (tx, opened) => keepAnswer(tx, opened, { item: 'c7', answer: said }))
  await world.asRespondent(b, (tx, opened) => keepAnswer(tx, opened, { item: 'c1', answer: 'good' }))
  await world.answer(c, { c7: said })
  const sizes = await query<{ size: number; shown: boolean }>(
    `select length(sealed) as size, position(convert_to($1, 'utf8') in sealed) > 0 as shown from survey.draft
      union all select length(sealed), position(convert_to($1, 'utf8') in sealed) > 0 from survey.envelope where round_id = $2`,
    [said, round!.id],
  )
  expect(sizes.filter(({ shown }) => shown)).toEqual([])
  const drafts = await query('select distinct length(sealed) from survey.draft')
  const envelopes = await query(
    `select distinct length(sealed) from survey.envelope where length(sealed) > 1`,
  )
  expect([drafts.length, envelopes.length]).toEqual([1, 1])
})

test('nothing that was said stands in the write-ahead log before it is mixed, and no job is written', async () => {
  const [round] = await world.openRounds(1, 10)
  const said = 'Ord som skulle synas i loggen'
  // What is written from here on is kept for us while the others' tests write on; what is older may go while it is read.
  await query(`select pg_create_physical_replication_slot('log_of_' || pg_backend_pid(), true, true)`)
  const jobs = await query('select count(*) from pgboss.job')
  for (const code of round!.codes) await world.answer(code, { c7: said })
  expect(await query('select count(*) from pgboss.job')).toEqual(jobs)
  const inLog = async () => {
    await query('select pg_switch_wal()')
    const [found] = await query<{ found: boolean }>(
      `select coalesce(bool_or(position(convert_to($1, 'utf8') in pg_read_binary_file('pg_wal/' || name, 0, size, true)) > 0), false) as found from pg_ls_waldir()`,
      [said],
    )
    return found!.found
  }
  expect(await inLog()).toBe(false)
  await world.mix()
  expect(await inLog()).toBe(true)
})

test('each sees what they were asked themself, while they may answer, and it is the same after they have', async () => {
  const municipality = municipalityId('ekdala')
  const list = async (who: 'henrik' | 'lina' | 'marie', when?: Date) =>
    invitationsOf((await homeOf(world.stories, who, when)).invitations, {
      municipalityId: municipality,
      dataKeys: testKeys,
    })
  const [henriks] = await list('henrik')
  expect(henriks).toMatchObject({ instrument: 'family-treatment-carer', closesOn: '2026-09-16' })
  expect((await list('lina'))[0]!.code).not.toBe(henriks!.code)
  expect(await list('marie')).toEqual([])
  expect(await list('henrik', new Date('2026-09-16T23:59:00+02:00'))).toHaveLength(1)
  expect(await list('henrik', new Date('2026-09-17T00:00:00+02:00'))).toEqual([])
})

test('the worker puts down one response for each envelope it took, of its own round', async () => {
  const [round, other] = await world.openRounds(2, 11)
  for (const code of round!.codes.slice(0, 10)) await world.answer(code, { c1: 'good' })
  await world.answer(other!.codes[0]!, { c1: 'good' })
  const ids = async (id: string) =>
    (await query<{ id: string }>('select id from survey.envelope where round_id = $1', [id])).map(
      (row) => row.id,
    )
  const [own, foreign] = [await ids(round!.id), await ids(other!.id)]
  const put = (envelopes: string[], responses: number) =>
    world.stories.database.asService(new Date('2026-09-15T09:00:00+02:00'), (tx) =>
      sql`select service_put_responses(${municipalityId('ekdala')}, ${round!.id}, 'child', 1, ${envelopes}::uuid[],
            ${Array(responses).fill('{"c1": "good"}')}::jsonb[], '{}'::jsonb[])`.execute(tx),
    )
  await expect(put(own, 11)).rejects.toMatchObject({ code: '23514' })
  await expect(put([...own.slice(1), foreign[0]!], 10)).rejects.toMatchObject({ code: '23514' })
  await expect(put([...own.slice(1), own[1]!], 10)).rejects.toMatchObject({ code: '23514' })
  expect(await count('survey.response', round!.id)).toBe(0)
  await put(own, 10)
  expect(await count('survey.response', round!.id)).toBe(10)
})
