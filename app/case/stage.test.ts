import { describe, expect, test } from 'vitest'
import { daysAhead, pathOf, stageTextKeys, stageVoice, type Stage } from './stage'

const stage = (name: string, startedOn: string, dueOn: string | null = null): Stage => ({
  stage: name,
  position: 1,
  startedOn,
  dueOn,
})

test.each([
  ['child', 'child'],
  ['youth', 'youth'],
  ['youngAdult', 'youth'],
  ['guardian', 'guardian'],
] as const)('a %s is told in the words for a %s', (audience, voice) => {
  expect(stageVoice(audience)).toBe(voice)
})

test('a text that names a date gives way to its twin without when there is none', () => {
  expect(stageTextKeys('investigation', 'youngAdult', true)).toEqual(['stage:investigation.youth.text'])
  expect(stageTextKeys('investigation', 'guardian', false)).toEqual([
    'stage:investigation.guardian.textNoDate',
    'stage:investigation.guardian.text',
  ])
})

describe('the way through a case', () => {
  test('tells each stage until the next began, and where it stands now', () => {
    const path = pathOf([stage('report', '2026-03-03'), stage('decision', '2026-06-25')], null)
    expect(path).toEqual([
      { stage: 'report', state: 'done', from: '2026-03-03', to: '2026-06-25' },
      { stage: 'decision', state: 'here', from: '2026-06-25', to: null },
    ])
  })

  test('goes back and repeats when the case does', () => {
    const recorded = ['intervention', 'followUp', 'intervention'].map((name, month) =>
      stage(name, `2026-0${month + 1}-01`),
    )
    expect(pathOf(recorded, null).map((step) => `${step.stage} ${step.state}`)).toEqual([
      'intervention done',
      'followUp done',
      'intervention here',
      'followUp next',
    ])
  })

  test('tells a stage that is written twice in a row once, from its first day', () => {
    const recorded = [
      stage('followUp', '2026-05-19'),
      stage('followUp', '2026-08-25'),
      stage('closure', '2026-09-10'),
    ]
    expect(pathOf(recorded, null)).toEqual([
      { stage: 'followUp', state: 'done', from: '2026-05-19', to: '2026-09-10' },
      { stage: 'closure', state: 'here', from: '2026-09-10', to: null },
    ])
    expect(pathOf(recorded.slice(0, 2), null)).toEqual([
      { stage: 'followUp', state: 'here', from: '2026-05-19', to: null },
    ])
  })

  test.each([
    ['report', ['preliminaryAssessment']],
    ['preliminaryAssessment', []],
    ['investigation', ['disclosureForComment', 'decision']],
    ['disclosureForComment', ['decision']],
    ['decision', []],
    ['immediateCustody', []],
    ['closure', []],
  ])('promises after %s only what surely comes', (now, ahead) => {
    const next = pathOf([stage(now, '2026-03-03')], null).filter(({ state }) => state === 'next')
    expect(next.map((step) => step.stage)).toEqual(ahead)
  })

  test('names the day of a planned follow-up', () => {
    expect(pathOf([stage('intervention', '2026-07-02')], '2026-10-02').at(-1)).toMatchObject({
      from: '2026-10-02',
    })
  })

  test('is empty before anything is told', () => {
    expect(pathOf([], '2026-10-02')).toEqual([])
  })
})

test('the next follow-up is the first that lies ahead', () => {
  const followUps = [
    { plannedOn: '2026-05-19', isAhead: false },
    { plannedOn: '2026-10-02', isAhead: true },
    { plannedOn: '2026-12-02', isAhead: true },
  ]
  expect(daysAhead({ followUps, coming: [] }).nextFollowUp).toBe('2026-10-02')
  expect(daysAhead({ followUps: [], coming: [] })).toEqual({ nextFollowUp: null, nextVisit: null })
})

const coming = {
  kind: 'childVisit' as const,
  startsAt: '2026-09-15T16:00:00+02:00',
  staff: ['Samira'],
  isOpen: true,
}

test.each([
  ['a visit', [coming], { at: coming.startsAt, by: 'Samira' }],
  ['no meeting at the office', [{ ...coming, kind: 'officeMeeting' as const }], null],
  ['no visit that has begun', [{ ...coming, isOpen: false }], null],
  ['no visit of nobody known', [{ ...coming, staff: [] }], null],
])('the next visit is %s', (_what, booked, visit) => {
  expect(daysAhead({ followUps: [], coming: booked }).nextVisit).toEqual(visit)
})
