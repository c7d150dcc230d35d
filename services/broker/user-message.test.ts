import { expect, test } from 'vitest'
import { chooseText, parseUserMessage } from './user-message.ts'

const HEJ = Buffer.from('Hej åäö').toString('base64')

test('messages are read by language tag, the untagged one among them', () => {
  expect(parseUserMessage({ message: HEJ, 'message#EN': 'SGk=', mime_type: 'text/plain' })).toEqual({
    '': 'Hej åäö',
    en: 'Hi',
  })
})

test.each([
  ['nothing', undefined],
  ['a string', 'hej'],
  ['a list', [HEJ]],
  ['no message', { mime_type: 'text/plain' }],
  ['another MIME type', { message: HEJ, mime_type: 'text/html' }],
  ['a message that is not text', { message: 7 }],
  ['bad base64', { message: 'Hej!' }],
  ['base64 without padding', { message: 'SGk' }],
  ['bytes that are not UTF-8', { message: '//79' }],
  ['one bad message among good ones', { message: HEJ, 'message#en': '*' }],
])('%s is refused', (_what, value) => {
  expect(parseUserMessage(value)).toBeUndefined()
})

test.each([
  ['en', { en: 'Hi', '': 'Hej' }, 'Hi'],
  ['sv-latt', { sv: 'Hej', '': 'Hallå' }, 'Hej'],
  ['fi', { sv: 'Hej', '': 'Hallå' }, 'Hallå'],
  ['fi', { sv: 'Hej' }, undefined],
])('on a page in %s the right text is chosen', (language, message, text) => {
  expect(chooseText(message, language)).toBe(text)
})
