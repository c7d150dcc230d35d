import { expect, test } from 'vitest'
import { settingsIn } from './settings'

function posted(fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

const language: [string, string] = ['language', 'ar']
const textSize: [string, string] = ['textSize', 'large']

test('what the page offers can be chosen', () => {
  expect(settingsIn(posted([language, textSize]))).toEqual({ language: 'ar', textSize: 'large', closed: [] })
  expect(
    settingsIn(posted([language, textSize, ['closed', 'notes'], ['closed', 'documents']]))?.closed,
  ).toEqual(['notes', 'documents'])
})

test.each([
  ['no language', [textSize]],
  ['another language', [['language', 'tlh'], textSize]],
  ['no size', [language]],
  ['another size', [language, ['textSize', '900%']]],
  ['something else closed', [language, textSize, ['closed', 'everything']]],
  ['nothing', []],
] satisfies [string, [string, string][]][])('%s changes nothing', (_what, fields) => {
  expect(settingsIn(posted(fields))).toBeNull()
})
