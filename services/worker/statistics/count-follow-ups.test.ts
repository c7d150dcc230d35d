import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storyId } from '../../../db/seed/story-id.ts'
import {
  always,
  countedAuthor,
  times,
  openIndicatorWorld,
  type IndicatorWorld,
  type Row,
} from '../../../tests/support/indicator-world.ts'

// Each test has a unit of its own, and looks at the second quarter of 2026.
let world: IndicatorWorld
beforeAll(async () => {
  world = await openIndicatorWorld()
})
beforeEach(() => world.newUnit())
afterAll(() => world.stories.close())

describe('follow-ups', () => {
  const planned = async (row: Row = {}, caseRow: Row = {}) =>
    world.insert('follow_up', {
      case_id: await world.aCase(caseRow),
      planned_on: '2026-05-12',
      shown_from: always,
      ...row,
    })
  const held = { outcome: 'held', held_on: '2026-05-12' }

  test('are counted by what became of those that were planned for the quarter', async () => {
    for (const row of [held, held, held, { outcome: 'moved' }, { outcome: 'notHeld' }, {}]) await planned(row)
    expect(await world.figures()).toEqual({
      followUpHeld: '0.5 of 6',
      followUpMoved: '0.17 of 6',
      followUpNotHeld: '0.17 of 6',
      followUpUnrecorded: '0.17 of 6',
    })
  })

  test('of another quarter, that nobody had planned, or that a closed case needs no more are left out', async () => {
    await times(5, () => planned(held))
    await planned({ planned_on: '2026-03-31', outcome: 'moved' })
    await planned({ planned_on: '2026-07-01', outcome: 'moved' })
    await planned({ ...held, shown_from: 'infinity' })
    await planned({}, { closed_on: '2026-05-11' })
    expect(await world.figures()).toMatchObject({ followUpHeld: '1 of 5', followUpUnrecorded: '0 of 5' })
  })

  test('hold the child’s own view where one of their goals has it', async () => {
    const { rows } = await world.stories.owner.query<{ id: string }>('select id from plan_goal limit 1')
    await times(5, async (index) => {
      const followUp = await planned(held)
      const record = {
        id: undefined,
        follow_up_id: followUp,
        form_key: randomUUID(),
        recorded_by: countedAuthor,
      }
      await world.insert('follow_up_record', { ...record, recorded_at: '2026-05-12T16:00:00+02:00' })
      await world.insert('follow_up_goal', {
        id: undefined,
        follow_up_id: followUp,
        goal_id: rows[0]!.id,
        progress: 'onTheWay',
        child_view: index < 3 ? 'Det är bättre.' : undefined,
      })
    })
    expect(await world.figures()).toMatchObject({ followUpChildView: '0.6 of 5' })
  })
})

describe('the survey', () => {
  async function offered(people: readonly string[], instruments = ['child']) {
    const round = await world.insert('survey_round', {
      unit_id: world.unit(),
      year: 2026,
      season: 'spring',
      opens_on: '2026-01-01',
      offers_until: '2026-07-31',
      closes_on: '2026-08-21',
    })
    let place = 0
    for (const who of people)
      for (const instrument of instruments)
        await world.insert('survey_invitation', {
          round_id: round,
          person_id: storyId('person', who),
          instrument,
          instrument_version: 1,
          place: place++,
          opens_on: '2026-05-01',
          reminder_on: '2026-05-08',
          closes_on: '2026-05-22',
        })
  }

  test('counts whom it was offered in a round, each once', async () => {
    await offered(['tindra', 'marie', 'elias', 'alva', 'henrik'], ['child', 'authority-youth'])
    expect(await world.figures('2026-01-01', 'season')).toEqual({ surveyOffered: '5 of 5' })
  })

  test('offered to four says nothing', async () => {
    await offered(['tindra', 'marie', 'elias', 'alva'])
    expect(await world.figures('2026-01-01', 'season')).toEqual({ surveyOffered: '..' })
  })
})
