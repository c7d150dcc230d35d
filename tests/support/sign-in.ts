import type { Page } from '@playwright/test'

/**
 * Signs in through the portal's and the broker's own pages.
 * @param who a name that the broker offers ("Tindra Ek"), or a number that is typed there
 */
export async function signInAs(page: Page, who: string, from = '/logga-in'): Promise<void> {
  await page.goto(from)
  await beginSignIn(page)
  await identifyAs(page, who)
}

/** Presses "Logga in med BankID", whatever the language. Ends on the broker's page. */
export async function beginSignIn(page: Page): Promise<void> {
  await page.locator('main button[name=eid]').first().click()
}

/** Answers on the broker's page as the e-ID app would. */
export async function identifyAs(page: Page, who: string): Promise<void> {
  if (/^\d+$/.test(who)) await page.getByLabel('Annat testnummer').fill(who)
  else await page.getByRole('radio', { name: who }).check()
  await page.getByRole('button', { name: 'Identifiera', exact: true }).click()
}

/** As {@link identifyAs}, but something goes wrong: in the words of the broker's list. */
export async function failToIdentifyAs(page: Page, who: string, fault: string): Promise<void> {
  await page.getByText('Vad ska gå fel?').click()
  await page.getByRole('radio', { name: fault }).check()
  await identifyAs(page, who)
}
