import { expect, test } from 'vitest'
import stories from '../dictation/text/stories.json' with { type: 'json' }
import { type Reader, thirdPersonWarnings } from './third-persons.ts'

const now = new Date('2026-09-15T07:00:00Z')

const marie: Reader = {
  readerName: 'Marie Ek',
  known: [
    { name: 'Marie Ek', isReader: true, isProtected: false },
    { name: 'Tindra Ek', isReader: false, isProtected: false },
    { name: 'Mira Sandell', isReader: false, isProtected: false },
  ],
  protectedPlaces: [],
  readerNumber: '198501012382',
  now,
}

const peter: Reader = {
  readerName: 'Peter Brandt',
  known: [
    { name: 'Peter Brandt', isReader: true, isProtected: false },
    { name: 'Elias Holm Brandt', isReader: false, isProtected: false },
    { name: 'Sara Holm', isReader: false, isProtected: true },
  ],
  protectedPlaces: ['Ekdala sjukhus', 'Solbo'],
  now,
}

const warningsIn = (text: string, reader: Reader) =>
  thirdPersonWarnings(text, reader).map(({ kind, text }) => `${kind} ${text}`)

test.each([
  ['Tindra åt. I dag kom Tindra Ek och Miras chef.', ['name Tindra', 'name Tindra', 'name Miras']],
  ['Marie Ek och Maries mamma åt. Familjen Ek kom.', []],
  ['Hon träffar Yasmin på tisdag.', ['unknownName Yasmin']],
  ['Numret är 20100101-2382.', ['identityNumber 20100101-2382']],
  ['Numret är 850101-2382.', []],
  ['Ring 08-465 004 11.', ['phone 08-465 004 11']],
  ['Hon bor på Storgatan 4, 123 45 Ekdala.', ['address Storgatan 4', 'address 123 45 Ekdala']],
  ['Hon går på Ekdala skola nu.', ['place Ekdala skola']],
  ['Han går på förskolan Solen nu.', ['place förskolan Solen']],
  ['Hon bor på skyddat boende.', ['place skyddat boende']],
  ['Han bor i ett jourhem.', ['place jourhem']],
  ['Hon går i skolan. Hennes skola är bra.', []],
  ['Skolan ringde. Sjukhus är stora.', []],
  ['', []],
])('before Marie reads "%s" somebody looks at %o', (text, warnings) => {
  expect(warningsIn(text, marie)).toEqual(warnings)
})

test.each([
  ['Hon är på sjukhuset.', ['place sjukhuset']],
  ['Hon bytte arbetsplats.', ['place arbetsplats']],
  ['Hon är på en vuxenavdelning.', ['place vuxenavdelning']],
  ['Skolan har hennes adress.', ['place Skolan', 'place adress']],
  ['Hon är på Ekdala sjukhus.', ['protectedPlace Ekdala sjukhus']],
  ['Hon är på ekdala sjukhus nu.', ['protectedPlace ekdala sjukhus']],
  ['Solbos lokaler, men inte Solbolet.', ['protectedPlace Solbos', 'unknownName Solbolet']],
  ['Hon är på Norra sjukhuset.', ['place Norra sjukhuset']],
  ['Sara Holm ringde.', ['name Sara Holm']],
  ['Peter Brandt ringde.', []],
  ['Elias bor hos Brandt.', ['name Elias']],
])('before Peter, whom a protected person fears, reads "%s" somebody looks at %o', (text, warnings) => {
  expect(warningsIn(text, peter)).toEqual(warnings)
})

test('the note that Peter must not see is full of warnings', () => {
  const { text } = stories.find(({ key }) => key === 'B4')!
  expect(warningsIn(text, peter)).toEqual([
    'name Sara',
    'name Sara',
    'place sjukhus',
    'name Elias',
    'name Elias',
    'place jourhem',
    'place sjukhus',
  ])
})

test('offsets tell where the words stand, in order', () => {
  const text = 'Sara är på Ekdala sjukhus, Storgatan 4, 08-465 004 11. Elias går på Ekdala skola.'
  const warnings = thirdPersonWarnings(text, peter)
  for (const { start, end, text: found } of warnings) expect(text.slice(start, end)).toBe(found)
  expect(warnings.map(({ start }) => start)).toEqual(
    warnings.map(({ start }) => start).toSorted((a, b) => a - b),
  )
})

test.each(['Sara ', 'Solbo', 'Ekdala sjukhus ', 'skola ', 'A', 'skyddat boende ', 'a'])(
  'ten thousand characters of "%s" do not keep it busy',
  (part) => {
    expect(thirdPersonWarnings(part.repeat(Math.ceil(10_000 / part.length)), peter)).toBeInstanceOf(Array)
  },
)
