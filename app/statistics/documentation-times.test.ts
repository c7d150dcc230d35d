import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { units, type StaffKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { idOf, municipalityId } from '../../tests/support/people'
import { openStories, type Stories } from '../../tests/support/stories'
import { openDocumentationTimes, type Group, type Measure, type Origin } from './documentation-times'

// The stories take place in September: the second quarter is the newest finished one.
const finished = '2026-06-30'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
beforeEach(() => stories.owner.query('delete from documentation_time'))
afterAll(() => stories.close())

type Notes = {
  /** One letter per note, naming its author. */
  by: string
  origin?: Origin
  engine?: string | null
  signedOn?: string
  unit?: keyof typeof units
  editSeconds?: (index: number) => number
}

async function signed({ by, origin = 'typed', engine = null, signedOn = finished, ...rest }: Notes) {
  const { unit = 'family', editSeconds = () => 300 } = rest
  for (const [index, author] of by.split('').entries()) {
    await stories.owner.query(
      `insert into documentation_time (municipality_id, unit_id, signed_on, origin, engine, first_draft_seconds,
                                       dictation_seconds, edit_seconds, words, edited_words, author_pseudonym)
         values ($1, $2, $3, $4, $5, 120, $6, $7, 100, $8, sha256($9::text::bytea))`,
      [
        municipalityId(units[unit].municipality),
        storyId('unit', unit),
        signedOn,
        origin,
        engine,
        engine ? 60 : 0,
        editSeconds(index),
        engine ? 7 : null,
        author,
      ],
    )
  }
}

const timesFor = (who: StaffKey) => stories.asStaff(who, (tx) => openDocumentationTimes(tx))

async function groupsFor(who: StaffKey): Promise<Group[]> {
  const { quarters } = await timesFor(who)
  return quarters.flatMap(({ groups }) => groups)
}

async function figures(measure: Measure): Promise<Record<string, number | 'hidden' | 'none'>> {
  const groups = await groupsFor('jonas')
  return Object.fromEntries(
    groups.map(({ origin, engine, figures }) => {
      const figure = figures[measure]
      const name = [origin ?? 'all', ...(engine ? [engine] : [])].join('/')
      return [name, figure === null ? 'hidden' : (figure ?? 'none')]
    }),
  )
}

describe('the smallest group', () => {
  test.each([
    ['four authors', 'aaaaabbbbbcccccddddd', 'hidden', 'hidden'],
    ['five authors', 'abcde', 300, 'hidden'],
    ['five authors with nine notes', 'abcdeabcd', 300, 'hidden'],
    ['five authors with ten notes', 'abcdeabcde', 300, 10],
    ['one author with a hundred notes', 'a'.repeat(100), 'hidden', 'hidden'],
  ])('of %s: the median and the number of notes', async (_who, by, median, notes) => {
    await signed({ by })
    expect(await figures('editSeconds')).toEqual({ all: median, typed: median })
    expect(await figures('notes')).toEqual({ all: notes, typed: notes })
  })

  test('is what the table of minimums says, with its source', async () => {
    await signed({ by: 'abc' })
    await stories.owner.query(`update statistics_minimum set minimum = 3 where counted = 'authors'`)
    expect(await figures('editSeconds')).toEqual({ all: 300, typed: 300 })
    await stories.owner.query(
      `update statistics_minimum set valid = '[2027-01-01,)' where counted = 'authors'`,
    )
    expect(await figures('editSeconds')).toEqual({ all: 'hidden', typed: 'hidden' })
    await stories.owner.query(
      `update statistics_minimum set minimum = 5, valid = '[2020-01-01,)' where counted = 'authors'`,
    )
    const { rows } = await stories.owner.query<{ source: string }>('select source from statistics_minimum')
    for (const { source } of rows) expect(source).toContain('Kolada')
  })

  test('counts those who have the figure: words changed are few where few have dictated', async () => {
    await signed({ by: 'abcde' })
    await signed({ by: 'ab', origin: 'spoken', engine: 'kb' })
    expect((await figures('wordEditRate'))['all']).toBe('hidden')
  })
})

describe('a hidden group', () => {
  test.each<[string, Partial<Record<Origin, string>>, Record<string, unknown>]>([
    [
      'alone takes the smallest of the others with it',
      { spoken: 'ab', typed: 'abcdef', uploaded: 'abcdefg' },
      { all: 300, spoken: 'hidden', typed: 'hidden', uploaded: 300 },
    ],
    [
      'alone takes the only other with it, and the total stays',
      { spoken: 'abc', typed: 'abcdef' },
      { all: 300, spoken: 'hidden', typed: 'hidden' },
    ],
    [
      'and another, five authors together, take none with them',
      { spoken: 'abc', uploaded: 'de', typed: 'abcdef' },
      { all: 300, spoken: 'hidden', uploaded: 'hidden', typed: 300 },
    ],
    [
      'and another, four authors together, take one with them',
      { spoken: 'abc', uploaded: 'cd', typed: 'abcdef', ingested: 'abcdefg' },
      { all: 300, spoken: 'hidden', uploaded: 'hidden', typed: 'hidden', ingested: 300 },
    ],
    ['that is all there is leaves no total', { spoken: 'abcd' }, { all: 'hidden', spoken: 'hidden' }],
  ])('%s', async (_rule, notes, expected) => {
    for (const [origin, by] of Object.entries(notes)) await signed({ by, origin: origin as Origin })
    expect(await figures('editSeconds')).toEqual(expected)
  })

  test('among numbers of notes takes the next one with it, though its median is shown', async () => {
    await signed({ by: 'abcde', origin: 'spoken' })
    await signed({ by: 'abcdeabcdef', origin: 'typed' })
    expect(await figures('editSeconds')).toEqual({ all: 300, spoken: 300, typed: 300 })
    expect(await figures('notes')).toEqual({ all: 16, spoken: 'hidden', typed: 'hidden' })
  })

  test('of an engine takes another engine of the same origin with it', async () => {
    await signed({ by: 'abcdef', origin: 'spoken', engine: 'kb-base' })
    await signed({ by: 'abcdefg', origin: 'spoken', engine: 'kb-large' })
    await signed({ by: 'a', origin: 'spoken', engine: 'kb-small' })
    expect(await figures('wordEditRate')).toEqual({
      all: 0.07,
      spoken: 0.07,
      'spoken/kb-base': 'hidden',
      'spoken/kb-large': 0.07,
      'spoken/kb-small': 'hidden',
    })
  })

  test('hides its engines: one engine alone would tell it', async () => {
    await signed({ by: 'abcdef', origin: 'spoken', engine: 'kb-base' })
    await signed({ by: 'abc', origin: 'typed' })
    expect(await figures('editSeconds')).toEqual({
      all: 300,
      spoken: 'hidden',
      'spoken/kb-base': 'hidden',
      typed: 'hidden',
    })
  })
})

describe('the median', () => {
  test('counts each author once, however much one of them writes', async () => {
    await signed({ by: 'abcd', editSeconds: () => 100 })
    await signed({ by: 'e'.repeat(50), editSeconds: () => 9000 })
    expect((await figures('editSeconds'))['all']).toBe(100)
  })

  test('is not moved by one extreme note', async () => {
    await signed({ by: 'abcde', editSeconds: (index) => (index === 4 ? 86_400 : 200) })
    expect((await figures('editSeconds'))['all']).toBe(200)
  })

  test('is told in tens of seconds, for an exact figure is one note’s', async () => {
    await signed({ by: 'abcde', editSeconds: (index) => 123 + index })
    expect((await figures('editSeconds'))['all']).toBe(130)
  })

  test('of dictation is of what was dictated', async () => {
    await signed({ by: 'abcdefgh' })
    await signed({ by: 'abcde', origin: 'spoken', engine: 'kb' })
    expect(await figures('dictationSeconds')).toEqual({ all: 60, spoken: 60, 'spoken/kb': 60, typed: 'none' })
  })
})

describe('who sees', () => {
  test.each<[string, StaffKey, number]>([
    ['the leader of the unit', 'jonas', 300],
    ['a caseworker of the unit', 'mira', 300],
  ])('%s sees the unit', async (_who, key, median) => {
    await signed({ by: 'abcde' })
    const [whole] = await groupsFor(key)
    expect(whole?.figures.editSeconds).toBe(median)
  })

  test.each<[string, StaffKey]>([
    ['of another unit', 'eva'],
    ['of another municipality', 'nils'],
  ])('somebody %s sees nothing of it', async (_who, key) => {
    await signed({ by: 'abcde' })
    expect(await groupsFor(key)).toEqual([])
  })

  test('authors of two units are never added up', async () => {
    await signed({ by: 'abc' })
    await signed({ by: 'de', unit: 'board' })
    expect(await figures('editSeconds')).toEqual({ all: 'hidden', typed: 'hidden' })
  })

  test('nobody of the staff reads the rows behind it', async () => {
    const read = stories.asStaff('jonas', (tx) => tx.selectFrom('documentation_time').selectAll().execute())
    await expect(read).rejects.toThrow(/permission denied/)
  })

  test('each reading is logged in the reader’s name', async () => {
    await stories.owner.query(`delete from audit_event where action = 'readStatistics'`)
    await timesFor('mira')
    const { rows } = await stories.owner.query(
      `select actor_kind, actor_id, case_id from audit_event where action = 'readStatistics'`,
    )
    expect(rows).toEqual([{ actor_kind: 'staff', actor_id: idOf('mira'), case_id: null }])
  })
})

describe('a quarter', () => {
  test.each([
    ['that runs is not told', '2026-07-01', []],
    ['is told once it has ended', '2026-06-30', ['2026-04-01']],
    ['of two years ago is told', '2024-07-01', ['2024-07-01']],
    ['longer ago is not told', '2024-06-30', []],
  ])('%s', async (_which, signedOn, quarters) => {
    await signed({ by: 'abcde', signedOn })
    expect((await timesFor('jonas')).quarters.map(({ begins }) => begins)).toEqual(quarters)
  })

  test('stands by itself: authors of two quarters are never added up', async () => {
    await signed({ by: 'abc' })
    await signed({ by: 'de', signedOn: '2026-03-31' })
    const groups = await groupsFor('jonas')
    expect(groups.map(({ figures }) => figures.editSeconds)).toEqual([null, null, null, null])
  })

  test('that runs has a day on which it is told', async () => {
    const { unit, nextOn, fewest } = await timesFor('jonas')
    expect({ unit, nextOn, fewest }).toEqual({
      unit: 'Barn och familj',
      nextOn: '2026-10-01',
      fewest: { authors: 5, notes: 10 },
    })
  })
})
