import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { numberToSignWith, signWithBankId } from '../support/sign'

const elias = `/arenden/${storyId('case', 'EK-2026-1187')}/dokument`
const decision = `${elias}/${storyId('document', 'elias/place-and-contact')}`
const custody = `${elias}/${storyId('document', 'elias/custody')}`
const howPeter = `${elias}/${storyId('document', 'elias/appeal-peter')}`
const main = (page: Page) => page.getByRole('main')
const field = (page: Page) => page.getByLabel('Så vill du ändra beslutet')
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

test(
  'before the receipt the decision, what says how, and what is no appeal lead to the appeal, which says what the last day waits for',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs }) => {
    const page = await pageAs('peter')
    for (const [address, link] of [
      [decision, 'Se vad du kan överklaga'],
      [howPeter, /^Beslut om boende och umgänge/],
      [`${decision}/stammer-inte`, 'Se vad du kan överklaga'],
    ] as const) {
      await page.goto(address)
      await expect(main(page)).toContainText('Tiden börjar när du har fått beslutet.')
      await main(page).getByRole('link', { name: link }).last().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Överklaga beslutet')
    }
    await expect(main(page)).toContainText('Den räknas från den dag du fick beslutet.')
    await expect(main(page)).toContainText('Skicka eller lämna det till')
    await expect(main(page)).not.toContainText('den sista dagen')
    await main(page).getByRole('link', { name: 'Skriv under att du har fått beslutet' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skriv under att du har fått beslutet')
  },
)

test('what cannot be appealed leads to no appeal, and its remark speaks of none', async ({ pageAs }) => {
  const page = await pageAs('peter')
  for (const address of [custody, `${custody}/stammer-inte`, `${decision}/kommentar`]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(main(page).locator('a[href*=overklaga]')).toHaveCount(0)
    await expect(main(page)).not.toContainText('Det här är inget överklagande')
  }
})

test(
  'a letter is written before the receipt without a day, and has it with its year when the receipt is signed',
  { tag: '@phone' },
  async ({ pageAs, town }) => {
    const page = await pageAs('peter')
    await page.goto(`${decision}/overklaga`)
    await field(page).fill('Jag vill träffa Elias.')
    await press(page, 'Spara texten')
    await page.getByRole('link', { name: 'Visa brevet' }).click()
    const letter = page.locator('.letter-page')
    await expect(letter).toContainText('14 september 2026')
    await expect(letter).toContainText('Peter Brandt')
    await expect(letter).toContainText('Jag vill träffa Elias.')
    await expect(letter).not.toContainText('Jag fick beslutet')
    await page.goto(`${decision}/skriv-under`)
    await signWithBankId(page, { number: await numberToSignWith(town, 'peter') })
    await page.goto(`${decision}/overklaga/brev`)
    await expect(letter).toContainText(/Jag fick beslutet\s*15 september 2026/)
    await expect(letter).toContainText('Jag vill träffa Elias.')
    await page.goto(`${decision}/stammer-inte`)
    await expect(main(page)).toContainText('Senast tisdag 6 oktober klockan 23.59')
    await page.goto(`${decision}/overklaga`)
    await expect(main(page)).not.toContainText('Sista dagen är inte räknad än')
    await expect(main(page)).toContainText('Brevet ska ha kommit fram den sista dagen.')
  },
)

test(
  'an appeal that is too long is kept whole, and says by how much; far too long it says that it is not kept',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs }) => {
    const page = await pageAs('peter')
    const long = 'å'.repeat(10_200)
    const told = page.locator('#text-error')
    await page.goto(`${decision}/overklaga`)
    await field(page).fill(long)
    await press(page, 'Spara texten')
    await expect(told).toContainText(
      'Texten är 200 tecken för lång. Den får vara högst 10000. Allt du skrev finns kvar',
    )
    await page.goto(`${decision}/overklaga`)
    await expect(field(page)).toHaveValue(long)
    await expect(told).toContainText('200 tecken för lång')
    await field(page).fill('å'.repeat(25_001))
    await press(page, 'Spara texten')
    await expect(told).toContainText('Den är inte sparad')
    await expect(field(page)).toHaveValue('å'.repeat(25_001))
    await page.goto(`${decision}/overklaga`)
    await expect(field(page)).toHaveValue(long)
    await field(page).fill('Jag vill träffa Elias.')
    await press(page, 'Spara texten')
    await expect(page.getByText('Texten är sparad.')).toBeVisible()
    await expect(told).toHaveCount(0)
  },
)
