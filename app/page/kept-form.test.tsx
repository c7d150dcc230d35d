import { expect, test } from 'vitest'
import { htmlOf } from '../../tests/support/html'
import { KeptForm } from './kept-form'

const kept: [string, string][] = [
  ['text', 'Vi ringer dig på måndag.'],
  ['harm', 'Tindra har bett oss att inte berätta mer.'],
  ['childText', 'Mamma får veta det du vill.'],
  ['childTextEasy', ''],
  ['level', 'partial'],
]

test('a writer who gets a form back sees every text in it, whichever field it was written in', () => {
  const html = htmlOf(<KeptForm action="/hem" kept={kept} send="Skicka" />)
  const shown = [...html.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>([^<]*)/g)].map(([, ...found]) => found)
  expect(shown).toEqual(kept.slice(0, 3))
  expect(html).toContain('<input type="hidden" name="level" value="partial"/>')
  expect(html).toContain('<input type="hidden" name="childTextEasy" value=""/>')
})
