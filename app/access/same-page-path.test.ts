import { expect, test } from 'vitest'
import { samePagePath } from './same-page-path'

test.each([
  ['/', '/'],
  ['/logga-in', '/logga-in'],
  ['/tillganglighet', '/tillganglighet'],
  ['/kontrollera', '/kontrollera'],
  ['/handlaggare/logga-in', '/handlaggare/logga-in'],
  [
    '/arenden/3c0af9b6-dc4a-4af5-8f6a-80aac6c62ca9/plan',
    '/arenden/3c0af9b6-dc4a-4af5-8f6a-80aac6c62ca9/plan',
  ],
  ['/handlaggare', '/handlaggare'],
  ['//evil.example', '/hem'],
  ['/\\evil.example', '/hem'],
  ['https://evil.example/', '/hem'],
  ['/handlaggare@evil.example', '/handlaggare'],
  ['/logga-ut', '/hem'],
  [null, '/'],
])('a change of language on %s leads to %s', (asked, path) => {
  expect(samePagePath(asked)).toBe(path)
})
