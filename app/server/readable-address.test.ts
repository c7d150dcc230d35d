import { expect, test } from 'vitest'
import { readable } from './readable-address'

test.each([
  ['/arenden/%C3%A5', '/arenden/%C3%A5'],
  ['/handlaggare/arenden?nummer=50%25&till=%2Fhem', '/handlaggare/arenden?nummer=50%25&till=%2Fhem'],
  ['/arenden/%ff', '/arenden/%EF%BF%BD'],
  ['/arenden/%C3', '/arenden/%EF%BF%BD'],
  ['/arenden/%c0%80/plan', '/arenden/%EF%BF%BD/plan'],
  ['/arenden/%ED%A0%80', '/arenden/%EF%BF%BD'],
  ['/arenden/a%00b', '/arenden/a%EF%BF%BDb'],
  ['/hem?sida=%00', '/hem?sida=%EF%BF%BD'],
  ['/100%', '/100%EF%BF%BD'],
  ['/%zz', '/%EF%BF%BDzz'],
])('%s is read as %s', (address, read) => {
  expect(readable(address)).toBe(read)
  expect(() => decodeURIComponent(read)).not.toThrow()
})
