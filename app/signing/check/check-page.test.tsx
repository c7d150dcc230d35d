import { expect, test } from 'vitest'
import { htmlOf } from '../../../tests/support/html'
import type { PackageVerdict } from '../verifier/package'
import { checkFaults } from './check-package'
import { CheckPage } from './check-page'

const at = new Date('2026-09-15T10:00:00Z')
const verdict: PackageVerdict = {
  holds: true,
  findings: [{ part: 'file', rule: null }],
  sealedBy: 'Ekdala kommun, stämpel',
  stampedAt: null,
  renewedAt: [],
  document: { bytes: 1, sha256: 'ab'.repeat(32) },
  signatures: [
    { signer: '199001012385', name: 'Åsa Öberg', act: 'receipt', at, visibleText: 'Jag har fått det.' },
  ],
  verifier: 'package 1',
}
const pageOf = (changes: Partial<PackageVerdict>) =>
  htmlOf(<CheckPage isSetUp most={40} checked={{ verdict: { ...verdict, ...changes } }} />)

test('of a package that holds it is said who signed what and when, and never by which personal number', () => {
  const html = pageOf({})
  for (const said of [
    'Allt stämmer',
    'Åsa Öberg',
    'Har fått dokumentet',
    'Ekdala kommun, stämpel',
    'ab'.repeat(32),
  ])
    expect(html).toContain(said)
  expect(html).toContain('Ingen annan har intygat tiden än')
  expect(html).not.toContain('199001012385')
  expect(html).not.toContain('2385')
})

test('of a package that does not hold nothing is repeated: a forged one says what it likes', () => {
  const html = pageOf({
    holds: false,
    findings: [{ part: 'seal', rule: 'unknown-root' }, ...verdict.findings],
  })
  expect(html).toContain('Stämpeln är inte äkta')
  expect(html).toContain('unknown-root')
  for (const said of ['Åsa', 'Ekdala kommun, stämpel', 'ab'.repeat(32), 'Jag har fått'])
    expect(html).not.toContain(said)
})

test('of a document that was exchanged it is not said that somebody signed it', () => {
  const findings = [
    { part: 'document', rule: 'document-hash' },
    { part: 'signature', rule: null },
    { part: 'contents', rule: null },
  ] as const
  const html = pageOf({ holds: false, findings: [...findings] })
  expect(html).toContain('Allt som ska ligga i filen ligger där')
  expect(html).not.toContain('gäller det här dokumentet')
})

test('times that others vouch for are told, and an act that is not known is not made up', () => {
  const signature = { ...verdict.signatures[0]!, act: 'something' }
  const html = pageOf({ stampedAt: at, renewedAt: [at, at], signatures: [signature] })
  expect(html.match(/15 september 2026 12\.00/g)).toHaveLength(4)
  expect(html).toContain('Har skrivit under')
})

test.each(checkFaults)('a file that cannot be judged for being %s is told at its field', (fault) => {
  const html = htmlOf(<CheckPage isSetUp most={40} checked={{ fault }} />)
  expect(html).toContain('href="#file"')
  expect(html).toMatch(/aria-describedby="file-hint file-error"/)
})

test('where nobody has told whom to believe the page says so and takes no file', () => {
  const html = htmlOf(<CheckPage isSetUp={false} most={40} checked={undefined} />)
  expect(html).toContain('Det går inte att kontrollera filer här än')
  expect(html).not.toContain('type="file"')
})
