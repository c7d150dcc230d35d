import { expect, test } from 'vitest'
import { reportText, withGroup, type Part } from './report.ts'

const part = (heading: string, found: number): Part => ({
  section: { heading, about: 'About.', columns: ['figure'], rows: [[String(found)]] },
  checks: [{ name: heading, found, limit: 2, rule: 'atMost' }],
})
const names = ['pages', 'dictation']
const group = (name: string, found: number) => ({
  name,
  machine: 'Measured.',
  parts: [part(`${name} cost`, found)],
})
const wholeReport = (...measured: [string, number][]) =>
  measured.reduce((report, [name, found]) => reportText(withGroup(report, group(name, found)), names), '')

test('a group that is measured alone takes its own place in the report and leaves the others', () => {
  const report = wholeReport(['pages', 1], ['dictation', 2], ['dictation', 3])
  expect(report.match(/^##+ .*$/gm)).toEqual([
    '## Pages',
    '### pages cost',
    '## Dictation',
    '### dictation cost',
  ])
  expect(report).toContain('| pages cost | ≤ 2 | 1 | met |')
  expect(report).toContain('| dictation cost | ≤ 2 | 3 | **missed** |')
  expect(report).not.toContain('| dictation cost | ≤ 2 | 2 | met |')
})

test('the groups stand in the same order, whichever was measured last', () => {
  expect(wholeReport(['dictation', 1], ['pages', 1])).toBe(wholeReport(['pages', 1], ['dictation', 1]))
})

test('a report that is written anew does not grow', () => {
  const report = wholeReport(['pages', 1])
  expect(reportText(withGroup(report, group('pages', 1)), names)).toBe(report)
})
