import { expect, test } from 'vitest'
import { channelIn, codeIn } from './channel-in'

const posted = (fields: Record<string, string | string[]>) => {
  const form = new FormData()
  const all = { channel: 'sms', sms: '070-174 06 05', safe: 'yes', topic: 'news', ...fields }
  for (const [name, value] of Object.entries(all)) for (const each of [value].flat()) form.append(name, each)
  return form
}
const readIn = (fields: Record<string, string | string[]>) =>
  channelIn(posted(fields), ['email', 'sms', 'digitalPost'], 'own-id')

test.each<[string, Record<string, string | string[]>]>([
  ['safeUnanswered', { safe: [] }],
  ['safeUnanswered', { safe: '' }],
  ['safeUnanswered', { safe: 'kanske' }],
  ['notSafe', { safe: 'no' }],
  ['noTopic', { topic: [] }],
  ['noTopic', { topic: 'everything' }],
  ['landline', { sms: '08-465 004 00' }],
])('%s: no address is added, and what was typed is kept', (fault, fields) => {
  const read = readIn(fields)
  expect(read).toMatchObject({ fault, typed: fields['sms'] ?? '070-174 06 05' })
  expect(read).not.toHaveProperty('address')
})

test('whoever has said that it is safe at home adds an address, in words that give nobody away', () => {
  expect(readIn({})).toEqual({
    channel: 'sms',
    address: '+46701740605',
    wording: 'neutral',
    topics: ['news'],
  })
})

test('digital post goes to whoever asks for it, whatever address was typed', () => {
  expect(readIn({ channel: 'digitalPost', digitalPost: '198512312391' })).toMatchObject({
    channel: 'digitalPost',
    address: 'own-id',
  })
})

test('a channel that is not offered is no channel', () => {
  expect(readIn({ channel: 'push' })).toBeNull()
  expect(readIn({ channel: 'fax' })).toBeNull()
})

test.each([
  ['123 456', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['12345', ''],
  ['1234567', ''],
])('a code typed as %s is %j', (typed, code) => {
  expect(codeIn(posted({ 'code-sms': typed }))).toBe(code)
})
