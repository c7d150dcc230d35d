import { expect, test } from 'vitest'
import { htmlOf } from '../../tests/support/html'
import { Notice } from './notice'

test('what was just saved is told by taking the focus, as it comes with its page', () => {
  expect(htmlOf(<Notice tone="done">Sparat.</Notice>)).toMatch(/role="status" tabindex="-1" autofocus=""/)
})

test.each(['info', 'warn'] as const)('a notice that is no answer takes no focus: %s', (tone) => {
  expect(htmlOf(<Notice tone={tone}>Text.</Notice>)).not.toMatch(/role|tabindex|autofocus/)
})
