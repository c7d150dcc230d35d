import { expect, test } from '../support/browser-test'
import { beginNote } from '../support/dictation'

const early = [
  { kept: '', typed: 'Tindra kom till kontoret.' },
  { kept: 'Tindra kom.', typed: 'Tindra kom till kontoret, och Marie med.' },
]

for (const { kept, typed } of early) {
  test(`what is typed before the desk's script has come is kept, in a draft that says “${kept}”`, async ({
    pageAs,
  }) => {
    const page = await pageAs('mira')
    await beginNote(page)
    const text = page.getByRole('textbox', { name: 'Text', exact: true })
    const note = page.url()
    if (kept) {
      await text.fill(kept)
      await page.getByRole('button', { name: 'Vidare till granskning' }).click()
      await page.waitForURL(/granska$/)
    }
    let bring: () => void = () => undefined
    const isTyped = new Promise<void>((resolve) => (bring = resolve))
    await page.route(/\/desk[^/]*\.js$/, async (route) => {
      await isTyped
      await route.continue()
    })
    await page.goto(note, { waitUntil: 'commit' })
    await text.fill(typed)
    await page.getByLabel('Rubrik').fill('På kontoret')
    bring()
    await expect(page.getByRole('button', { name: 'Spela in' })).toBeEnabled()
    await expect(text).toHaveValue(typed)
    await page.getByRole('button', { name: 'Vidare till granskning' }).click()
    await page.waitForURL(/granska$/)
    await expect(page.getByRole('main')).toContainText(typed)
    await page.goto(note)
    await expect(page.getByLabel('Rubrik')).toHaveValue('På kontoret')
  })
}
