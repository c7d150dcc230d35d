import { expect, test } from 'vitest'
import spoken from '../dictation/text/spoken-sentences.json' with { type: 'json' }
import stories from '../dictation/text/stories.json' with { type: 'json' }
import { textWords } from './text-words.ts'
import { findFirstNames, findUnknownNames } from './unknown-names.ts'

const known = ['Tindra Ek', 'Elias Holm Brandt']

test.each([
  ['Hon träffar Yasmin i dag.', ['Yasmin']],
  ['Hon träffar Yasmin Norberg.', ['Yasmin', 'Norberg']],
  ['Yasmin träffar henne.', []],
  ['Hon åt. Yasmin kom.', []],
  ['Hon åt.\nYasmin kom.', []],
  ['Han sa ”Yasmin kom.” Sedan gick han.', []],
  ['Närvarande: Yasmin.', ['Yasmin']],
  ['Kontakt: Yasmin Norberg.', ['Yasmin', 'Norberg']],
  ['Vi var fyra: Yasmin, Adam och jag.', ['Yasmin', 'Adam']],
  ['Beslut: Stödet fortsätter. Planering: Skolan ringer.', []],
  ['Beslut: Yasmin får hjälp. I dag kom Yasmin.', ['Yasmin', 'Yasmin']],
  ['Hon såg t.ex. Yasmin.', ['Yasmin']],
  ['Hon (Yasmin) kom.', ['Yasmin']],
  ['Hon såg Tindra, Tindras skola och Elias bror.', []],
  ['Hon heter Tindra-Lo och Holm-Brandt.', ['Tindra-Lo']],
  ['Enligt LVU och BUP skriver hon under med BankID på Mina sidor.', []],
  ['Hon kom i Mars, på en Torsdag.', []],
  ['Hon heter Mina.', ['Mina']],
  ['– Hej, sa hon.\n– Adam, sa han.', []],
  ['', []],
])('in "%s" the unknown are %o', async (text, names) => {
  const found = await findUnknownNames(text, await textWords(text), known)
  expect(found.map(({ text }) => text)).toEqual(names)
})

test('of all that is said in the stories and in the spoken sentences, only first names are taken for such', async () => {
  const people = 'Tindra Elias Peter Sara Marie Alva Henrik Lina'.split(' ')
  const found: string[] = []
  for (const { text } of [...stories, ...spoken]) {
    for (const name of await findFirstNames(await textWords(text), people)) found.push(name.text)
  }
  expect([...new Set(found)].toSorted()).toEqual(['Anna', 'Jörg', 'Leif', 'Nina', 'Yasmin'])
})
