import { expect, test } from 'vitest'
import { textsOf } from './texts'

const rooms = {
  case: {
    heading: 'Ärendet',
    deep: { hello: 'Hej {{name}}, {{name}}!', list: ['a'] },
    notes_zero: 'inga anteckningar',
    notes_one: 'en anteckning',
    notes_two: 'two',
    notes_few: 'few {{count}}',
    notes_many: 'many {{count}}',
    notes_other: '{{count}} anteckningar',
    days_one: '{{count}} dag',
    days_other: '{{count}} dagar',
    plain: 'Högst {{count}} tecken',
  },
}
const t = textsOf(rooms, 'sv')

test.each([
  ['a text is found by room and key', 'case:heading', undefined, 'Ärendet'],
  ['variables are filled in each time they stand', 'case:deep.hello', { name: 'Bo' }, 'Hej Bo, Bo!'],
  [
    'what a variable holds is no text of ours',
    'case:deep.hello',
    { name: '{{name}}$1' },
    'Hej {{name}}$1, {{name}}$1!',
  ],
  ['a variable with nothing in it is nothing', 'case:deep.hello', { name: null }, 'Hej , !'],
  ['a variable that is not given is left as it stands', 'case:deep.hello', {}, 'Hej {{name}}, {{name}}!'],
  ['one has its form', 'case:notes', { count: 1 }, 'en anteckning'],
  ['many have theirs', 'case:notes', { count: 7 }, '7 anteckningar'],
  ['none has its own where there is one', 'case:notes', { count: 0 }, 'inga anteckningar'],
  ['none is counted as the language does where there is not', 'case:days', { count: 0 }, '0 dagar'],
  ['a text may say a number without forms', 'case:plain', { count: 200 }, 'Högst 200 tecken'],
  [
    'of several keys the first that is there counts',
    ['case:gone', 'case:days', 'case:plain'],
    { count: 1 },
    '1 dag',
  ],
  ['of several keys that are not there the last is said', ['case:one', 'case:gone'], undefined, 'gone'],
  ['a key that is not there is said as it is', 'case:gone', undefined, 'gone'],
  ['a list is no text', 'case:deep.list', undefined, 'deep.list'],
  ['what every object has is no text', 'case:constructor.name', undefined, 'constructor.name'],
])('%s', (_rule, key, values, said) => {
  expect(t(key, values)).toBe(said)
  // Kept from the first time.
  expect(t(key, values)).toBe(said)
})

test.each([
  [0, 'inga anteckningar'],
  [1, 'en anteckning'],
  [2, 'two'],
  [5, 'few 5'],
  [11, 'many 11'],
  [100, '100 anteckningar'],
])('%i is counted in Arabic as Arabic counts', (count, said) => {
  expect(textsOf(rooms, 'ar')('case:notes', { count })).toBe(said)
})

test('a language keeps its texts from those of another', () => {
  const other = textsOf({ case: { heading: 'The case' } }, 'en')
  expect([t('case:heading'), other('case:heading')]).toEqual(['Ärendet', 'The case'])
})
