import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StaffKey } from '../../../db/seed/people'
import { idOf } from '../../../tests/support/people'
import { openStories, type Stories } from '../../../tests/support/stories'
import { openIndicators } from './indicators'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const openedBy = (who: StaffKey, when?: Date) => stories.asStaff(who, (tx) => openIndicators(tx), when)

describe('who sees', () => {
  test('the leader of the unit: its quarters and seasons in order, figures, and what they are measured against', async () => {
    const found = await openedBy('jonas')
    expect(found).toMatchObject({ unit: 'Barn och familj', fewest: 5 })
    expect(found?.quarters.map(({ begins }) => begins)).toEqual([
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
      '2026-01-01',
      '2026-04-01',
    ])
    expect(found?.seasons).toEqual([
      { begins: '2025-01-01', season: 'spring' },
      { begins: '2025-08-01', season: 'autumn' },
      { begins: '2026-01-01', season: 'spring' },
    ])
    expect(found?.series.followUpHeld).toMatchObject({
      measuredIn: 'share',
      told: { '2026-04-01': { value: 0.81, subjects: 32 } },
    })
    expect(found?.series.investigationInTime?.told).toMatchObject({ '2025-07-01': null })
    expect(found?.series.investigationInTime?.told).not.toHaveProperty('2025-04-01')
    expect(found?.limits.preliminaryAssessmentInTime).toEqual({
      amount: 14,
      unit: 'days',
      source: 'Socialtjänstlag (2025:400) 20 kap. 2 §',
    })
  })

  test.each<[string, StaffKey]>([
    ['a caseworker of the unit', 'mira'],
    ['a caseworker of another unit', 'hanna'],
    ['the chair of the committee', 'eva'],
  ])('nothing: %s', async (_who, key) => {
    expect(await openedBy(key)).toBeNull()
    const seen = await stories.asStaff(key, (tx) => tx.selectFrom('staff_indicator').selectAll().execute())
    expect(seen).toEqual([])
  })

  test('the leader of another unit sees that unit alone', async () => {
    await stories.owner.query(`update staff_member set role = 'teamLeader' where id = $1`, [idOf('hanna')])
    try {
      const found = await openedBy('hanna')
      expect(found).toMatchObject({ unit: 'Mottagningen', quarters: [], seasons: [], series: {} })
    } finally {
      await stories.owner.query(`update staff_member set role = 'caseworker' where id = $1`, [idOf('hanna')])
    }
  })

  test('nobody reads the tables behind it, or has a period counted', async () => {
    const asJonas = <T>(work: Parameters<typeof stories.asStaff<T>>[1]) => stories.asStaff('jonas', work)
    for (const table of ['indicator_figure', 'indicator_period'] as const)
      await expect(asJonas((tx) => tx.selectFrom(table).selectAll().execute())).rejects.toThrow(
        /permission denied/,
      )
  })
})

describe('a reading', () => {
  beforeEach(() => stories.owner.query(`delete from audit_event where action = 'readStatistics'`))
  const logged = async () => {
    const { rows } = await stories.owner.query<Record<string, unknown>>(
      `select actor_id, case_id from audit_event where action = 'readStatistics'`,
    )
    return rows
  }

  test('is logged in the reader’s name', async () => {
    await openedBy('jonas')
    expect(await logged()).toEqual([{ actor_id: idOf('jonas'), case_id: null }])
  })

  test('that was refused is none', async () => {
    await openedBy('mira')
    expect(await logged()).toEqual([])
  })
})

test('figures of more than two years ago are told no more', async () => {
  const found = await openedBy('jonas', new Date('2027-04-01T09:00:00+02:00'))
  expect(found?.quarters[0]?.begins).toBe('2025-04-01')
})

test('no case, child or member of staff stands in what is kept', async () => {
  const { rows } = await stories.owner.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name in ('indicator_figure', 'indicator_period')
      group by 1 order by 1`,
  )
  expect(rows.map(({ column_name }) => column_name)).toEqual([
    'begins',
    'counted_on',
    'indicator',
    'municipality_id',
    'period',
    'subjects',
    'unit_id',
    'value',
  ])
})
