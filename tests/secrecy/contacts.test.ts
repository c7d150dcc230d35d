import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { addContacts } from '../support/contacts.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { testKeys } from '../support/keys.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories
beforeAll(async () => void (stories = await openStories()))
afterAll(() => stories.close())

test.each<[writer: PersonKey, reader: PersonKey, caseId: string]>([
  ['sara', 'peter', eliasCase],
  ['peter', 'sara', eliasCase],
  ['tindra', 'marie', tindrasCase],
  ['marie', 'tindra', tindrasCase],
])(
  'whatever %s asks, sends, brings up and is told alone changes no byte of what the database tells %s',
  async (writer, reader, caseId) => {
    const before = await everythingShown(stories, reader)
    const word = `Vattkoppor ${writer}`
    await addContacts(stories.owner, testKeys, {
      municipality: municipalityOf(writer),
      caseId,
      personId: idOf(writer),
      staffId: idOf(caseId === tindrasCase ? 'mira' : 'samira'),
      word,
    })
    expect(await everythingShown(stories, reader)).toBe(before)
    // Its writer is told all of it, so the comparison can fail.
    expect(await everythingShown(stories, writer)).toContain(word)
  },
)
