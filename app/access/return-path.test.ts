import { expect, test } from 'vitest'
import { returnPath, signInPath } from './return-path'

test.each([
  '/hem',
  '/arenden/3f1c9a52-7d3e-4d7a-9f57-0c7d5f9f0a11/anteckningar/8a6e0804-2bd0-4672-b79d-d97027f9071a',
  '/arenden/3f1c9a52-7d3e-4d7a-9f57-0c7d5f9f0a11/dokument',
  '/insyn',
  '/installningar',
])('a person comes back to %s', (path) => {
  expect(returnPath('person', path)).toBe(path)
})

test.each([
  ['another host', 'https://elsewhere.example/hem'],
  ['another host without scheme', '//elsewhere.example/hem'],
  ['a backslash that browsers read as a slash', '/\\elsewhere.example'],
  ['a backslash further in', '/hem\\..\\..'],
  ['a tab that browsers drop', '/\t/elsewhere.example'],
  ['a line break', '/hem\n/x'],
  ['a line break at the end', '/hem\n'],
  ['a script', 'javascript:alert(1)'],
  ['an encoded slash', '/hem%2f..%2f..'],
  ['the way up', '/hem/../auth/start'],
  ['a query', '/hem?a=b'],
  ['a fragment', '/hem#a'],
  ['an at sign', '/@elsewhere.example'],
  ['a page of the staff', '/handlaggare'],
  ['an address that begins alike', '/hemligt'],
  ['an address that changes something', '/logga-ut'],
  ['a path without end', `/hem/${'a'.repeat(200)}`],
  ['no slash', 'hem'],
  ['nothing', ''],
  ['no text', null],
  ['a file', new File([], '/hem')],
])('%s leads home instead', (_what, asked) => {
  expect(returnPath('person', asked)).toBe('/hem')
})

test.each([
  ['/handlaggare', '/handlaggare'],
  ['/handlaggare/arenden/3f1c9a52', '/handlaggare/arenden/3f1c9a52'],
  ['/handlaggare/logga-in', '/handlaggare'],
  ['/hem', '/handlaggare'],
  ['/handlaggare//elsewhere', '/handlaggare'],
])('staff who ask for %s come to %s', (asked, path) => {
  expect(returnPath('staff', asked)).toBe(path)
})

test('the sign-in page is told of a way back only when there is one', () => {
  expect(signInPath('person', '/hem')).toBe('/logga-in')
  expect(signInPath('person', '/arenden/a')).toBe('/logga-in?till=%2Farenden%2Fa')
  expect(signInPath('staff', '/handlaggare')).toBe('/handlaggare/logga-in')
})
