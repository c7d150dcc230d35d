import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { signInAs } from '../support/sign-in'

const note = `/arenden/${storyId('case', 'EK-2026-0412')}/anteckningar/${storyId('note', 'A3')}`

test(
  'Tindra signs in, sees where she is, reads a note in its voices and says what is wrong',
  { tag: '@without-script' },
  async ({ page, town }) => {
    await signInAs(page, await town.number('tindra'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hej Tindra')
    await expect(page.getByRole('main')).toContainText('Hjälpen har börjat')
    await page.getByRole('link', { name: 'Öppna ditt ärende' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Anteckningar' }).first().click()
    await page.locator(`a[href="${note}"]`).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vi pratade på kontoret')
    await expect(page.locator('#text')).toContainText('Till dig från Mira')
    await page.getByText('Så står det i anteckningen').click()
    const text = page.locator('details', { hasText: 'Så står det i anteckningen' })
    await expect(text).toContainText('Det här sa du')
    await expect(text.getByRole('blockquote').first()).toContainText('jag är som en extra mamma')
    await expect(text).toContainText('Det här hände')
    await expect(page.getByText('Uppläst för dig innan den sparades.')).toBeVisible()

    await page.getByRole('link', { name: 'Det här stämmer inte' }).click()
    await page
      .getByLabel('Vad är det som inte stämmer?')
      .fill('Jag lagar inte mat varje dag.\nBara måndag till torsdag.')
    await page.getByRole('button', { name: 'Skicka till Mira' }).click()

    await expect(page).toHaveURL(`${note}?sparat=1`)
    await expect(page.getByRole('status')).toContainText('Tack, det är sparat')
    await page.goto(note)
    await expect(page.getByText('Jag lagar inte mat varje dag.')).toBeVisible()
    await expect(page.getByText('Mira har inte svarat än.')).toBeVisible()
  },
)

test(
  'what she wrote, and the note itself, are not her mother’s to see',
  { tag: '@phone' },
  async ({ pageAs, requestAs }) => {
    const hers = await pageAs('tindra')
    await hers.goto(`${note}/kommentar`)
    await hers.getByLabel('Din kommentar').fill('Bara mellan mig och Mira.')
    await hers.getByRole('button', { name: 'Spara kommentaren' }).click()
    await expect(hers.getByText('Bara mellan mig och Mira.')).toBeVisible()

    const mothers = await pageAs('marie')
    await mothers.goto(note.replace(/\/[^/]+$/, ''))
    await expect(mothers.getByRole('main').getByRole('listitem')).toHaveCount(5)
    await expect(mothers.locator(`a[href="${note}"]`)).toHaveCount(0)
    const [withheld, nowhere] = await Promise.all(
      [note, note.replace(/.{12}$/, '0123456789ab')].map(async (address) =>
        (await requestAs('marie')).get(address),
      ),
    )
    expect([withheld!.status(), nowhere!.status()]).toEqual([404, 404])
  },
)

test('an answer that has come is new until it is read', { tag: '@phone' }, async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto('/hem')
  await page.getByRole('link', { name: /Samtalet på torsdag/ }).click()
  await expect(page.getByText('Ni kan ses på fredag klockan 15 i stället.')).toBeVisible()
  await page.goto('/hem')
  await expect(page.getByRole('main')).not.toContainText('Nytt svar')
})

test('who has read about her is told by name, to the minute', { tag: '@phone' }, async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto(note)
  await page.goto('/insyn')
  await expect(page.getByRole('main')).toContainText('Mira Sandell')
  await expect(page.getByRole('main')).toContainText('Du läste anteckningen')
})
