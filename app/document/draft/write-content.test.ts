import { describe, expect, test } from 'vitest'
import { enteredFacts } from '../../../tests/support/document-facts'
import { templates, type TemplateName } from '../decision/templates'
import { factFields } from './fact-fields'
import { factsIn } from './facts-in'
import { factValue } from './fact-value'
import { formSections } from './form-sections'
import { writeContent } from './write-content'

const names = Object.keys(templates) as TemplateName[]

const formOf = (template: TemplateName, changed: Record<string, string> = {}) => {
  const form = new FormData()
  for (const field of factFields(template)) {
    const fields =
      field.kind === 'rows'
        ? [0, 1].flatMap((row) => field.columns.map((column) => `${field.name}.${row}.${column}`))
        : [field.name]
    for (const name of fields) form.set(name, factValue(enteredFacts[template], name))
  }
  for (const [name, value] of Object.entries(changed)) form.set(name, value)
  return form
}

describe.each(names)('the form of %s', (template) => {
  test('asks for every fact, once', () => {
    const asked = Object.values(formSections[template]).flat()
    expect(asked.toSorted()).toEqual(Object.keys(templates[template].facts.shape).toSorted())
  })

  test('gives the facts that were written in it', () => {
    const { content, faults } = writeContent(template, factsIn(formOf(template), template))
    expect(faults).toEqual([])
    expect(content).toEqual(writeContent(template, enteredFacts[template]).content)
  })

  test('left empty, says what must be written, each at its field', () => {
    const { content, faults } = writeContent(template, factsIn(new FormData(), template))
    expect(content).toBeNull()
    const fields = new Set(factFields(template).map(({ name }) => name))
    expect(faults.map(({ field }) => field).filter((field) => !fields.has(field))).toEqual([])
    expect(faults.map(({ field }) => field)).toEqual(expect.arrayContaining(['on', 'concerns']))
  })
})

test.each([
  ['no reasons', { reasons: '' }, { field: 'reasons', fault: 'reasons.none' }],
  ['no day', { on: '' }, { field: 'on', fault: 'day.none' }],
  ['half a day', { on: '2026-09-31' }, { field: 'on', fault: 'day.none' }],
  ['another time', { at: '25:99' }, { field: 'at', fault: 'time.none' }],
  [
    'nothing decided',
    { placement: '', contact: '', whereabouts: '' },
    { field: 'placement', fault: 'decision.none' },
  ],
  [
    'a name too long',
    { 'decidedBy.name': 'E'.repeat(2001) },
    { field: 'decidedBy.name', fault: 'text.tooLong' },
  ],
  ['a meeting alone', { 'urgent.cannotWait': '' }, { field: 'urgent.cannotWait', fault: 'text.empty' }],
  ['a day before the law was checked', { on: '2024-05-01' }, { field: 'on', fault: 'law.notChecked' }],
])('%s is told at its field', (_what, changed, fault) => {
  const { content, faults } = writeContent(
    'placementLvu',
    factsIn(formOf('placementLvu', changed), 'placementLvu'),
  )
  expect(content).toBeNull()
  expect(faults).toEqual([fault])
})

test.each([
  ['interventionSol', { from: '2026-10-01', to: '2026-09-30' }, 'to'],
  ['interventionSol', { from: '2026-10-01', to: '2026-10-01' }, null],
  ['interventionSol', { on: '2026-09-15', from: '', to: '2026-09-14' }, 'to'],
  ['interventionSol', { on: '2026-09-15', from: '', to: '2026-09-15' }, null],
  ['implementationPlan', { on: '2026-09-15', followUpOn: '2026-09-14' }, 'followUpOn'],
  ['implementationPlan', { on: '2026-09-15', followUpOn: '2026-09-15' }, null],
  ...(['custodyLvu', 'placementLvu', 'custodyLvm'] as const).flatMap((template) => [
    [template, { on: '2026-09-15', 'urgent.meetingOn': '2026-09-14' }, 'urgent.meetingOn'] as const,
    [template, { on: '2026-09-15', 'urgent.meetingOn': '2026-09-15' }, null] as const,
    [template, { on: '2026-09-15', 'urgent.meetingOn': '' }, null] as const,
  ]),
] as const)('of %s, the days %j run backwards at %s', (template, days, field) => {
  const { faults } = writeContent(template, factsIn(formOf(template, days), template))
  expect(faults).toEqual(field ? [{ field, fault: 'day.order' }] : [])
})

test('a goal that is not whole is told at its cell', () => {
  const facts = factsIn(formOf('implementationPlan', { 'goals.1.how': '' }), 'implementationPlan')
  expect(writeContent('implementationPlan', facts).faults).toEqual([
    { field: 'goals.1.how', fault: 'text.empty' },
  ])
})

test('ten thousand characters are kept, line by line', () => {
  const reasons = Array.from({ length: 100 }, (_, at) => `${at} `.padEnd(99, 'å')).join('\n')
  const facts = factsIn(formOf('placementLvu', { reasons }), 'placementLvu')
  expect(writeContent('placementLvu', facts).faults).toEqual([])
  expect(facts['reasons']).toHaveLength(100)
  expect(factValue(facts, 'reasons')).toBe(reasons.replaceAll('\n', '\n\n'))
})

test('what can be appealed follows from what was decided', () => {
  const laws = (template: TemplateName, changed: Record<string, unknown> = {}) =>
    writeContent(template, { ...enteredFacts[template], ...changed }).parts.map(({ law }) => law)
  expect(laws('placementLvu')).toEqual(['LVU 11 §', 'LVU 14 §', 'LVU 14 §'])
  expect(laws('placementLvu', { contact: [], whereabouts: [] })).toEqual(['LVU 11 §'])
  expect(laws('custodyLvu')).toEqual(['LVU 6 §'])
  expect(laws('interventionSol')).toEqual(['SoL 35 kap. 1 §'])
  expect([...laws('consent'), ...laws('implementationPlan')]).toEqual([])
})
