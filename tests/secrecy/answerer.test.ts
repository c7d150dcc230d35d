import { afterEach, beforeEach, expect, test } from 'vitest'
import { findUnitQuestions } from '../../app/case/staff/unit-questions'
import { listWaiting } from '../../app/case/staff/today-waiting'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { alvasCase, eliasCase, novasCase } from '../support/asked.ts'
import { askQuestion, goAway } from '../support/asked-question.ts'
import { idOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

// Who answers, as staff's lists and the person's pages have it from one rule. Mira leads Tindra's case, Samira is its deputy, Jonas
// leads the unit.
let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

type Answerer = 'mira' | 'samira' | 'jonas'
type Row = { what: string; answers: Answerer; change: () => Promise<unknown> }

const away = async (...who: StaffKey[]) => {
  for (const each of who) await goAway(stories, each, '2026-09-15', '2026-10-02')
}
const end = (who: StaffKey, on: string) =>
  stories.owner.query(
    `update caseworker_assignment set valid = daterange(lower(valid), $2) where staff_id = $1`,
    [idOf(who), on],
  )
const leave = (who: StaffKey, on: string) =>
  stories.owner.query(`update staff_member set employed = daterange(lower(employed), $2) where id = $1`, [
    idOf(who),
    on,
  ])

const rules: Row[] = [
  { what: 'the lead', answers: 'mira', change: () => Promise.resolve() },
  { what: 'the deputy while the lead is away', answers: 'samira', change: () => away('mira') },
  {
    what: 'the leader of the unit while both are away',
    answers: 'jonas',
    change: () => away('mira', 'samira'),
  },
  { what: 'the lead when all are away', answers: 'mira', change: () => away('mira', 'samira', 'jonas') },
  { what: 'the lead while the deputy is away', answers: 'mira', change: () => away('samira') },
  {
    what: 'the deputy when the lead has the case no more',
    answers: 'samira',
    change: () => end('mira', '2026-09-15'),
  },
  { what: 'the lead on their last day', answers: 'mira', change: () => end('mira', '2026-09-16') },
  { what: 'the deputy when the lead has left', answers: 'samira', change: () => leave('mira', '2026-09-15') },
  {
    what: 'the leader of the unit when nobody has the case',
    answers: 'jonas',
    change: async () => {
      await end('mira', '2026-09-15')
      await leave('samira', '2026-09-15')
    },
  },
  {
    what: 'nobody who leads another unit, but the lead, when the leader has left and all are away',
    answers: 'mira',
    change: async () => {
      await away('mira', 'samira')
      await leave('jonas', '2026-09-15')
      await stories.owner.query(`update staff_member set role = 'teamLeader' where id = $1`, [idOf('hanna')])
    },
  },
]

test.each(rules)('$what answers', async ({ answers, change }) => {
  const { threadId } = await askQuestion(stories)
  await change()
  for (const who of ['mira', 'samira', 'jonas'] as const) {
    // Who has left is let in no more, and so has no list.
    const list = await stories.asStaff(who, (tx) => listWaiting(tx)).catch(() => [])
    expect([who, list.some(({ id }) => id === threadId)]).toEqual([who, who === answers])
  }
  const told = await caseworkersOf('tindra')
  expect(told.filter((each) => each.answers).map(({ given_name: name }) => name.toLowerCase())).toEqual([
    answers,
  ])
})

test('an absence begins and ends with its days in Sweden', async () => {
  await goAway(stories, 'mira', '2026-09-21', '2026-10-02')
  const answering = async (moment: string) =>
    (await caseworkersOf('tindra', new Date(moment))).find((each) => each.answers)?.given_name
  expect(await answering('2026-09-20T21:59:00Z')).toBe('Mira')
  expect(await answering('2026-09-20T22:00:00Z')).toBe('Samira')
  expect(await answering('2026-10-02T21:59:00Z')).toBe('Samira')
  expect(await answering('2026-10-02T22:00:00Z')).toBe('Mira')
})

test('the person is told until when and who, and of nobody in a case that is not theirs', async () => {
  await away('mira')
  expect(await caseworkersOf('tindra')).toMatchObject([
    { given_name: 'Mira', is_away: true, away_until: '2026-10-02', answers: false },
    { given_name: 'Samira', is_away: false, away_until: null, answers: true },
  ])
  // Mira is deputy of Alva's case: there she is told of as away. Peter and Leo hear nothing of her.
  for (const who of ['peter', 'leo'] as const)
    expect((await caseworkersOf(who)).some(({ is_away: isAway }) => isAway)).toBe(false)
})

test('the list says for whom, and a colleague’s question in a case of one’s own who answers it', async () => {
  await askQuestion(stories, { answerBy: '2026-09-17' })
  await away('mira')
  expect(await stories.asStaff('samira', (tx) => listWaiting(tx))).toMatchObject([
    { answerBy: '2026-09-17', daysLeft: 2, forName: 'Mira', answerer: null },
  ])
})

test('what is to be answered first stands first', async () => {
  const [late, today, none] = [
    await askQuestion(stories, { answerBy: '2026-09-14', at: '2026-09-09T10:00:00+02:00' }),
    await askQuestion(stories, { answerBy: '2026-09-15', at: '2026-09-08T10:00:00+02:00' }),
    await askQuestion(stories, { answerBy: null, at: '2026-09-01T10:00:00+02:00' }),
  ]
  const list = await stories.asStaff('mira', (tx) => listWaiting(tx))
  expect(list.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
    [late.threadId, -1],
    [today.threadId, 0],
    [none.threadId, null],
  ])
})

test('the leader of a unit sees what is late in it and who should answer; nobody else sees such a list', async () => {
  const late = await askQuestion(stories, { answerBy: '2026-09-14' })
  await askQuestion(stories, { answerBy: '2026-09-15' })
  await askQuestion(stories, { person: 'peter', caseId: eliasCase, answerBy: '2026-09-18' })
  await askQuestion(stories, { person: 'johan', caseId: novasCase, answerBy: '2026-09-10' })
  expect(await stories.asStaff('jonas', findUnitQuestions)).toEqual({
    waiting: 3,
    lateCount: 1,
    late: [
      {
        id: late.threadId,
        what: 'question',
        appointmentId: null,
        fromName: 'Tindra Ek',
        answerBy: '2026-09-14',
        daysLeft: -1,
        answerer: 'Mira',
      },
    ],
  })
  for (const who of ['mira', 'samira', 'olle', 'hanna', 'eva', 'nils'] as const)
    expect(await stories.asStaff(who, findUnitQuestions)).toBeNull()
})

test('who comes new to a case sees all that waits there, and who has left it nothing', async () => {
  const { threadId } = await askQuestion(stories, { person: 'henrik', caseId: alvasCase })
  await stories.owner.query(
    `update caseworker_assignment set valid = daterange(lower(valid), '2026-09-15') where case_id = $1 and kind = 'lead'`,
    [alvasCase],
  )
  await stories.owner.query(
    `insert into caseworker_assignment (municipality_id, case_id, staff_id, kind, valid)
     select municipality_id, case_id, $2, 'lead', '[2026-09-15,)' from caseworker_assignment where case_id = $1 and kind = 'lead'`,
    [alvasCase, idOf('samira')],
  )
  const seen = async (who: StaffKey) =>
    (await stories.asStaff(who, (tx) => listWaiting(tx))).some(({ id }) => id === threadId)
  expect([await seen('samira'), await seen('olle'), await seen('mira')]).toEqual([true, false, false])
})

function caseworkersOf(who: PersonKey, when?: Date) {
  return stories.asPerson(
    who,
    (tx) =>
      tx
        .selectFrom('person_caseworker')
        .select(['given_name', 'is_away', 'away_until', 'answers'])
        .orderBy('kind', 'desc')
        .execute(),
    when,
  )
}
