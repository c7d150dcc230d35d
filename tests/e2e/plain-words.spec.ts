import { lix } from '../../app/text/readability'
import type { PersonKey } from '../../db/seed/people'
import { expect, test } from '../support/browser-test'
import { pagesOf } from '../support/every-page'
import { ownWordsOn } from '../support/own-words'

// Björnsson's index of the words that are ours: a children's book is at most 25, an easy text at most 35.
const mostFor: readonly (readonly [PersonKey, 'sv' | 'sv-latt', number])[] = [
  ['tindra', 'sv', 25],
  ['tindra', 'sv-latt', 25],
  ['peter', 'sv', 35],
  ['peter', 'sv-latt', 35],
  ['lina', 'sv', 35],
]

/** The index is of running text: of a page with a handful of labels it says nothing. */
const fewestWords = 30

for (const [who, language, most] of mostFor)
  test(`the portal's own words to ${who} in ${language} are read at ${most} or less on every page`, async ({
    pageAs,
    setLook,
  }) => {
    const page = await pageAs(who)
    await setLook(page, language)
    const pages = (pagesOf as Partial<Record<PersonKey, string[]>>)[who]!
    const measured: [string, number][] = []
    for (const address of pages) {
      await page.goto(address)
      const words = await ownWordsOn(page)
      if (words.split(/\s+/).length < fewestWords) continue
      measured.push([address, Math.round(lix(words))])
    }
    console.log(measured.map(([address, value]) => `lix ${value} ${who} ${language} ${address}`).join('\n'))
    expect(measured.length).toBeGreaterThan(3)
    expect(measured.filter(([, value]) => value > most)).toEqual([])
  })
