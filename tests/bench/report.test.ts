import { expect, test } from 'vitest'
import { reportText, withGroup, type Part } from './report.ts'

const part = (heading: string, found: number): Part => ({
  section: { heading, about: 'About.', columns: ['figure'], rows: [[String(found)]] },
  checks: [{ name: heading, found, limit: 2, rule: 'atMost' }],
})
const report = { title: 'Costs', about: 'Written.', names: ['pages', 'dictation'] }
const group = (name: string, found: number) => ({
  name,
  machine: 'Measured.',
  parts: [part(`${name} cost`, found)],
})
const wholeReport = (...measured: [string, number][]) =>
  measured.reduce((text, [name, found]) => reportText(withGroup(text, group(name, found)), report), '')

test('a group that is measured alone takes its own place in the report and leaves the others', () => {
  const text = wholeReport(['pages', 1], ['dictation', 2], ['dictation', 3])
  expect(text.match(/^##+ .*$/gm)).toEqual([
    '## Pages',
    '### pages cost',
    '## Dictation',
    '### dictation cost',
  ])
  expect(text).toContain('| pages cost | ≤ 2 | 1 | met |')
  expect(text).toContain('| dictation cost | ≤ 2 | 3 | **missed** |')
  expect(text).not.toContain('| dictation cost | ≤ 2 | 2 | met |')
})

test('the groups stand in the same order, whichever was measured last', () => {
  expect(wholeReport(['dictation', 1], ['pages', 1])).toBe(wholeReport(['pages', 1], ['dictation', 1]))
})

test('a report that is written anew does not grow', () => {
  const text = wholeReport(['pages', 1])
  expect(reportText(withGroup(text, group('pages', 1)), report)).toBe(text)
})

test('a group that has no goals has no table of them', () => {
  const parts = [{ ...part('where it goes', 1), checks: [] }]
  const text = reportText(withGroup('', { name: 'pages', machine: 'Measured.', parts }), report)
  expect(text).toContain('Measured.\n\n### where it goes')
})
