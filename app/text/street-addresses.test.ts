import { expect, test } from 'vitest'
import { findStreetAddresses } from './street-addresses.ts'
import { textWords } from './text-words.ts'

const addressesIn = async (text: string) =>
  (await findStreetAddresses(text, await textWords(text))).map(({ text }) => text)

test.each([
  ['Hon bor på Storgatan 4.', ['Storgatan 4']],
  ['Hon bor på Björkvägen 12 B, våning två.', ['Björkvägen 12 B']],
  ['Hon bor på Björkvägen 12b.', ['Björkvägen 12b']],
  ['Hon bor på Storgatan.', ['Storgatan']],
  ['Hon bor på Södra vägen 3.', ['Södra vägen 3']],
  ['Hon bor vid Lilla Torget.', ['Lilla Torget']],
  ['Adress: Ekgränd 2, 123 45 Ekdala.', ['Ekgränd 2', '123 45 Ekdala']],
  ['Post till 12345 Ekdala.', ['12345 Ekdala']],
  ['Hon gick på gatan 4 gånger.', []],
  ['Planen 2026 är klar. Planen 2 är bättre.', []],
  ['Hon satt i parken. Vägen är lång.', []],
  ['Hon har 123 45 kronor.', []],
  ['', []],
])('in "%s"', async (text, addresses) => {
  expect(await addressesIn(text)).toEqual(addresses)
})

test.each(['Storgatan ', 'Storgatan 4 A ', '123 45 E', 'gatan', '1 ', 'Aa'])(
  'ten thousand characters of "%s" do not keep it busy',
  async (part) => {
    expect(await addressesIn(part.repeat(Math.ceil(10_000 / part.length)))).toBeInstanceOf(Array)
  },
)
