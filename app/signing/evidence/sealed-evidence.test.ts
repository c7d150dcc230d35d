import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { foundInClear } from '../../../tests/support/found-in-clear.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import { idOf } from '../../../tests/support/people.ts'
import { openSignedWorld } from '../../../tests/support/signed-world.ts'
import { openStories } from '../../../tests/support/stories.ts'
import { people } from '../../../db/seed/people.ts'
import { findEvidence } from './signed-evidence.ts'
import { openEvidence, sealEvidence } from './sealed-evidence.ts'

const request = 'a.request.jwt'

test('what is sealed for one try to sign opens there and nowhere else, and in its own part alone', () => {
  const intentId = randomUUID()
  const sealed = sealEvidence('request', request, intentId, testKeys)
  expect(openEvidence('request', sealed, intentId, testKeys)).toBe(request)
  expect(() => openEvidence('request', sealed, randomUUID(), testKeys)).toThrow()
  expect(() => openEvidence('answer', sealed, intentId, testKeys)).toThrow()
})

test('a changed byte anywhere opens nothing', () => {
  const sealed = sealEvidence('request', request, 'one', testKeys)
  for (const at of sealed.keys()) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => openEvidence('request', changed, 'one', testKeys), String(at)).toThrow()
  }
})

test('of what was signed neither number nor XML lies in clear in any column, and whoever seals finds all of it', async () => {
  const world = await openSignedWorld()
  try {
    const { owner, database } = world.stories
    const id = await world.sign('peter', 'elias/place-and-contact')
    const found = await database.asService(new Date(), (tx) => findEvidence(tx, id, testKeys))
    const xml = Buffer.from(found!.signature, 'base64').toString()
    expect(xml).toContain('bankIdSignedData')
    for (const proof of [found!.requestJwt!, found!.idToken]) {
      expect(Buffer.from(proof.split('.')[1]!, 'base64url').toString()).toContain(people.peter.number)
    }
    expect(Buffer.from(found!.verdict.certificate, 'base64').includes(people.peter.number)).toBe(true)
    for (const clear of [people.peter.number, 'bankIdSignedData', '<?xml', xml.slice(100, 160)]) {
      expect(await foundInClear(owner, clear), clear).toEqual([])
    }
  } finally {
    await world.close()
  }
})

test('the search for clear text finds what is written in base64 or in bytes, wherever it stands in them', async () => {
  const stories = await openStories()
  const number = people.peter.number
  const noted = (text: string) =>
    stories.owner.query('update person set given_name = $1 where id = $2', [text, idOf('peter')])
  try {
    for (const before of ['', 'a', 'ab']) {
      await noted(Buffer.from(`${before}${number} and more`).toString('base64'))
      expect(await foundInClear(stories.owner, number), before).toEqual(['person.given_name'])
    }
    await noted('Peter')
    await stories.owner.query('update person set id_number_encrypted = $1 where id = $2', [
      Buffer.from(`of ${number}`),
      idOf('peter'),
    ])
    expect(await foundInClear(stories.owner, number)).toEqual(['person.id_number_encrypted'])
  } finally {
    await stories.close()
  }
})
