import { expect, test } from 'vitest'
import { findNamesAtStart } from './names-at-start.ts'
import { textWords } from './text-words.ts'
import stories from '../dictation/text/stories.json' with { type: 'json' }

const known = ['Tindra Ek', 'Elias Holm Brandt']
const namesIn = async (text: string, names = known) =>
  (await findNamesAtStart(text, await textWords(text), names)).map(({ text }) => text)

test.each([
  ['Jörg, kommer vi inte att ringa i dag?', ['Jörg']],
  ['Yasmin träffar henne.', ['Yasmin']],
  ['Hon åt. Amina kom.\nLeif väntar.', ['Amina', 'Leif']],
  ['Torstens bil är röd. Jörgen kör.', ['Torstens', 'Jörgen']],
  ['Anna-Lo ringer.', ['Anna-Lo']],
  ['Tindra sov. Tindras mamma kom. Elias åt.', []],
  ['I dag kom Yasmin.', []],
  ['Rubriken är rak. Personnumret saknas. Febern gick ner. Mötet var kort.', []],
  ['Enligt LVU. BUP ringer. Klockan åtta. Tjugofem kom.', []],
  ['Gympan är rolig.', ['Gympan']],
  ['Gympan är rolig. Hon gillar gympan.', []],
  ['Tofflor behövs. Hon har inga tofflor.', []],
  ['', []],
])('in "%s" the names at the start are %o', async (text, names) => {
  expect(await namesIn(text)).toEqual(names)
})

test.each(stories)('$key begins no sentence with an unknown name', async ({ text }) => {
  expect(await namesIn(text, [...known, 'Marie', 'Alva', 'Henrik', 'Lina', 'Peter', 'Sara'])).toEqual([])
})
