import { expect, test } from 'vitest'
import { checkIdToken } from './id-token-checks'

const now = 1_789_000_000
const honest = {
  iss: 'https://broker.example',
  aud: 'portal',
  iat: now,
  exp: now + 300,
  auth_time: now,
  sub: 'a',
}

test('an honest token passes', () => {
  expect(() => checkIdToken(honest, 'portal', now)).not.toThrow()
})

// Where a broker has no UserInfo, nothing else looks at the subject.
test.each(['', 'x'.repeat(256)])('a token that is about nobody in particular is refused', (sub) => {
  expect(() => checkIdToken({ ...honest, sub }, 'portal', now)).toThrow(/claim sub/)
})
