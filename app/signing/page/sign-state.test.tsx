import { expect, test } from 'vitest'
import { wordsOf } from '../../../tests/support/html'
import type { SignatureRequest } from '../request/signature-request'
import { SignState } from './sign-state'

const served = {
  act: 'receipt',
  state: 'servedOtherwise',
  servedOn: '2026-09-14',
  movedAt: '2026-09-16T10:00:00+02:00',
  isAnswerable: false,
  isJudgedSoon: false,
} as SignatureRequest

test('a decision that was handed over says on which day, not when that was written down', () => {
  const words = wordsOf(<SignState request={served} caseworker="Samira" />)
  expect(words).toContain('14 september')
  expect(words).not.toContain('16 september')
})
