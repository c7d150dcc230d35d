import { expect, test } from 'vitest'
import { wordsOf } from '../../../tests/support/html'
import type { SignatureRequest } from '../request/signature-request'
import { OwnPackage } from './own-package'

const signed = {
  id: 'request-1',
  caseId: 'case-1',
  documentId: 'document-1',
  state: 'signed',
  packageSize: null,
  sealedAt: null,
  stampedAt: null,
} as unknown as SignatureRequest
const sealedAt = '2026-09-15T06:30:00Z'
const stampedAt = '2026-09-15T06:45:00Z'
const told = (changed: Partial<Pick<SignatureRequest, 'state' | 'packageSize' | 'sealedAt' | 'stampedAt'>>) =>
  wordsOf(<OwnPackage request={{ ...signed, ...changed }} />)

test('until the file is made, what is said is that the signature counts, and there is no link', () => {
  expect(told({})).toBe('Ditt bevis är inte klart än. Underskriften är sparad och gäller redan.')
})

test('a seal without a time stamp is not said to have one', () => {
  const words = told({ packageSize: 92_345, sealedAt })
  expect(words).toContain('Ladda ner ditt bevis (pdf, 93 kB)')
  expect(words).toContain('Förseglat i dag 08.30')
  expect(words).not.toContain('idsstämpl')
})

test('a time stamp is told with its time', () => {
  expect(told({ packageSize: 92_345, sealedAt, stampedAt })).toContain('Tidsstämplat i dag 08.45.')
})

test('whoever has signed nothing is told nothing', () => {
  expect(told({ state: 'declined' })).toBe('')
})
