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

describe('time in a case', () => {
  test('a preliminary assessment of exactly 14 days is in time, one of 15 and one that is never made are not', async () => {
    await times(4, () => world.went({ report: '2026-04-10', investigation: '2026-04-24' }))
    await world.went({ report: '2026-04-10', noInvestigation: '2026-04-25' })
    await world.went({ report: '2026-04-10' })
    expect(await world.figures()).toMatchObject({
      preliminaryAssessmentInTime: '0.67 of 6',
      preliminaryAssessmentMean: '14 of 5',
    })
  })

  test('belongs to the quarter of its last day', async () => {
    await times(5, () => world.went({ report: '2026-03-18', investigation: '2026-03-20' }))
    await times(5, () => world.went({ report: '2026-06-17' }))
    expect(await world.figures()).toMatchObject({ preliminaryAssessmentInTime: '1 of 5' })
  })

  test('a report during an investigation asks for no preliminary assessment, but for a protective one', async () => {
    await times(5, () => world.went({ investigation: '2026-04-01', report: '2026-04-10' }))
    const told = await world.figures()
    expect(told).not.toHaveProperty('preliminaryAssessmentInTime')
    expect(told).toMatchObject({ protectiveAssessmentInTime: '0 of 5' })
  })

  test('a protective assessment is of the same day until midnight in Sweden, once it is signed', async () => {
    const cases = await times(7, () => world.went({ report: '2026-05-05' }))
    const kind = 'protectiveAssessment'
    for (const caseId of cases.slice(0, 4)) await world.wrote(caseId, '2026-05-05T23:59:00+02:00', { kind })
    // 22.01 the same day in UTC.
    await world.wrote(cases[4]!, '2026-05-06T00:01:00+02:00', { kind })
    await world.wrote(cases[5]!, '2026-05-05T12:00:00+02:00', { kind, isDraft: true })
    await world.wrote(cases[6]!, '2026-05-04T23:59:00+02:00', { kind })
    expect(await world.figures()).toMatchObject({ protectiveAssessmentInTime: '0.57 of 7' })
  })

  test('four months from the last of January end with May; mean and median are of what was done', async () => {
    await times(3, () => world.went({ investigation: '2026-01-31', decision: '2026-05-31' }))
    await world.went({ investigation: '2026-01-31', decision: '2026-06-01' })
    await world.went({ investigation: '2026-01-31' }, { closed_on: '2026-04-02' })
    await world.went({ investigation: '2026-01-31' })
    expect(await world.figures()).toMatchObject({
      investigationInTime: '0.67 of 6',
      investigationMean: '108 of 5',
      investigationMedian: '120 of 5',
    })
  })

  test('from decision to help counts what the decision led to first', async () => {
    await times(5, async (index) => {
      const caseId = await world.went({ decision: '2026-04-01', intervention: `2026-04-1${index}` })
      await world.insert('case_stage', {
        case_id: caseId,
        stage: 'intervention',
        started_on: '2026-06-20',
        shown_from: always,
      })
    })
    expect(await world.figures()).toMatchObject({ interventionStart: '11 of 5' })
  })

  test('a consideration is in time on its day, and late the day after or never', async () => {
    for (const done of ['2026-05-08', '2026-05-08', '2026-05-01', '2026-05-09', undefined])
      await world.insert('deadline', {
        case_id: await world.aCase(),
        kind: 'consideration',
        due_on: '2026-05-08',
        done_on: done,
        source: 'LVU 13 §',
        shown_from: always,
      })
    expect(await world.figures()).toMatchObject({ considerationInTime: '0.6 of 5' })
  })

  test('is not measured where no limit was in force', async () => {
    await times(5, () => world.went({ report: '2025-06-10', investigation: '2025-06-12' }))
    expect(await world.figures('2025-04-01')).toEqual({ preliminaryAssessmentMean: '2 of 5' })
  })
})
