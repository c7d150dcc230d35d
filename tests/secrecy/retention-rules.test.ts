import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { municipalityId } from '../support/people.ts'
import {
  addCase,
  addPerson,
  decideRetention,
  ekdala,
  eraseOn,
  isThere,
  judged,
  settle,
  type MadeCase,
} from '../support/retention-world.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})
beforeEach(() => decideRetention(stories))
afterAll(() => stories.close())

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const closed = '2026-06-30'

// The day from which each may go. A time of years ends on the day with the same number (lag 1930:173 1 §): it may go the day after.
test.each<[why: string, made: MadeCase, rule: string, mayGo: string]>([
  ['what a case holds goes five years after it was closed', {}, 'compilation', '2031-07-01'],
  [
    'or after its last note, when that came later',
    { notes: [['phoneCall', '2026-09-01T23:30:00+02:00']] },
    'personalRecord',
    '2031-09-02',
  ],
  ['on Swedish days', { notes: [['phoneCall', '2026-09-01T22:30:00Z']] }, 'personalRecord', '2031-09-03'],
  [
    'a time that began on 29 February ends on the last of the month',
    { closed: '2028-02-29' },
    'compilation',
    '2033-03-01',
  ],
  [
    'a report that led to no investigation goes after five years',
    {
      stages: [
        ['report', '2026-01-10'],
        ['noInvestigation', closed],
      ],
    },
    'noInvestigation',
    '2031-07-01',
  ],
  [
    'an investigation of a child is kept until the child is 30',
    { stages: [['investigation', '2026-01-20']] },
    'childInvestigation',
    '2042-05-02',
  ],
  [
    'also where the report first led to nothing',
    {
      stages: [
        ['noInvestigation', '2026-01-12'],
        ['investigation', '2026-02-01'],
      ],
    },
    'childInvestigation',
    '2042-05-02',
  ],
  [
    'what was decided of a child was investigated',
    { stages: [['decision', '2026-02-01']] },
    'childInvestigation',
    '2042-05-02',
  ],
  [
    'whoever is born on 29 February is 30 on 1 March',
    { born: '2012-02-29', stages: [['investigation', '2026-01-20']] },
    'childInvestigation',
    '2042-03-01',
  ],
  [
    'whose birthday is not known is not older than can be',
    { born: ['2012-01-01', '2012-01-04'], stages: [['investigation', '2026-01-20']] },
    'childInvestigation',
    '2042-01-04',
  ],
  [
    'whoever was of age when the case was opened is no child',
    { born: '2008-01-10', stages: [['investigation', '2026-01-20']] },
    'compilation',
    '2031-07-01',
  ],
  [
    'but the day before they were',
    { born: '2008-01-11', stages: [['investigation', '2026-01-20']] },
    'childInvestigation',
    '2038-01-11',
  ],
  [
    'a late note in an old investigation is kept five years, too',
    {
      born: '2008-01-11',
      stages: [['investigation', '2026-01-20']],
      closed: '2037-01-01',
      notes: [['phoneCall', '2037-02-01T12:00:00Z']],
    },
    'personalRecord',
    '2042-02-02',
  ],
  [
    'an agreement on custody is kept until the child is 18',
    { born: '2016-05-02', documents: [['familyAgreement', '2026-03-01']] },
    'agreement',
    '2034-05-02',
  ],
])('%s', async (_why, made, rule, mayGo) => {
  const id = await addCase(stories, made)
  expect(await judged(stories, id, '2027-01-01')).toEqual({ ground: 'rule', rule, earliest_on: mayGo })
  expect(await eraseOn(stories, [id], dayBefore(mayGo))).toEqual([])
  expect(await isThere(stories, id)).toBe(true)
  expect(await eraseOn(stories, [id], mayGo)).toEqual([id])
  expect(await isThere(stories, id)).toBe(false)
})

test('an investigation of siblings is kept until the youngest is 30', async () => {
  const sibling = await addPerson(stories, '2018-03-04')
  const id = await addCase(stories, {
    stages: [['investigation', '2026-01-20']],
    parties: [[sibling, 'child']],
  })
  expect((await judged(stories, id, '2027-01-01')).earliest_on).toBe('2048-03-04')
  expect(await eraseOn(stories, [id], '2048-03-03')).toEqual([])
  expect(await eraseOn(stories, [id], '2048-03-04')).toEqual([id])
})

test.each<[why: string, made: MadeCase, rule: string]>([
  ['a placement', { notes: [['placement', '2026-02-01T12:00:00Z']] }, 'placement'],
  ['an immediate custody', { stages: [['immediateCustody', '2026-02-01']] }, 'placement'],
  ['parenthood', { documents: [['parenthood', '2026-02-01']] }, 'parenthood'],
  ['adoption', { documents: [['adoption', '2026-02-01']] }, 'parenthood'],
  ['who is born on the 5th', { born: '2012-06-05' }, 'researchSample'],
  ['who is born on the 15th', { born: '2012-06-15' }, 'researchSample'],
  ['who is born on the 25th', { born: '2012-06-25' }, 'researchSample'],
  ['who may be born on the 15th', { born: ['2012-06-14', '2012-06-16'] }, 'researchSample'],
])('%s is never erased', async (_what, made, rule) => {
  const id = await addCase(stories, made)
  expect(await judged(stories, id, '2027-01-01')).toEqual({ ground: 'rule', rule, earliest_on: null })
  expect(await eraseOn(stories, [id], '2199-01-01')).toEqual([])
})

test.each(['2012-06-04', '2012-06-06', '2012-06-14', '2012-06-16', '2012-06-24', '2012-06-26'])(
  'who is born on %s is of no sample',
  async (born) => {
    expect((await judged(stories, await addCase(stories, { born }), '2027-01-01')).rule).toBe('compilation')
  },
)

test('a sibling of the sample keeps the case', async () => {
  const sibling = await addPerson(stories, '2018-03-15')
  const id = await addCase(stories, { parties: [[sibling, 'child']] })
  expect((await judged(stories, id, '2027-01-01')).rule).toBe('researchSample')
})

test('a guardian who is born on the 15th keeps nothing', async () => {
  const guardian = await addPerson(stories, '1980-03-15')
  const id = await addCase(stories, { parties: [[guardian, 'guardian']] })
  expect((await judged(stories, id, '2027-01-01')).rule).toBe('compilation')
})

test('a municipality that keeps all for research erases nothing', async () => {
  await decideRetention(stories, { research: 'whole' })
  const id = await addCase(stories, {})
  expect(await judged(stories, id, '2027-01-01')).toMatchObject({ rule: 'researchWhole', earliest_on: null })
})

test('an open case is kept, and so is one of a municipality that has said nothing', async () => {
  const open = await addCase(stories, { closed: null })
  expect(await judged(stories, open, '2040-01-01')).toEqual({ ground: 'open', rule: null, earliest_on: null })
  expect(await eraseOn(stories, [open], '2199-01-01')).toEqual([])
  const grannby = municipalityId('grannby')
  const elsewhere = await addCase(stories, {}, grannby)
  await settle(stories, '2040-01-01', grannby)
  const { rows } = await stories.owner.query(
    'select ground, rule from retention_decision where case_id = $1',
    [elsewhere],
  )
  expect(rows).toEqual([{ ground: 'unsettled', rule: null }])
  expect(await eraseOn(stories, [elsewhere], '2199-01-01', grannby)).toEqual([])
})

test('a case of another municipality is not erased by this one', async () => {
  const grannby = municipalityId('grannby')
  await decideRetention(stories, {}, grannby)
  const elsewhere = await addCase(stories, {}, grannby)
  expect(await eraseOn(stories, [elsewhere], '2199-01-01')).toEqual([])
  expect(await eraseOn(stories, [elsewhere], '2199-01-01', grannby)).toEqual([elsewhere])
})

test('no rule in force lets nothing go', async () => {
  const id = await addCase(stories, {})
  await stories.owner.query("update retention_rule set valid = '[2025-07-01,2030-01-01)'")
  try {
    expect(await judged(stories, id, '2040-01-01')).toMatchObject({ ground: 'unsettled', earliest_on: null })
    expect(await eraseOn(stories, [id], '2040-01-01')).toEqual([])
  } finally {
    await stories.owner.query("update retention_rule set valid = '[2025-07-01,)'")
  }
})

test('a day that was judged before does not let a case go in which somebody has written since', async () => {
  const id = await addCase(stories, {})
  expect((await judged(stories, id, '2027-01-01')).earliest_on).toBe('2031-07-01')
  await stories.owner.query(
    `insert into case_stage (municipality_id, case_id, stage, started_on, shown_from) values ($1, $2, 'investigation', '2031-06-01', '2031-06-01')`,
    [ekdala, id],
  )
  expect(await eraseOn(stories, [id], '2031-07-01')).toEqual([])
})
