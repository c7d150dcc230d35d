import { parseDataKeys } from '../../app/person/data-keys'
import { eliasCase } from '../support/asked'
import { addContacts } from '../support/contacts'
import { hiddenChanges } from '../support/hidden-changes'
import { keptFromPeter } from '../support/kept-from-peter'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import { reachedPages, withoutTown } from '../support/reached-pages'
import { surveyCodeOf } from '../support/survey-codes'
import { foundTown } from '../support/town'

test('on every page that Peter can reach there is nothing that is kept from him', async ({ requestAs }) => {
  const pages = await reachedPages(await requestAs('peter'))
  expect(pages.size).toBeGreaterThan(20)
  for (const [address, page] of pages) {
    const found = keptFromPeter.filter((secret) => page.toLowerCase().includes(secret.toLowerCase()))
    expect(found, address).toEqual([])
  }
})

test('Sara’s pages do hold those words, so the test above can fail', async ({ requestAs }) => {
  const all = [...(await reachedPages(await requestAs('sara'))).values()].join().toLowerCase()
  expect(keptFromPeter.filter((secret) => all.includes(secret))).toEqual(
    expect.arrayContaining(['sjukhus', 'jourhem', 'kanin', 'blåmärke', 'jättearg']),
  )
})

test('nobody’s pages hold the personal identity number of anybody', async ({ requestAs, town }) => {
  // Henrik’s home leads on to the survey.
  await surveyCodeOf(town, 'henrik')
  for (const who of ['peter', 'tindra', 'henrik', 'mira'] as const) {
    for (const [address, page] of await reachedPages(
      await requestAs(who),
      who === 'mira' ? '/handlaggare' : '/hem',
    )) {
      // What a PDF says stands on its document's page; the rest of its bytes are no text.
      if (page.includes('"content-type":"application/pdf"')) continue
      expect(page, address).not.toMatch(/(19|20)\d{6}[- ]?\d{4}/)
    }
  }
})

test('whatever is written in the hidden part, Peter’s pages stay the same to the byte', async ({
  owner,
  requestAs,
  town,
}) => {
  const other = await foundTown(owner)
  for (const { change } of hiddenChanges) await change(owner, other.id)
  const untouched = await reachedPages(await requestAs('peter'))
  const { name, value } = await other.session('peter')
  const changed = await reachedPages(await requestAs(null), '/hem', { Cookie: `${name}=${value}` })
  expect(withoutTown(changed, other, 'peter')).toEqual(withoutTown(untouched, town, 'peter'))
  await other.remove()
})

const parents = [
  ['peter', 'sara'],
  ['sara', 'peter'],
] as const

for (const [reader, writer] of parents) {
  test(`whatever ${writer} asks, sends, brings up and is told alone, ${reader}’s pages stay the same to the byte`, async ({
    owner,
    requestAs,
    town,
  }) => {
    const other = await foundTown(owner)
    const contacts = {
      municipality: other.id,
      caseId: eliasCase,
      staffId: idOf('samira'),
      word: 'Vattkoppor',
    }
    const keys = parseDataKeys(process.env['E2E_DATA_KEYS']!)
    const { threadId, attachmentId, appointmentId } = await addContacts(owner, keys, {
      ...contacts,
      personId: idOf(writer),
    })
    const signedIn = async (who: 'peter' | 'sara') => {
      const { name, value } = await other.session(who)
      return { Cookie: `${name}=${value}` }
    }
    const request = await requestAs(null)
    const changed = await reachedPages(request, '/hem', await signedIn(reader))
    const untouched = await reachedPages(await requestAs(reader))
    expect(withoutTown(changed, other, reader)).toEqual(withoutTown(untouched, town, reader))
    // Its owner reads all of it, so the comparison can fail.
    const own = await reachedPages(request, '/hem', await signedIn(writer))
    for (const id of [threadId, attachmentId, appointmentId])
      expect([...own.keys()].some((address) => address.endsWith(id))).toBe(true)
    expect([...own.values()].join()).toContain('Vattkoppor')
    await other.remove()
  })
}
