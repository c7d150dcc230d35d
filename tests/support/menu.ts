import type { Page } from '@playwright/test'

/** Opens the sheet with the header's links where the screen is too small to show them. */
export async function openMenu(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Meny', exact: true })
  if (await button.isVisible()) await button.click()
}
