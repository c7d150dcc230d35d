import { expect, test } from 'vitest'
import { remarkIn } from './remark-text'

const key = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'

function posted(text: string, formKey = key): FormData {
  const form = new FormData()
  form.set('text', text)
  form.set('form_key', formKey)
  return form
}

test.each([
  ['what was written', 'Det stämmer inte.', 'Det stämmer inte.', null],
  ['no space around', '  \n hej \n ', 'hej', null],
  ['exactly as many characters as fit', 'å'.repeat(5000), 'å'.repeat(5000), null],
  ['an emoji as one character, as the database does', '🙂'.repeat(5000), '🙂'.repeat(5000), null],
  [
    'too long a text whole, to be shortened',
    'x'.repeat(5001),
    'x'.repeat(5001),
    { fault: 'tooLong', typed: 5001 },
  ],
  ['nothing', '', '', { fault: 'empty' }],
  ['spaces alone as nothing', ' \u00a0\r\n\t ', '', { fault: 'empty' }],
  ['invisible characters alone as nothing', '\u200b\u200d', '\u200b\u200d', { fault: 'empty' }],
])('a remark keeps %s', (_what, typed, text, fault) => {
  expect(remarkIn(posted(typed))).toEqual({ text, formKey: key, fault })
})

test('a form without its fields is an empty text, with a key of its own', () => {
  const { text, formKey, fault } = remarkIn(new FormData())
  expect({ text, fault }).toEqual({ text: '', fault: { fault: 'empty' } })
  expect(formKey).toMatch(/^[0-9a-f-]{36}$/)
})

test('a key that is none of ours loses nothing of the text', () => {
  const { text, formKey } = remarkIn(posted('Viktigt', "'; drop table remark"))
  expect(text).toBe('Viktigt')
  expect(formKey).toMatch(/^[0-9a-f-]{36}$/)
})

test('a file where the text should be is no text', () => {
  const form = posted('')
  form.set('text', new File(['x'], 'x.txt'))
  expect(remarkIn(form).fault).toEqual({ fault: 'empty' })
})
