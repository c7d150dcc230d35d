import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listUntold } from '../../../app/survey/results/tell-survey.ts'
import { storyId } from '../../../db/seed/story-id.ts'
import { municipalityId } from '../../../tests/support/people.ts'
import { openStories, type Stories } from '../../../tests/support/stories.ts'
import { instruments } from '../../../tests/support/survey-world.ts'
import { tellRounds } from './tell-rounds.ts'

const municipality = municipalityId('ekdala')
const roundId = storyId('survey_round', 'told in a test')
const over = new Date('2024-09-01T09:00:00+02:00')

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
beforeEach(async () => {
  await stories.owner.query(`
    delete from survey_figure where round_id = '${roundId}' or telling_id in (select id from survey_telling where year = 2024);
    delete from survey_telling where year = 2024;
    delete from survey_text where round_id = '${roundId}';
    delete from survey.free_text where round_id = '${roundId}';
    delete from survey.envelope where round_id = '${roundId}';
    delete from survey.response where round_id = '${roundId}';
    delete from survey_round where id = '${roundId}'`)
  await stories.owner.query(
    `insert into survey_round (municipality_id, id, unit_id, year, season, opens_on, offers_until, closes_on)
       values ($1, $2, $3, 2024, 'spring', '2024-01-01', '2024-07-31', '2024-08-21')`,
    [municipality, roundId, storyId('unit', 'family')],
  )
})
afterAll(() => stories.close())

/** So many gave each answer to the child's first question. */
async function answered(counts: Record<string, number>, instrument = 'child') {
  for (const [option, count] of Object.entries(counts)) {
    await stories.owner.query(
      `insert into survey.response (municipality_id, round_id, instrument, instrument_version, answers)
         select $1, $2, $3, 1, jsonb_build_object('c1', $4::text) from generate_series(1, $5)`,
      [municipality, roundId, instrument, option, count],
    )
  }
}

async function tell(now = over, forms = instruments): Promise<string[]> {
  const lines: string[] = []
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) })
  await tellRounds({ database: stories.database, now: () => now, log }, forms)
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
}

type Row = { option: string | null; answers: number | null; counted: number | null; leaning: string | null }

async function figures(): Promise<string[]> {
  const { rows } = await stories.owner.query<Row>(
    `select option, answers, counted, leaning from survey_figure where round_id = $1 order by option nulls first`,
    [roundId],
  )
  return rows.map(
    ({ option, answers, counted, leaning }) =>
      `${option ?? 'positive'}: ${counted ?? leaning ?? '..'} of ${answers ?? '..'}`,
  )
}

describe('a season', () => {
  test('that is over is told, and its answers are not asked again', async () => {
    await answered({ veryGood: 12, good: 8, notSoGood: 6, notGoodAtAll: 5 })
    expect(await tell()).toEqual(['survey told'])
    const told = [
      'positive: 20 of 31',
      'good: 8 of 31',
      'notGoodAtAll: 5 of 31',
      'notSoGood: 6 of 31',
      'veryGood: 12 of 31',
    ]
    expect(await figures()).toEqual(told)
    await answered({ veryGood: 40 })
    expect(await tell()).toEqual([])
    expect(await figures()).toEqual(told)
  })

  test('with four answers tells nothing', async () => {
    await answered({ veryGood: 2, good: 2 })
    await tell()
    expect(await figures()).toEqual([])
  })

  test.each<[string, string, number]>([
    ['on its last day is not told', '2024-08-21T22:30:00+02:00', 0],
    [
      'on the day after is not told: its last answers may not have been mixed',
      '2024-08-22T23:00:00+02:00',
      0,
    ],
    ['on the next is told', '2024-08-23T00:01:00+02:00', 1],
  ])('%s', async (_when, now, told) => {
    await answered({ veryGood: 40, notSoGood: 20 })
    expect(await tell(new Date(now))).toHaveLength(told)
  })

  test('whose answers have not all been mixed waits for them, for a week', async () => {
    await answered({ veryGood: 40, notSoGood: 20 })
    await stories.owner.query(
      `insert into survey.envelope (municipality_id, round_id, instrument, instrument_version, sealed)
         values ($1, $2, 'child', 1, 'not read')`,
      [municipality, roundId],
    )
    expect(await tell(new Date('2024-08-28T09:00:00+02:00'))).toEqual([])
    expect(await tell(new Date('2024-08-29T09:00:00+02:00'))).toEqual(['survey told'])
  })

  test('whose form is missing waits for it, and the others are told', async () => {
    await answered({ veryGood: 40, notSoGood: 20 }, 'our-own-form')
    expect(await tell()).toEqual(['a survey cannot be told'])
    const own = { ...instruments.find(({ id }) => id === 'child')!, id: 'our-own-form' }
    expect(await tell(over, [...instruments, own])).toEqual(['survey told'])
    expect(await figures()).toContain('positive: 40 of 60')
  })

  test('told twice at once is told once', async () => {
    await answered({ veryGood: 40, notSoGood: 20 })
    await Promise.all([tell(), tell()])
    expect(await figures()).toHaveLength(1)
  })
})

test.each([
  ['four have answered stays where nobody reads it', { veryGood: 4 }, { left: 1, moved: [] }],
  [
    'five have answered waits for its reviewer, its name marked',
    { veryGood: 5 },
    {
      left: 0,
      moved: [{ words: 'Jag gillar Karin.', marks: [{ start: 11, end: 16 }], state: 'waiting', shown: null }],
    },
  ],
])('a text of a form that %s', async (_which, counts, expected) => {
  await answered(counts)
  await stories.owner.query(
    `insert into survey.free_text (municipality_id, round_id, instrument, instrument_version, item, words)
       values ($1, $2, 'child', 1, 'c7', 'Jag gillar Karin.')`,
    [municipality, roundId],
  )
  await tell()
  const { rows: left } = await stories.owner.query(`select from survey.free_text where round_id = $1`, [
    roundId,
  ])
  const { rows: moved } = await stories.owner.query(
    `select words, marks, state, shown from survey_text where round_id = $1`,
    [roundId],
  )
  expect({ left: left.length, moved }).toEqual(expected)
})

describe('the database refuses', () => {
  const insert = async (values: string) => {
    const { rows } = await stories.owner.query<{ id: string }>(
      `insert into survey_telling (municipality_id, year, season, told_on, fewest) values ($1, 2024, 'spring', '2024-09-01', 5) returning id`,
      [municipality],
    )
    return stories.owner.query(
      `insert into survey_figure (municipality_id, telling_id, round_id, instrument, instrument_version, item, answers, counted, leaning)
         values ('${municipality}', '${rows[0]!.id}', '${roundId}', 'child', 1, 'c1', ${values})`,
    )
  }

  test.each([
    ['nine answers', '9, null, null'],
    ['four who are positive', '30, 4, null'],
    ['four who are not', '30, 26, null'],
    ['a number of those who are positive without all', 'null, 20, null'],
    ['a leaning beside the number', '30, 20, $$most$$'],
  ])('%s', async (_what, values) => {
    await expect(insert(values)).rejects.toMatchObject({ code: '23514' })
  })

  test('what is below a limit that the municipality’s law has raised', async () => {
    await stories.owner.query(`update statistics_minimum set minimum = 8 where counted = 'people'`)
    try {
      await expect(insert('30, 7, null')).rejects.toMatchObject({ code: '23514' })
    } finally {
      await stories.owner.query(`update statistics_minimum set minimum = 5 where counted = 'people'`)
    }
  })

  test('to tell anybody but the worker what has been answered', async () => {
    const asked = stories.asStaff('jonas', (tx) => listUntold(tx as never))
    await expect(asked).rejects.toThrow(/permission denied/)
  })
})

test('staff read what their own unit and the municipality have told, and nothing of another unit', async () => {
  const read = (who: 'jonas' | 'hanna' | 'eva') =>
    stories.asStaff(who, (tx) => tx.selectFrom('staff_survey_figure').select('round_id').distinct().execute())
  const { rows: own } = await stories.owner.query<{ id: string }>(
    `select id from survey_round where unit_id = $1 and id in (select round_id from survey_figure)`,
    [storyId('unit', 'family')],
  )
  const seen = (await read('jonas')).map(({ round_id }) => round_id)
  expect(seen.filter((id) => id !== null).toSorted()).toEqual(own.map(({ id }) => id).toSorted())
  expect(seen).toContain(null)
  expect((await read('hanna')).map(({ round_id }) => round_id)).not.toContain(own[0]!.id)
  expect(await read('eva')).toEqual([])
})
