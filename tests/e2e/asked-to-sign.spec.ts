import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { addDocument } from '../support/asked-documents'
import { expect, test } from '../support/browser-test'
import { numberToSignWith, signWithBankId } from '../support/sign'

const eliasCase = storyId('case', 'EK-2026-1187')
const documentAt = (id: string) => `/arenden/${eliasCase}/dokument/${id}`
const contact = documentAt(storyId('document', 'elias/place-and-contact'))

/** Staff ask Peter on a document's page, in one meaning. */
async function askPeter(page: Page, document: string, act: string, day: string): Promise<void> {
  await page.goto(`/handlaggare${document}`)
  await page.getByRole('link', { name: 'Be om en underskrift' }).click()
  await page.getByLabel(`Peter Brandt · ${act}`).check()
  await page.getByLabel('Svara senast').fill(day)
  await page.getByRole('button', { name: 'Fråga', exact: true }).click()
  await expect(page.getByText('Frågan finns nu på personens sida.')).toBeVisible()
}

test('a guardian says yes, takes it back, and staff are told until they have seen it', async ({
  pageAs,
  town,
}) => {
  const number = await numberToSignWith(town, 'peter')
  const { documentId } = await addDocument({
    owner: town.owner,
    municipality: town.id,
    caseId: eliasCase,
    type: 'consent',
    readers: ['peter', 'sara'],
  })
  const [samira, peter, sara] = [await pageAs('samira'), await pageAs('peter'), await pageAs('sara')]
  await askPeter(samira, documentAt(documentId), 'samtycke', '2026-09-20')

  await peter.goto('/hem')
  await expect(peter.getByRole('main')).toContainText('Svara senast söndag 20 september.')
  await peter.getByRole('link', { name: 'Säg ja eller nej' }).click()
  await expect(peter).toHaveURL(new RegExp(`${documentId}$`))
  await expect(peter.getByText('Svara senast söndag 20 september.')).toBeVisible()
  await peter.getByRole('link', { name: 'Gå till underskriften' }).click()
  for (const told of ['Du kan ändra dig.', 'Att du måste säga ja.', 'Då har du inte sagt ja.']) {
    await expect(peter.getByRole('main')).toContainText(told)
  }
  await signWithBankId(peter, { number })
  await expect(peter.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()

  await peter.getByText('Jag vill ta tillbaka mitt ja').click()
  await peter.getByRole('button', { name: 'Ta tillbaka mitt ja' }).click()
  await expect(peter.getByRole('main')).toContainText('Du har tagit tillbaka ditt ja.')
  await sara.goto(documentAt(documentId))
  await expect(sara.getByRole('main')).not.toContainText('Säg ja eller nej')

  await samira.goto('/handlaggare')
  await samira.getByRole('link', { name: 'Peter Brandt' }).filter({ hasText: 'samtycke' }).click()
  await expect(samira.getByRole('main')).toContainText('Har tagit tillbaka sitt ja')
  await samira.getByRole('button', { name: 'Jag har tagit del av svaret' }).click()
  await samira.goto('/handlaggare')
  await expect(samira.getByRole('heading', { name: 'Svar att ta del av' })).toHaveCount(0)
})

test('a press in a tab that has been overtaken changes nothing', async ({ pageAs, town }) => {
  const number = await numberToSignWith(town, 'peter')
  const { documentId } = await addDocument({
    owner: town.owner,
    municipality: town.id,
    caseId: eliasCase,
    type: 'consent',
    readers: ['peter'],
  })
  const [samira, one, other] = [await pageAs('samira'), await pageAs('peter'), await pageAs('peter')]
  await askPeter(samira, documentAt(documentId), 'samtycke', '2026-09-20')
  for (const page of [one, other]) await page.goto(`${documentAt(documentId)}/skriv-under`)
  await signWithBankId(one, { number })
  await expect(one.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()
  await other.getByText('Jag vill inte skriva under').click()
  await other.getByRole('button', { name: 'Spara att jag inte skriver under' }).click()
  await expect(other.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()
  for (const page of [one, other]) {
    await page.getByText('Jag vill ta tillbaka mitt ja').click()
  }
  for (const page of [one, other]) {
    await page.getByRole('button', { name: 'Ta tillbaka mitt ja' }).click()
    await expect(page.getByRole('main')).toContainText('Du har tagit tillbaka ditt ja.')
  }
  const { rows } = await town.owner.query(
    `select action from audit_event where municipality_id = $1 and document_id = $2
        and action in ('signedDocument', 'declinedSignature', 'withdrewConsent') order by 1`,
    [town.id, documentId],
  )
  expect(rows).toEqual([{ action: 'signedDocument' }, { action: 'withdrewConsent' }])
})

test('a question is taken back, and its reader is told plainly', async ({ pageAs, town }) => {
  const { documentId } = await addDocument({
    owner: town.owner,
    municipality: town.id,
    caseId: eliasCase,
    type: 'implementationPlan',
    readers: ['peter'],
    title: 'Plan för familjebehandling',
  })
  const [samira, peter] = [await pageAs('samira'), await pageAs('peter')]
  await askPeter(samira, documentAt(documentId), 'överenskommelse', '2026-09-20')
  await samira.getByRole('link', { name: 'Öppna frågan' }).click()
  await samira.getByRole('button', { name: 'Ta tillbaka frågan' }).click()
  await expect(samira.getByRole('main')).toContainText('Återkallat')
  await peter.goto(documentAt(documentId))
  await expect(peter.getByText('Du behöver inte skriva under det här längre.')).toBeVisible()
})

test('a guardian signs that they do not appeal, and learns that an appeal has come in all the same', async ({
  pageAs,
  town,
}) => {
  const number = await numberToSignWith(town, 'peter')
  const [samira, peter, sara] = [await pageAs('samira'), await pageAs('peter'), await pageAs('sara')]
  await peter.goto(`${contact}/skriv-under`)
  await signWithBankId(peter, { number })
  await expect(peter.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()

  await askPeter(samira, contact, 'överklagar inte', '2026-10-06')
  await peter.goto(contact)
  await peter.getByRole('link', { name: 'Gå till underskriften' }).click()
  await expect(peter.getByRole('heading', { level: 1 })).toHaveText('Skriv under att du inte överklagar')
  await expect(peter.getByRole('main')).toContainText('Att du måste skriva under.')
  await signWithBankId(peter, { number })
  await expect(peter.getByText('Har du ändrat dig? Hör av dig till')).toBeVisible()

  await samira.goto(`/handlaggare${contact}`)
  await samira
    .locator('.facts > div', { hasText: 'Peter Brandt · kvitto' })
    .getByRole('link', { name: 'Ett överklagande har kommit in' })
    .click()
  await samira.getByLabel('Personen själv').check()
  await samira.getByLabel('Med post').check()
  await samira.getByRole('button', { name: 'Spara' }).click()
  await expect(samira.getByText('I tid').first()).toBeVisible()
  await samira.getByRole('button', { name: 'Skickat till domstolen' }).click()
  await expect(samira.getByRole('main')).toContainText('Skickat till domstolen tisdag 15 september.')

  await peter.goto(`${contact}/overklaga`)
  await expect(peter.getByRole('heading', { name: 'Vi har fått ditt överklagande' })).toBeVisible()
  await expect(peter.getByRole('main')).toContainText('Vi skickade det till domstolen tisdag 15 september.')
  await sara.goto(`${contact}/overklaga`)
  await expect(sara.getByRole('main')).not.toContainText('Vi har fått ditt överklagande')
})
