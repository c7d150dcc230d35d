import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test'
import { beginNote } from '../support/dictation'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

test('a desk whose note is gone says so, keeps the text to copy and leads to the case', async ({
  pageAs,
}) => {
  const desk = await pageAs('mira')
  await beginNote(desk)
  await expect(desk.getByRole('button', { name: 'Spela in' })).toBeEnabled()
  const other = await desk.context().newPage()
  await other.goto(desk.url())
  await other.getByText('Släng utkastet').first().click()
  await other.getByRole('button', { name: 'Släng utkastet' }).click()
  await other.waitForURL(/\/handlaggare\/arenden\//)

  await text(desk).fill('Tindra kom till kontoret.')
  const told = desk
    .getByRole('status')
    .filter({ hasText: 'Anteckningen är signerad eller finns inte längre.' })
  await expect(told).toBeVisible()
  await expect(desk.getByText('Ingen kontakt med servern')).toHaveCount(0)
  await text(desk).pressSequentially(' Marie med.')
  await desk.getByRole('button', { name: 'Vidare till granskning' }).click()
  await expect(told).toBeVisible()
  await expect(desk.getByText('Allt är inte skickat än')).toHaveCount(0)
  await expect(text(desk)).toHaveValue('Tindra kom till kontoret. Marie med.')
  await told.getByRole('link', { name: 'Gå till ärendet' }).click()
  await desk.waitForURL(/\/handlaggare\/arenden\//)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('only the answer to a save says that the text is saved', async ({ pageAs }) => {
    const page = await pageAs('mira')
    await beginNote(page)
    await expect(page.getByText('Sparat', { exact: true })).toBeHidden()
    await text(page).fill('Tindra kom till kontoret.')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Texten är sparad.' })).toBeVisible()
    await expect(page).toHaveTitle(/^Sparat: /)
    await expect(text(page)).toHaveValue('Tindra kom till kontoret.')
  })
})
