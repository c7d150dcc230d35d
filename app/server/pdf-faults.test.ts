import { afterAll, expect, test } from 'vitest'
import { endPdfMaker } from '../document/pdf/pdf-maker.ts'
import { pdfFaults } from './pdf-faults.ts'

afterAll(endPdfMaker)

test('a machine that writes the bytes of the release lets the portal start', async () => {
  expect(await pdfFaults()).toEqual([])
})

test('one that writes others, or none, is told of and does not', async () => {
  const faults = await pdfFaults(() => Promise.reject(new Error('the PDF maker writes other bytes')))
  expect(faults).toEqual([{ name: 'Documents', fault: 'the PDF maker writes other bytes' }])
})
