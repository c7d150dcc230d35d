import type { Page } from '@playwright/test'
import { hashOf } from '../../app/access/cookies'
import { storyId } from '../../db/seed/story-id'
import { idOf } from '../support/people'
import { expect, test } from '../support/browser-test'
import { foundInClear } from '../support/found-in-clear'
import { numberToSignWith, signWithBankId } from '../support/sign'
import type { Town } from '../support/town'

const eliasCase = storyId('case', 'EK-2026-1187')
const decision = (key: string) => `/arenden/${eliasCase}/dokument/${storyId('document', key)}`
const custody = decision('elias/custody')
const contact = decision('elias/place-and-contact')

const requestsOf = async (town: Town, who: 'peter' | 'sara') =>
  (
    await town.owner.query<{ state: string }>(
      'select state from signature_request where municipality_id = $1 and person_id = $2 order by state',
      [town.id, idOf(who)],
    )
  ).rows.map(({ state }) => state)

const evidence = async (town: Town) =>
  (await town.owner.query('select from signature_evidence where municipality_id = $1', [town.id])).rowCount

const goToSign = async (page: Page, document: string) => {
  await page.goto(document)
  await page.getByRole('link', { name: 'Gå till underskriften' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skriv under att du har fått beslutet')
}

test(
  'a guardian reads a decision, signs that it was received, and sees what can be appealed and until when',
  {
    tag: '@without-script',
  },
  async ({ pageAs, town, javaScriptEnabled }) => {
    const page = await pageAs('peter')
    const number = await numberToSignWith(town, 'peter')
    await goToSign(page, contact)
    await expect(page.getByText('Att du håller med. Att du säger ja till något.')).toBeVisible()
    await signWithBankId(page, { number, hasScript: javaScriptEnabled })
    await expect(page.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()
    expect(await requestsOf(town, 'peter')).toEqual(['asked', 'signed'])
    expect(await requestsOf(town, 'sara')).toEqual(['asked', 'asked'])
    await fetchesProof(page, contact)
    // The sealed file is for whoever gets it: it alone has the number in clear.
    expect(await foundInClear(town.owner, number)).toEqual(['sealed_package.bytes'])
    const samira = await pageAs('samira')
    await samira.goto(`/handlaggare${contact}`)
    const held = samira.getByRole('link', { name: 'Ladda ner beviset' })
    const fetched = await samira.request.get((await held.getAttribute('href'))!)
    expect((await fetched.body()).subarray(0, 5).toString()).toBe('%PDF-')

    await page.getByRole('link', { name: 'Se vad du kan överklaga' }).click()
    const main = page.getByRole('main')
    await expect(main.getByText('Senast tisdag 6 oktober klockan 23.59')).toHaveCount(2)
    await expect(main).toContainText('LVU 11 §')
    await expect(main).toContainText('LVU 14 §')
    await expect(main).not.toContainText('Sara')

    await page.getByLabel('Så vill du ändra beslutet').fill('Jag vill träffa Elias.\nمن فضلكم 💛')
    await page.getByRole('button', { name: 'Spara texten' }).click()
    await expect(page.getByText('Texten är sparad.')).toBeVisible()
    await page.getByRole('link', { name: 'Visa brevet' }).click()
    await expect(main.locator('.written')).toHaveText('Jag vill träffa Elias. من فضلكم 💛')
    await page.goBack()
    await page.getByRole('button', { name: 'Jag har lämnat in det' }).click()
    await expect(page.getByText('Du lämnade in det')).toBeVisible()
  },
)

test('each guardian signs alone, and neither learns of the other', async ({ pageAs, town }) => {
  const [peter, sara] = [await pageAs('peter'), await pageAs('sara')]
  const [petersNumber, sarasNumber] = [
    await numberToSignWith(town, 'peter'),
    await numberToSignWith(town, 'sara'),
  ]
  await goToSign(sara, contact)
  const before = await sara.getByRole('main').innerText()
  await goToSign(peter, contact)
  await signWithBankId(peter, { number: petersNumber })
  await expect(peter.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()
  await sara.reload()
  expect(await sara.getByRole('main').innerText()).toBe(before)
  await signWithBankId(sara, { number: sarasNumber })
  await sara.getByRole('link', { name: 'Se vad du kan överklaga' }).click()
  await expect(sara.getByText('Senast tisdag 6 oktober klockan 23.59')).toHaveCount(1)
  await expect(sara.getByRole('main')).not.toContainText('LVU 14 §')
})

test('what was appealed of a version stays within reach when the decision is corrected', async ({
  pageAs,
  town,
}) => {
  const page = await pageAs('peter')
  await goToSign(page, contact)
  await signWithBankId(page, { number: await numberToSignWith(town, 'peter') })
  await page.getByRole('link', { name: 'Se vad du kan överklaga' }).click()
  await page.getByLabel('Så vill du ändra beslutet').fill('Jag vill träffa Elias.')
  await page.getByRole('button', { name: 'Spara texten' }).click()
  await correct(town)

  await page.goto(contact)
  await expect(page.getByRole('heading', { name: 'Överklagande av en tidigare version' })).toBeVisible()
  await page.getByRole('link', { name: 'Version 1' }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText('Det här gäller version 1.')
  await expect(main).toContainText('Senast tisdag 6 oktober klockan 23.59')
  await expect(page.getByLabel('Så vill du ändra beslutet')).toHaveValue('Jag vill träffa Elias.')
  await page.getByLabel('Så vill du ändra beslutet').fill('Jag vill träffa Elias ofta.')
  await page.getByRole('button', { name: 'Spara texten' }).click()
  await page.getByRole('link', { name: 'Visa brevet' }).click()
  await expect(main.locator('.written')).toHaveText('Jag vill träffa Elias ofta.')
  await page.goBack()
  await page.getByRole('button', { name: 'Jag har lämnat in det' }).click()
  await expect(main).toContainText('Det här gäller version 1.')
  await expect(page.getByText('Du lämnade in det')).toBeVisible()
})

/** A second version of the decision on contact, frozen, with the parts of the first. */
async function correct(town: Town): Promise<void> {
  await town.owner.query(
    `with corrected as (
       insert into document_version (municipality_id, id, document_id, number, title, content, change_reason, signed_at, signed_by)
       select municipality_id, gen_random_uuid(), document_id, 2, title, content, 'Ett namn var fel.', signed_at, signed_by
         from document_version where municipality_id = $1 and document_id = $2
       returning municipality_id, id
     ), parted as (
       insert into decision_part (municipality_id, document_version_id, number, law, title, person_id)
       select c.municipality_id, c.id, p.number, p.law, p.title, p.person_id
         from corrected c
         join document_version v on v.municipality_id = c.municipality_id and v.document_id = $2 and v.number = 1
         join decision_part p on p.municipality_id = v.municipality_id and p.document_version_id = v.id
     )
     insert into document_file (municipality_id, document_version_id, bytes, pages, frozen_at)
     select municipality_id, id, 'second', 1, '2026-09-15 09:00+02' from corrected`,
    [town.id, storyId('document', 'elias/place-and-contact')],
  )
}

/** Until it is made the page says so; then it is the document, and what proves the signature after it. */
async function fetchesProof(page: Page, document: string): Promise<void> {
  const link = page.getByRole('link', { name: 'Ladda ner ditt bevis' })
  await expect(async () => {
    await page.reload()
    await expect(link).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const [proof, file] = [
    await page.request.get((await link.getAttribute('href'))!),
    await page.request.get(`${document}/fil`),
  ]
  expect(proof.headers()['content-disposition']).toBe('attachment; filename="dokument.pdf"')
  const [sealed, frozen] = [await proof.body(), await file.body()]
  expect(sealed.subarray(0, frozen.length).equals(frozen)).toBe(true)
  expect(sealed.length).toBeGreaterThan(frozen.length)
}

const failures = [
  ['signatureMissing', 'Det gick inte att skriva under'],
  ['identification', 'Vi kunde inte godkänna underskriften'],
  ['oneSpaceMore', 'Vi kunde inte godkänna underskriften'],
  ['revoked', 'Vi kunde inte godkänna underskriften'],
  ['unknownRoot', 'Vi kunde inte godkänna underskriften'],
] as const

test('a signature that fails a check moves nothing, and can be tried again', async ({ pageAs, town }) => {
  const page = await pageAs('peter')
  const number = await numberToSignWith(town, 'peter')
  await goToSign(page, custody)
  for (const [fault, told] of failures) {
    await test.step(fault, async () => {
      await signWithBankId(page, { number, fault })
      await expect(page.getByRole('main')).toContainText(told)
      expect(await requestsOf(town, 'peter')).toEqual(['asked', 'asked'])
    })
  }
  expect(await evidence(town)).toBe(0)
  await signWithBankId(page, { number })
  await expect(page.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()
})

test('whoever begins to sign too often waits, nothing leaves for the app, and the other guardian signs', async ({
  pageAs,
  town,
}) => {
  const [peter, sara] = [await pageAs('peter'), await pageAs('sara')]
  const sarasNumber = await numberToSignWith(town, 'sara')
  await goToSign(peter, contact)
  await town.owner.query(
    `insert into rate_count select 'sign person', $1, date_bin('15 minutes', now() + make_interval(mins => later), 'epoch'), 20
       from generate_series(0, 15, 15) as later`,
    [hashOf(`${town.id} ${idOf('peter')}`)],
  )
  const [answer] = await Promise.all([
    peter.waitForResponse((response) => response.request().method() === 'POST'),
    peter.getByRole('button', { name: 'Skriv under med BankID' }).click(),
  ])
  expect(answer.status()).toBe(429)
  expect(answer.headers()['retry-after']).toBe('900')
  await expect(peter.getByRole('heading', { level: 1 })).toHaveText('Vänta en stund')
  const { rows } = await town.owner.query('select from signature_intent where municipality_id = $1', [
    town.id,
  ])
  expect(rows).toEqual([])
  await goToSign(sara, contact)
  await signWithBankId(sara, { number: sarasNumber })
  await expect(sara.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()
})

test('whoever says no is told that the decision applies, and may sign after all', async ({
  pageAs,
  town,
}) => {
  const page = await pageAs('peter')
  const number = await numberToSignWith(town, 'peter')
  await goToSign(page, custody)
  await page.getByText('Jag vill inte skriva under').click()
  await page.getByLabel('Vill du säga varför?').fill('Jag vill prata med min advokat först.')
  await page.getByRole('button', { name: 'Spara att jag inte skriver under' }).click()
  await expect(page.getByText('Du har sagt att du inte skriver under.')).toBeVisible()
  await expect(page.getByText('Beslutet gäller ändå.').first()).toBeVisible()
  expect(await requestsOf(town, 'peter')).toEqual(['asked', 'declined'])
  await signWithBankId(page, { number })
  await expect(page.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()
})

test('a return is taken once, in the browser that left, by the person who left', async ({ pageAs, town }) => {
  const page = await pageAs('peter')
  const number = await numberToSignWith(town, 'peter')
  await goToSign(page, custody)
  const returned = page.waitForRequest((request) => request.url().includes('/auth/callback'))
  await signWithBankId(page, { number })
  await expect(page.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible()
  const address = (await returned).url()
  for (const who of ['peter', 'sara', null] as const) {
    const other = who === 'peter' ? page : await pageAs(who)
    const answer = await other.goto(address)
    expect(answer?.status()).toBeGreaterThanOrEqual(400)
    await expect(other.getByRole('main')).not.toContainText('Elias')
  }
  expect(await evidence(town)).toBe(1)
  expect(await requestsOf(town, 'peter')).toEqual(['asked', 'signed'])
  expect(await requestsOf(town, 'sara')).toEqual(['asked', 'asked'])
})
