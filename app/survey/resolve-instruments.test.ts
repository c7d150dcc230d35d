import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { item, readFiles, whole } from '../../tests/support/survey-files.ts'
import { instrumentOf } from './instrument.ts'
import { readInstruments } from './read-instruments.ts'

test('local questions follow those of another form, which keep words, answers and indicators', () => {
  const { local, faults } = readFiles({
    'school.json': {
      ...whole,
      itemsFrom: { id: 'authority-youth', version: 1 },
      items: [
        { id: 'contact', kind: 'same' },
        { id: 'change', kind: 'same', koladaId: 'U00001' },
        item('q1'),
      ],
    },
  })
  expect(faults).toEqual([])
  const { instruments } = readInstruments(null)
  const [contact] = instrumentOf(instruments, 'authority-youth', 1)!.items
  expect(local[0]!.items[0]).toEqual(contact)
  expect(local[0]!.items.map((each) => ('koladaId' in each ? each.koladaId : null))).toEqual([
    'U33575',
    'U00001',
    null,
  ])
  expect(Object.keys(local[0]!.scales)).toEqual(['ease', 'changed', 'agree'])
})

test('a form may build on one that builds on another; two that build on each other are told', () => {
  const on = (id: string, base: string) => ({
    ...whole,
    id,
    itemsFrom: { id: base, version: 1 },
    scales: {},
    items: [{ id: 'contact', kind: 'same' }],
  })
  expect(readFiles({ 'a.json': on('a', 'b'), 'b.json': on('b', 'authority-guardian') })).toMatchObject({
    local: [{ id: 'b' }, { id: 'a' }],
    faults: [],
  })
  expect(readFiles({ 'a.json': on('a', 'b'), 'b.json': on('b', 'a') }).faults).toMatchObject([
    { file: 'a.json', place: '/itemsFrom' },
    { file: 'b.json', place: '/itemsFrom' },
  ])
})

test('a scale that stands in the other form, too, is told', () => {
  const { faults } = readFiles({
    'school.json': {
      ...whole,
      itemsFrom: { id: 'authority-youth', version: 1 },
      scales: { ...whole.scales, ease: whole.scales.agree },
    },
  })
  expect(faults).toEqual([
    {
      file: 'school.json',
      place: '/scales/ease',
      fault: 'is a name that itemsFrom has, too: give it another',
    },
  ])
})

test('of two files that claim one form in one version the second is refused, ours as well', () => {
  const ours = JSON.parse(readFileSync('surveys/child.json', 'utf8')) as object
  const { local, faults } = readFiles({ 'a.json': whole, 'b.json': whole, 'child.json': ours })
  expect(local).toHaveLength(1)
  expect(faults).toEqual([
    { file: 'b.json', place: '/id', fault: 'is claimed by another file: ekdala-school, version 1' },
    { file: 'child.json', place: '/id', fault: 'is claimed by another file: child, version 1' },
  ])
})

test('the form in the handbook for municipalities can be used as it stands', () => {
  const [, example] = /```json\n([^]*?)```/.exec(readFileSync('docs/survey-files.md', 'utf8'))!
  expect(readFiles({ 'ekdala-youth.json': example! })).toMatchObject({
    local: [
      { id: 'ekdala-youth', items: [{ koladaId: 'U33575' }, { koladaId: 'U33576' }, { id: 'evening' }] },
    ],
    faults: [],
  })
})
