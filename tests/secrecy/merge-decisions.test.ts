import { afterEach, beforeEach, expect, test } from 'vitest'
import { listDue } from '../../app/case/staff/today-due.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { anotherRow, changeNumberOf } from '../support/number-changes.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const ekdala = municipalityOf('peter')
const change = (by: StaffKey, wish: Parameters<typeof changeNumberOf>[2]) => changeNumberOf(stories, by, wish)

const rowsOf = async <Row extends object>(text: string, values: unknown[]) =>
  (await stories.owner.query<Row>(text, values)).rows

const another = (name: string, part: Parameters<typeof anotherRow>[2]) => anotherRow(stories, name, part)

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
