import { expect, test } from 'vitest'
import { messageParts } from './message-parts.ts'

test.each([
  ['a'.repeat(160), 'GSM-7', 1],
  ['a'.repeat(161), 'GSM-7', 2],
  ['å'.repeat(306), 'GSM-7', 2],
  ['å'.repeat(307), 'GSM-7', 3],
  // Of the extension: two each.
  ['€'.repeat(80), 'GSM-7', 1],
  ['€'.repeat(81), 'GSM-7', 2],
  // One dash, one curly quote.
  [`${'a'.repeat(69)}–`, 'UCS-2', 1],
  [`${'a'.repeat(70)}’`, 'UCS-2', 2],
  ['ع'.repeat(134), 'UCS-2', 2],
  ['ع'.repeat(135), 'UCS-2', 3],
  // What is two letters is not divided between two parts.
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3],
  [`${'a'.repeat(66)}😀${'a'.repeat(66)}`, 'UCS-2', 3],
  ['', 'GSM-7', 1],
] as const)('%s is %s in %i parts', (text, alphabet, parts) => {
  expect(messageParts(text)).toEqual({ alphabet, parts })
})
