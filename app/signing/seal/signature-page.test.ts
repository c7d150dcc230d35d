import { afterAll, expect, test } from 'vitest'
import { pdfInfo, pdfText } from '../../../tests/support/pdf-witness'
import { endPdfMaker } from '../../document/pdf/pdf-maker'
import type { SignedEvidence } from '../evidence/signed-evidence'
import { signaturePage } from './signature-page'

const evidence = {
  document: Buffer.from('handlingen'),
  pages: 1,
  title: 'Beslut om umgänge',
  version: 2,
  datedOn: '2026-09-14',
  caseNumber: 'EK-2026-1187',
  municipality: 'Ekdala kommun',
  act: 'receipt',
  signerName: 'Åsa Öberg',
  hiddenData: '{"meaning":1}',
  signedAt: new Date('2026-12-31T23:30:00Z'),
} as SignedEvidence

afterAll(() => endPdfMaker())

test('the page is tagged, and tells the moment by Swedish time', async () => {
  const page = await signaturePage(evidence)
  expect(pdfInfo(page)).toMatchObject({ Tagged: 'yes', Title: 'Bevis om underskrift' })
  expect(pdfText(page)).toContain('1 januari 2027 klockan 00.30')
  expect(pdfText(page)).toContain('Version 2, 1 sida')
})

test('a sign in a title that no font has keeps nothing from being sealed', async () => {
  const text = pdfText(await signaturePage({ ...evidence, title: 'Beslut 💛 om umgänge' }))
  expect(text).toContain('Beslut ? om umgänge')
})

test('a wording that there is none of seals nothing', async () => {
  await expect(signaturePage({ ...evidence, hiddenData: '{"meaning":7}' })).rejects.toThrow('no wording 7')
})
