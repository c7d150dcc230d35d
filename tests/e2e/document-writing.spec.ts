import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { choose, saveReader, tickWarnings } from '../support/releasing'

const eliasCase = storyId('case', 'EK-2026-1187')

async function beginPlacement(page: Page): Promise<string> {
  await page.goto(`/handlaggare/arenden/${eliasCase}`)
  await page.getByRole('link', { name: 'Nytt dokument' }).click()
  await page.locator('input[name=template][value=placementLvu]').check()
  await page.getByRole('button', { name: 'Börja skriva' }).click()
  await page.waitForURL(/dokument\/[0-9a-f-]{36}\/utkast/)
  return new URL(page.url()).pathname.replace('/utkast', '')
}

test(
  'a caseworker writes a decision, sees it as its reader and freezes it; the reader is asked for a receipt',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const page = await pageAs('samira')
    const document = await beginPlacement(page)
    await expect(page.getByLabel('Kommun')).not.toHaveValue('')
    await expect(page.getByLabel('Vem det gäller')).toHaveValue('Elias Holm Brandt')
    await page.getByLabel('Skäl').fill('Elias behöver vara trygg.\n\nSå har vi tänkt.')
    await page.getByRole('button', { name: 'Spara och gå till läsare' }).click()
    await expect(page.locator('.errors')).toContainText('Namn på den som har bestämt')
    await expect(page.locator('.errors')).toContainText('Skriv vad som är bestämt.')
    await expect(page.getByLabel('Skäl')).toHaveValue('Elias behöver vara trygg.\n\nSå har vi tänkt.')

    await page.getByLabel('Var barnet ska bo').fill('Elias ska bo där nämnden har ordnat plats.')
    await page.getByLabel('Vem som inte får träffas').fill('Peter Brandt och Elias ska inte träffas just nu.')
    await page.getByLabel('Namn på den som har bestämt').fill('Eva Lindgren')
    await page.getByLabel('Befattning').fill('ordförande i socialnämnden')
    await page.getByRole('button', { name: 'Spara och gå till läsare' }).click()
    await expect(page).toHaveURL(`${document}/lasare`)

    for (const name of ['Elias', 'Peter', 'Sara']) {
      await choose(page, 'full')
      await tickWarnings(page)
      await saveReader(page, name).click()
      await expect(page.getByRole('status')).toContainText('Sparat')
    }
    await page.getByRole('link', { name: 'Se det som Peter' }).click()
    const frame = page.getByRole('region', { name: 'Det Peter ser' })
    await expect(frame).toContainText('Elias ska bo där nämnden har ordnat plats')
    await expect(frame).not.toContainText('Sara')
    await expect(frame).not.toContainText('Solbo')

    await page.goto(`${document}/faststall`)
    await page.getByRole('button', { name: 'Fastställ' }).click()
    await expect(page.getByRole('status')).toContainText('Fastställt')

    const peter = await pageAs('peter')
    await peter.goto(`/arenden/${eliasCase}/dokument/${document.split('/').at(-1)}`)
    await expect(peter.getByRole('main')).toContainText('Elias behöver vara trygg.')
    await peter.getByRole('link', { name: 'Gå till underskriften' }).click()
    await expect(peter.getByRole('heading', { level: 1 })).toHaveText('Skriv under att du har fått beslutet')
  },
)
