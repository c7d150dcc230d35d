import { afterEach, beforeEach, expect, test } from 'vitest'
import { listDue } from '../../app/case/staff/today-due.ts'
import { people, type PersonKey, type StaffKey } from '../../db/seed/people.ts'
import { casesOf, eliasCase, tindrasCase } from '../support/asked.ts'
import { anotherRow, changeNumberOf, freeNumber, subjectsOf } from '../support/number-changes.ts'
import { idOf, municipalityOf, sessionFor } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const ekdala = municipalityOf('peter')
const today = storyTime.toISOString()

const change = (by: StaffKey, wish: Parameters<typeof changeNumberOf>[2]) => changeNumberOf(stories, by, wish)

const found = (number: string) => subjectsOf(stories, number)

const rowsOf = async <Row extends object>(text: string, values: unknown[]) =>
  (await stories.owner.query<Row>(text, values)).rows

const another = (name: string, part: Parameters<typeof anotherRow>[2]) => anotherRow(stories, name, part)

test('what was not seen is not done', async () => {
  const other = await another('Peter', { caseId: tindrasCase, role: 'guardian' })
  const wish = { who: 'peter', caseId: eliasCase } as const
  expect(await change('jonas', wish)).toEqual({ fault: 'unseen' })
  expect(await change('jonas', { ...wish, seenOther: idOf('sara') })).toEqual({ fault: 'unseen' })
  expect(await change('jonas', { ...wish, seenOther: other })).toBe('merge')
})

test('nothing names the row that is gone but the log, what is signed, and what became of it', async () => {
  const other = await another('Tindra', { caseId: eliasCase, role: 'fosterCarer' })
  await sessionFor(stories.owner, 'tindra')
  const logged = await rowsOf('select id from audit_event where actor_id = $1', [idOf('tindra')])
  expect(await change('jonas', { who: 'tindra', caseId: tindrasCase, seenOther: other })).toBe('merge')
  const naming = await rowsOf<{ table: string; column: string }>(
    `select c.conrelid::regclass::text as table, a.attname as column
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'person'::regclass and a.attname <> 'municipality_id'`,
    [],
  )
  expect(naming.length).toBeGreaterThan(10)
  const others = [
    { table: 'session', column: 'subject_id' },
    { table: 'sign_in_account', column: 'subject_id' },
    { table: 'sign_in_choice', column: 'subject_id' },
  ]
  for (const { table, column } of [...naming, ...others]) {
    const left = await rowsOf(`select from "${table}" where "${column}" = $1`, [idOf('tindra')])
    expect([table, column, left.length]).toEqual([table, column, 0])
  }
  expect(await found(people.tindra.number)).toEqual([])
  expect(await found(freeNumber)).toEqual([other])
  expect(await rowsOf('select id from audit_event where actor_id = $1', [idOf('tindra')])).toEqual(logged)
  expect(await rowsOf('select merged_into from person where id = $1', [idOf('tindra')])).toEqual([
    { merged_into: other },
  ])
  expect(await rowsOf(`select actor_id from audit_event where action = 'mergedPerson'`, [])).toEqual([
    { actor_id: idOf('jonas') },
  ])
})

test('blocks and protection of both shut out and shield the one they become', async () => {
  const other = await another('Peter', { caseId: tindrasCase, role: 'guardian' })
  const block = (who: string, valid: string, ground: string) =>
    stories.owner.query(
      `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by) values ($1, $2, $3, $4, $5, $6)`,
      [ekdala, idOf('elias'), who, valid, ground, idOf('samira')],
    )
  const protect = (who: string, valid: string) =>
    stories.owner.query(
      `insert into person_protection (municipality_id, person_id, kind, valid, source) values ($1, $2, 'protectedRegistration', $3, 'test')`,
      [ekdala, who, valid],
    )
  await block(idOf('peter'), '[2026-09-01,2026-10-01)', 'first')
  await block(other, '[2026-09-10,2026-09-20)', 'second')
  await protect(idOf('peter'), '[2026-01-01,)')
  expect(await change('jonas', { who: 'peter', caseId: eliasCase, seenOther: other })).toBe('merge')
  expect(
    await rowsOf(`select ground, valid::text from case_party_block where person_id = $1 order by valid`, [
      other,
    ]),
  ).toEqual([
    { ground: 'first', valid: '[2026-09-01,2026-09-10)' },
    { ground: 'second', valid: '[2026-09-10,2026-09-20)' },
    { ground: 'first', valid: '[2026-09-20,2026-10-01)' },
  ])
  expect(await rowsOf('select valid::text from person_protection where person_id = $1', [other])).toEqual([
    { valid: '[2026-01-01,)' },
  ])
})

test('a block on a child’s case follows the child', async () => {
  const other = await another('Elias', { caseId: tindrasCase, role: 'fosterCarer' })
  await stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by) values ($1, $2, $3, '[2026-09-15,)', 'LVU 14 §', $4)`,
    [ekdala, idOf('elias'), idOf('peter'), idOf('samira')],
  )
  expect(await casesOf(stories, 'peter', today)).toEqual([])
  expect(await change('jonas', { who: 'elias', caseId: eliasCase, seenOther: other })).toBe('merge')
  expect(await casesOf(stories, 'peter', today)).toEqual([])
  expect(await casesOf(stories, 'sara', today)).toEqual([eliasCase])
})

const shutOut = (child: string, who: string, valid: string) =>
  stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by) values ($1, $2, $3, $4, 'test', $5)`,
    [ekdala, child, who, valid, idOf('samira')],
  )

const anotherCaseOf = async (child: string) => {
  const [made] = await rowsOf<{ id: string }>(
    `insert into case_file (municipality_id, unit_id, child_id, case_number, opened_on)
     select municipality_id, unit_id, child_id, 'EK-2026-9999', '2026-01-01' from case_file where child_id = $1 returning id`,
    [child],
  )
  return made!.id
}

const own = '[2026-01-01,)'

test.each<[string, PersonKey, () => Promise<string>]>([
  [
    'two guardians in one case',
    'peter',
    () => another('Marie', { caseId: eliasCase, role: 'guardian', valid: own }),
  ],
  [
    'two guardians, of whom one has left',
    'peter',
    () => another('Marie', { caseId: eliasCase, role: 'guardian', valid: '[2026-01-01,2026-02-01)' }),
  ],
  [
    'two guardians in two cases of one child',
    'peter',
    async () => another('Marie', { caseId: await anotherCaseOf(idOf('elias')), role: 'guardian' }),
  ],
  [
    'a guardian and a foster carer',
    'peter',
    () => another('Marie', { caseId: eliasCase, role: 'fosterCarer' }),
  ],
  [
    'a child and somebody who was in its case long ago',
    'elias',
    () => another('Marie', { caseId: eliasCase, role: 'guardian', valid: '[2020-01-01,2020-02-01)' }),
  ],
  [
    'a guardian in the case and somebody who is shut out from the child',
    'peter',
    async () => {
      const other = await another('Marie', { caseId: tindrasCase, role: 'guardian' })
      await shutOut(idOf('elias'), other, '[2026-09-01,)')
      return other
    },
  ],
  [
    'a child and somebody who was shut out from it',
    'elias',
    async () => {
      const other = await another('Marie', { caseId: tindrasCase, role: 'guardian' })
      await shutOut(idOf('elias'), other, '[2020-01-01,2020-02-01)')
      return other
    },
  ],
])('%s are two people and stay so', async (_what, who, makeOther) => {
  await stories.owner.query(`update case_party set valid = $1 where person_id = $2`, [own, idOf('peter')])
  const other = await makeOther()
  const wish = { who, caseId: eliasCase }
  expect(await change('jonas', { ...wish, seenOther: other })).toEqual({ fault: 'twoPeople' })
  expect(await change('jonas', wish)).toEqual({ fault: 'twoPeople' })
  expect(await found(people[who].number)).toEqual([idOf(who)])
  expect(await found(freeNumber)).toEqual([other])
  expect(await rowsOf('select from person where merged_into is not null', [])).toEqual([])
})

test('somebody entered twice in a case is made one once the part that is wrong has ended', async () => {
  const other = await another('Peter', { caseId: eliasCase, role: 'guardian', valid: own })
  const partOf = (who: string, valid: string) =>
    stories.owner.query('update case_party set valid = $1 where person_id = $2', [valid, who])
  await partOf(idOf('peter'), own)
  const wish = { who: 'peter', caseId: eliasCase, seenOther: other } as const
  expect(await change('jonas', wish)).toEqual({ fault: 'twoPeople' })
  await partOf(other, '[2026-01-01,2026-01-02)')
  await partOf(idOf('peter'), '[2026-01-02,)')
  expect(await change('jonas', wish)).toBe('merge')
  expect(
    await rowsOf('select person_id, valid::text from case_party where person_id in ($1, $2) order by valid', [
      other,
      idOf('peter'),
    ]),
  ).toEqual([
    { person_id: other, valid: '[2026-01-01,2026-01-02)' },
    { person_id: other, valid: '[2026-01-02,)' },
  ])
})

type Decided = { level: string; title?: string; text?: string; harm?: string }

/** Marie and somebody who is she too, each with a decision on the same note. */
async function decidedTwice(own: Decided, others: Decided): Promise<{ noteId: string; other: string }> {
  const other = await another('Marie', { caseId: eliasCase, role: 'guardian' })
  const [note] = await rowsOf<{ note_id: string }>(
    'select note_id from disclosure where person_id = $1 and note_id is not null limit 1',
    [idOf('marie')],
  )
  const noteId = note!.note_id
  await stories.owner.query('delete from disclosure where person_id = $1 and note_id = $2', [
    idOf('marie'),
    noteId,
  ])
  const decide = (who: string, { level, title = 'T', text = 'Kort.', harm = 'men' }: Decided) =>
    stories.owner.query(
      `insert into disclosure (municipality_id, note_id, person_id, level, title, partial_text, ground, ground_shown, harm_assessment, shown_from, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, case when $4 = 'partial' then $6::jsonb end, 'OSL 26:1', true, $7, $8, $9, $8)`,
      [
        ekdala,
        noteId,
        who,
        level,
        title,
        JSON.stringify([{ voice: 'fact', text }]),
        harm,
        storyTime,
        idOf('mira'),
      ],
    )
  await decide(idOf('marie'), own)
  await decide(other, others)
  return { noteId, other }
}

const merged = (other: string) => change('jonas', { who: 'marie', caseId: tindrasCase, seenOther: other })

const standing = (noteId: string, who: string) =>
  rowsOf<{ id: string; level: string }>('select * from disclosure where note_id = $1 and person_id = $2', [
    noteId,
    who,
  ])

test.each([
  ['full', 'withheld', 'withheld'],
  ['withheld', 'full', 'withheld'],
  ['title', 'partial', 'title'],
  ['full', 'partial', 'partial'],
  ['partial', 'partial', 'partial'],
  ['title', 'title', 'title'],
])('of two decisions on one note, %s and %s, %s stands and both are kept', async (own, others, stands) => {
  const { noteId, other } = await decidedTwice({ level: own }, { level: others })
  await merged(other)
  const left = await standing(noteId, other)
  expect(left).toMatchObject([{ level: stands }])
  expect(
    await rowsOf('select from disclosure_decision where disclosure_id = $1', [left[0]!.id]),
  ).toHaveLength(2)
})

const partial = { level: 'partial', text: 'Hon mår bra.', harm: 'men för Tindra' }

test.each<[string, Decided, Decided]>([
  ['texts', partial, { ...partial, text: 'Hon bor hos mormor.', harm: 'men för mormor' }],
  [
    'titles',
    { ...partial, level: 'title', title: 'Samtal' },
    { ...partial, title: 'Mormor', harm: 'men för mormor' },
  ],
])(
  'two decisions that each show other %s show nothing until somebody decides again',
  async (_what, own, others) => {
    const { noteId, other } = await decidedTwice(own, others)
    expect(await merged(other)).toBe('merge')
    const left = await standing(noteId, other)
    expect(left).toMatchObject([
      {
        level: 'withheld',
        title: null,
        partial_text: null,
        ground_shown: false,
        harm_assessment: expect.stringMatching(
          /^men för (Tindra|mormor)\n\nmen för (?!\1)(Tindra|mormor)$/,
        ) as string,
        decided_by: idOf('jonas'),
      },
    ])
    const kept = await rowsOf<{ level: string; title: string | null }>(
      `select decided ->> 'level' as level, decided ->> 'title' as title from disclosure_decision where disclosure_id = $1`,
      [left[0]!.id],
    )
    expect(kept).toHaveLength(3)
    expect(kept.map(({ level }) => level).toSorted()).toEqual(
      [own.level, others.level, 'withheld'].toSorted(),
    )
    expect(
      await rowsOf(`select actor_id from audit_event where action = 'decidedDisclosure' and note_id = $1`, [
        noteId,
      ]),
    ).toEqual([{ actor_id: idOf('jonas') }])
    const due = await stories.asStaff('mira', (tx) => listDue(tx))
    expect(due).toContainEqual(
      expect.objectContaining({ noteId, kind: 'disclosure', days: 0, person: 'Marie' }),
    )
  },
)
