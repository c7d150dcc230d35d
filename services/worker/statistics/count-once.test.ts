import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  always,
  times,
  openIndicatorWorld,
  type IndicatorWorld,
} from '../../../tests/support/indicator-world.ts'

// Each test has a unit of its own, and looks at the second quarter of 2026.
let world: IndicatorWorld
beforeAll(async () => {
  world = await openIndicatorWorld()
})
beforeEach(() => world.newUnit())
afterAll(() => world.stories.close())

describe('a figure', () => {
  const heldIn = async (cases: number, each = 1) =>
    times(cases, async () => {
      const caseId = await world.aCase()
      await times(each, (index) =>
        world.insert('follow_up', {
          case_id: caseId,
          planned_on: `2026-05-1${index}`,
          held_on: `2026-05-1${index}`,
          outcome: 'held',
          shown_from: always,
        }),
      )
    })

  test('of four children is hidden, however many follow-ups they had', async () => {
    await heldIn(4, 9)
    expect(await world.figures()).toMatchObject({ followUpHeld: '..' })
  })

  test('is hidden where no minimum is in force', async () => {
    await heldIn(6)
    const setValid = (valid: string) =>
      world.stories.owner.query(`update statistics_minimum set valid = $1 where counted = 'subjects'`, [
        valid,
      ])
    await setValid('[2030-01-01,)')
    try {
      expect(await world.figures()).toMatchObject({ followUpHeld: '..' })
    } finally {
      await setValid('[2020-01-01,)')
    }
  })

  test('of four is refused by the table, whoever writes it', async () => {
    await world.count()
    const written = world.insert('indicator_figure', {
      id: undefined,
      unit_id: world.unit(),
      period: 'quarter',
      begins: '2026-04-01',
      indicator: 'followUpHeld',
      value: 1,
      subjects: 4,
    })
    await expect(written).rejects.toMatchObject({ code: '23514' })
  })

  test.each([
    ['is not told thirteen days after its quarter', '2026-07-14T23:59:00+02:00', 0],
    ['is told two weeks after it', '2026-07-15T00:01:00+02:00', 1],
  ])('%s', async (_when, now, periods) => {
    await world.count(new Date(now))
    const { rowCount } = await world.stories.owner.query(
      `select from indicator_period where unit_id = $1 and begins = '2026-04-01'`,
      [world.unit()],
    )
    expect(rowCount).toBe(periods)
  })

  test('stays as it was counted, whatever is written later, and two workers count it once', async () => {
    await heldIn(5)
    const logged = async () =>
      (await world.stories.owner.query(`select from audit_event where action = 'countedIndicators'`))
        .rowCount ?? 0
    await world.count()
    const before = await logged()
    await world.stories.owner.query('delete from indicator_figure where unit_id = $1', [world.unit()])
    await world.stories.owner.query('delete from indicator_period where unit_id = $1', [world.unit()])
    await Promise.all([world.count(), world.count()])
    const quarters = 8
    expect(await logged()).toBe(before + quarters)
    await heldIn(5)
    expect(await world.figures()).toMatchObject({ followUpHeld: '1 of 5' })
  })

  test('of another unit’s cases is not mixed in', async () => {
    await heldIn(3)
    await world.newUnit()
    await heldIn(4)
    expect(await world.figures()).toMatchObject({ followUpHeld: '..' })
  })
})
