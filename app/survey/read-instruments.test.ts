import { expect, test } from 'vitest'
import { option, readFiles, whole } from '../../tests/support/survey-files.ts'
import { readInstruments } from './read-instruments.ts'

/** The whole form with the value at a place (as `items/0/text`) changed; JSON leaves out what is undefined. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(whole) as Record<string, unknown>
  const parts = path.split('/')
  const last = parts.pop()!
  const holder = parts.reduce((each, part) => each[part] as Record<string, unknown>, copy)
  holder[last] = value
  return copy
}

test('a form of the municipality’s is read beside ours', () => {
  const { local, faults } = readFiles({ 'school.json': whole, 'notes.txt': 'Not a form' })
  expect(faults).toEqual([])
  expect(local).toEqual([{ ...whole, isLocal: true }])
})

test('a file as an editor on Windows saves it is read', () => {
  expect(
    readFiles({ 'school.json': `\uFEFF${JSON.stringify(whole, null, 2).replaceAll('\n', '\r\n')}` }),
  ).toMatchObject({
    local: [{ id: 'ekdala-school' }],
    faults: [],
  })
})

type Faulty = [what: string, path: string, value: unknown, place: string, fault: unknown, language?: string]

test.each<Faulty>([
  ['a missing translation', 'items/1/text/ar', undefined, '/items/1/text', 'is missing', 'ar'],
  ['an empty translation', 'items/0/text/so', '  ', '/items/0/text', 'is empty', 'so'],
  [
    'a missing translation of an answer',
    'scales/agree/options/1/label/fi',
    undefined,
    '/scales/agree/options/1/label',
    'is missing',
    'fi',
  ],
  ['a missing title', 'title/sv-latt', undefined, '/title', 'is missing', 'sv-latt'],
  ['a language nobody knows', 'title/de', 'Schule', '/title', 'has no “de”'],
  ['a misspelt key', 'qualityArea', 'change', '', 'has no “qualityArea”'],
  ['a doubled question', 'items/2/id', 'q1', '/items/2/id', 'is doubled: q1'],
  ['a doubled answer', 'scales/agree/options/1/id', 'yes', '/scales/agree/options/1/id', 'is doubled: yes'],
  [
    'a scale of one answer',
    'scales/agree/options',
    [option('yes', true)],
    '/scales/agree/options',
    'must have two answers or more',
  ],
  ['faces that are nowhere', 'scales/agree/look', 'faces', '/scales/agree', 'has no answer with a face'],
  ['a scale that is not there', 'items/0/scale', 'ease', '/items/0/scale', 'is no scale here: ease'],
  [
    'a scale by the name of what every object has',
    'items/0/scale',
    'constructor',
    '/items/0/scale',
    'is no scale here: constructor',
  ],
  [
    'a quality area nobody knows',
    'items/0/qualityArea',
    'speed',
    '/items/0/qualityArea',
    expect.stringMatching(/information.*overall/),
  ],
  [
    'a BBIC area nobody knows',
    'items/0/bbicAreas/0',
    'identity',
    '/items/0/bbicAreas/0',
    expect.stringMatching(/health.*safety/),
  ],
  [
    'a group nobody knows',
    'respondentGroup',
    'teacher',
    '/respondentGroup',
    expect.stringContaining('guardian'),
  ],
  ['a subject nobody knows', 'about/0', 'weather', '/about/0', expect.stringContaining('fosterHome')],
  [
    'an answer that does not say whether it is positive',
    'scales/agree/options/0/positive',
    undefined,
    '/scales/agree/options/0/positive',
    'is missing',
  ],
  ['a day that is none', 'validFrom', '2026-02-30', '/validFrom', 'must be a day as 2026-09-15'],
  ['an end before the beginning', 'validTo', '2025-12-31', '/validTo', 'is before 2026-01-01'],
  ['no questions', 'items', [], '/items', expect.stringContaining('1')],
  ['an id with a space', 'id', 'ekdala school', '/id', expect.stringContaining('letters')],
  ['a version that is no number', 'version', '1', '/version', expect.stringContaining('number')],
  [
    'an indicator that is none',
    'items/0/koladaId',
    'U3357',
    '/items/0/koladaId',
    expect.stringContaining('U33575'),
  ],
  ['no source', 'source', undefined, '/source', 'is missing'],
  ['no first day', 'validFrom', undefined, '/validFrom', 'is missing'],
  ['no group', 'respondentGroup', undefined, '/respondentGroup', 'is missing'],
  ['a question of a kind nobody knows', 'items/0/kind', 'slider', '/items/0/kind', expect.any(String)],
  [
    'an item of another form without naming the form',
    'items/0',
    { id: 'q9', kind: 'same' },
    '/items/0',
    'is no item of itemsFrom: q9',
  ],
  [
    'another form that is not there',
    'itemsFrom',
    { id: 'nothing', version: 1 },
    '/itemsFrom',
    expect.stringContaining('is not there: nothing, version 1'),
  ],
])(
  '%s is told with file and place, and the form is not there',
  (_what, path, value, place, fault, language) => {
    const { local, faults } = readFiles({ 'school.json': changed(path, value) })
    expect(faults).toEqual([{ file: 'school.json', place, fault, ...(language ? { language } : {}) }])
    expect(local).toEqual([])
  },
)

test.each([
  ['no JSON', '{ "id": "ekdala",\n  oops }', /is not JSON: .*line 2 column 3/],
  ['an empty file', '', /is not JSON/],
  ['a list', '[]', /object/],
  ['nothing', 'null', /object/],
])('%s is told as such', (_what, text, fault) => {
  expect(readFiles({ 'school.json': text }).faults).toEqual([
    { file: 'school.json', place: '', fault: expect.stringMatching(fault) as string },
  ])
})

test('every fault of every file is told at once', () => {
  const { faults } = readFiles({
    'a.json': changed('title', { sv: 'Skolan' }),
    'b.json': changed('items/0/scale', 'ease'),
  })
  expect(faults.map(({ file, language }) => [file, language])).toEqual([
    ...['sv-latt', 'en', 'ar', 'fi', 'so'].map((language) => ['a.json', language]),
    ['b.json', undefined],
  ])
})

test('a folder that is not there is an error', () => {
  expect(() => readInstruments('/nowhere/surveys')).toThrow()
})
