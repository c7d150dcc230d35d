import { expect, test } from 'vitest'
import { faultsOf } from './introduction-in'

const whole = { text: 'Hej!', pictureText: 'Jag ler.' }
const none = { isChosen: false, isThere: false }
const chosen = { ...none, isChosen: true }
const there = { ...none, isThere: true }

test.each([
  [whole, chosen, []],
  [whole, there, []],
  [{ ...whole, pictureText: '' }, none, []],
  [{ text: '', pictureText: '' }, none, []],
  [{ text: '😀'.repeat(300), pictureText: '' }, none, []],
  [{ text: 'x'.repeat(301), pictureText: '' }, none, ['text tooLong']],
  [{ ...whole, pictureText: 'x'.repeat(121) }, there, ['pictureText tooLong']],
  [{ ...whole, pictureText: '' }, chosen, ['pictureText missing', 'bild again']],
  [{ ...whole, pictureText: '' }, there, ['pictureText missing']],
  [whole, none, ['pictureText noPicture']],
  [{ text: 'x'.repeat(301), pictureText: 'Jag ler.' }, chosen, ['text tooLong', 'bild again']],
])('%j with %j has the faults %j', (values, pictures, faults) => {
  expect(faultsOf(values, pictures).map(({ field, fault }) => `${field} ${fault}`)).toEqual(faults)
})
