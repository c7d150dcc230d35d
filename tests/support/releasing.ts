import type { Page } from '@playwright/test'
import { expect } from './browser-test'

export const saveReader = (page: Page, name: string) =>
  page.getByRole('button', { name: `Spara för ${name}` })
export const choose = (page: Page, level: string) => page.locator(`input[name=level][value=${level}]`).check()

/** Goes through the review of a note about Tindra, from its first step to its readers. */
export async function review(page: Page, note: string): Promise<void> {
  for (const box of await page.locator('input[name=checked]').all()) await box.check()
  await page.getByRole('button', { name: 'Spara', exact: true }).last().click()
  await page.goto(`${note}/granska?steg=fakta`)
  await page.getByLabel('Varifrån uppgifterna kommer').fill('Samtal med Tindra')
  await page.getByLabel('Vilka som var med').fill('Tindra, Mira')
  await page.getByLabel('Ja', { exact: true }).check()
  await page.getByLabel('Jag har granskat texten och vem som säger vad').check()
  await page.getByRole('button', { name: 'Spara och gå till läsare' }).click()
  await expect(page).toHaveURL(`${note}/lasare`)
}

/** Says of every warning that is shown that it has been seen. */
export async function tickWarnings(page: Page): Promise<void> {
  for (const box of await page.locator('input[name=seen]:visible').all()) await box.check()
}
