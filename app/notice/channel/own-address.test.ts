import { expect, test } from 'vitest'
import { codeIn } from './channel-in.ts'
import { emailIn, hintOf, phoneIn } from './own-address.ts'

test.each([
  ['070-174 06 05', '+46701740605'],
  ['0701740605', '+46701740605'],
  ['+46 (0)70 174 06 05', '+46701740605'],
  ['0046 70-174 06 05', '+46701740605'],
  ['٠٧٠١٧٤٠٦٠٥', '+46701740605'],
  ['\u2066070 174 06 05\u2069', '+46701740605'],
  ['+358 40 1234567', '+358401234567'],
])('the number %s is sent to as %s', (typed, address) => {
  expect(phoneIn(typed)).toEqual({ address })
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['070-174 06 0', 'noPhone'],
  ['070-174 06 055', 'noPhone'],
  ['071-174 06 05', 'noPhone'],
  ['08-12 34 56 78', 'landline'],
  ['020-123456', 'landline'],
  ['112', 'noPhone'],
  ['tindra@post.se', 'noPhone'],
  ['+', 'noPhone'],
  ['0701740605; drop table person', 'noPhone'],
  ['0'.repeat(4000), 'noPhone'],
] as const)('the number %s is refused: %s', (typed, fault) => {
  expect(phoneIn(typed)).toEqual({ fault })
})

test('an e-mail address is kept as it is, but for the name of its server', () => {
  expect(emailIn(' Tindra.Ek+x@Post.Example ')).toEqual({ address: 'Tindra.Ek+x@post.example' })
})

test.each([
  ['', 'empty'],
  ['tindra', 'noEmail'],
  ['tindra@', 'noEmail'],
  ['tindra@post', 'noEmail'],
  ['a@post.example, b@post.example', 'noEmail'],
  ['a@post.example\r\nBcc: b@post.example', 'noEmail'],
  ['"a b"@post.example', 'noEmail'],
  [`${'a'.repeat(250)}@post.example`, 'noEmail'],
] as const)('the address %j is refused: %s', (typed, fault) => {
  expect(emailIn(typed)).toEqual({ fault })
})

test('what the owner sees of an address tells a looker-on next to nothing', () => {
  expect(hintOf('sms', '+46701740605')).toBe('…05')
  expect(hintOf('email', 'tindra.ek@post.example')).toBe('t…@post.example')
})

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['\u2066123456\u2069', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
  ['12345', ''],
  ['1234567', ''],
  ['abcdef', ''],
])('the code %j is read as %j', (typed, code) => {
  const form = new FormData()
  form.set('code-sms', typed)
  expect(codeIn(form)).toBe(code)
})
