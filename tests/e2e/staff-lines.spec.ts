import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { askInTown } from '../support/asked-in-town'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'

const tindra = storyId('case', 'EK-2026-0412')
const elias = storyId('case', 'EK-2026-1187')
const tickName = 'Jag har granskat texten och vem som säger vad'

async function draft(page: Page, text: string): Promise<string> {
  await page.goto(`/handlaggare/arenden/${tindra}/ny-anteckning`)
  await page.getByRole('button', { name: 'Möte', exact: true }).click()
  await page.waitForURL(/anteckningar\/[0-9a-f-]{36}$/)
  const note = new URL(page.url()).pathname
  await page.locator('textarea[name=text]').fill(text)
  await page.getByRole('button', { name: 'Vidare till granskning' }).click()
  await expect(page).toHaveURL(`${note}/granska`)
  return note
}

test('staff open each document that stands in the case, and its file', async ({ pageAs }) => {
  const page = await pageAs('samira')
  await page.goto(`/handlaggare/arenden/${elias}`)
  const links = page.locator(`a[href^="/handlaggare/arenden/${elias}/dokument/"]`)
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!))
  expect(addresses.length).toBeGreaterThan(0)
  let files = 0
  for (const address of new Set(addresses)) {
    const opened = await page.goto(address)
    expect(opened?.status(), address).toBe(200)
    const file = page.locator(`a[href="${address}/fil"]`)
    if ((await file.count()) === 0) continue
    files += 1
    const answer = await page.request.get(`${address}/fil`)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect(files).toBeGreaterThan(0)
})

test('a deadline that is done comes after those that are not, whatever its day', async ({ pageAs, town }) => {
  await town.owner.query(
    `insert into deadline (municipality_id, case_id, kind, due_on, done_on, source, shown_from)
     values ($1, $2, 'committeeReport', '2026-01-02', '2026-01-02', 'LVU 6 §', '2026-01-01')`,
    [town.id, elias],
  )
  const page = await pageAs('samira')
  await page.goto(`/handlaggare/arenden/${elias}`)
  const rows = page.locator('section', { has: page.getByRole('heading', { name: 'Frister' }) }).locator('dd')
  expect(await rows.count()).toBeGreaterThan(1)
  const isDone = await rows.evaluateAll((all) => all.map((row) => row.textContent.includes('klart')))
  expect(isDone.at(-1)).toBe(true)
  expect(isDone).toEqual([...isDone].sort())
})

test('what is signed is read first, what is written to the child with it', async ({ pageAs }) => {
  const page = await pageAs('mira')
  const note = await draft(page, 'Vi gick igenom planen.')
  await page.locator('#barntext > summary').click()
  await page.locator('[name=childTitle]').fill('Vi pratade om din plan')
  await page.locator('[name=childText]').fill('Planen gäller till jul.')
  await page.getByRole('button', { name: 'Spara', exact: true }).last().click()
  await page.goto(`${note}/signera`)
  const main = page.getByRole('main')
  await expect(main.getByText('Vi gick igenom planen.')).toBeVisible()
  await expect(main.getByRole('heading', { name: 'Vi pratade om din plan' })).toBeVisible()
  await expect(main.getByText('Planen gäller till jul.')).toBeVisible()
  const top = async (words: string) => (await main.getByText(words).boundingBox())!.y
  expect(await top('Planen gäller till jul.')).toBeLessThan(await top('Vem läser vad'))
})

test('to say that it is reviewed stands below the text, and a refusal is heard and has the focus', async ({
  pageAs,
}) => {
  const page = await pageAs('mira')
  await draft(page, 'Tindra kom till kontoret.\n\nBedömning: Det fungerar.')
  const tick = page.getByLabel(tickName)
  const last = page.getByText('Bedömning: Det fungerar.')
  expect((await tick.boundingBox())!.y).toBeGreaterThan((await last.boundingBox())!.y)
  await page.getByRole('button', { name: 'Spara och gå till läsare' }).click()
  const refusal = page.getByRole('main').getByRole('alert')
  await expect(refusal.getByRole('heading', { level: 2 })).toHaveText(/saker återstår innan du kan gå vidare/)
  await expect(refusal).toBeFocused()
  await expect(page).toHaveTitle(/^Fel: /)
  await expect(page.getByRole('heading', { level: 2, name: 'Om anteckningen' })).toBeVisible()
  // Nobody has looked at the voices: they are not said to be right.
  await expect(tick).not.toBeChecked()
})

test('the desk’s one filled button is what comes next', async ({ pageAs }) => {
  const page = await pageAs('mira')
  await page.goto(`/handlaggare/arenden/${tindra}/ny-anteckning`)
  await page.getByRole('button', { name: 'Möte', exact: true }).click()
  const filled = page.getByRole('main').locator('.button-primary')
  await expect(filled).toHaveText(['Spela in'])
  await page.locator('textarea[name=text]').pressSequentially('Vi')
  await expect(filled).toHaveText(['Vidare till granskning'])
  await page.locator('textarea[name=text]').fill('')
  await expect(filled).toHaveText(['Spela in'])
})

test('who is signed out while writing is shown where to sign in, and nothing is lost', async ({
  pageAs,
  town,
}) => {
  const page = await pageAs('mira')
  await page.goto(`/handlaggare/arenden/${tindra}/ny-anteckning`)
  await page.getByRole('button', { name: 'Möte', exact: true }).click()
  await page.waitForURL(/anteckningar\/[0-9a-f-]{36}$/)
  const note = new URL(page.url()).pathname
  await town.owner.query('delete from session where municipality_id = $1 and subject_id = $2', [
    town.id,
    idOf('mira'),
  ])
  await page.locator('textarea[name=text]').fill('Vi gick igenom planen.')
  const link = page.getByRole('link', { name: 'Logga in i ett nytt fönster' })
  await expect(link).toHaveAttribute('href', `/handlaggare/logga-in?till=${note}`)
  await expect(page.locator('textarea[name=text]')).toHaveValue('Vi gick igenom planen.')
})

test('the way to staff’s own sign-in stands where everybody signs in', async ({ page }) => {
  await page.goto('/logga-in')
  await page.getByRole('link', { name: 'Arbetar du i kommunen? Logga in här.' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logga in som anställd')
})

test('a team leader’s home tells what each caseworker has and how long questions have waited', async ({
  pageAs,
  town,
}) => {
  await askInTown(town, { at: '2026-09-01 10:00+02', answerBy: '2026-09-08' })
  const page = await pageAs('jonas')
  await page.goto('/handlaggare')
  const unit = page.locator('section', { has: page.getByRole('heading', { name: 'Enheten i dag' }) })
  await expect(unit.getByRole('row', { name: /Mira Sandell/ })).toBeVisible()
  await expect(unit.getByRole('row', { name: /Samira Dahlin/ })).toBeVisible()
  const waited = unit.getByRole('table', { name: 'Obesvarade frågor' })
  await expect(waited.getByRole('row', { name: /Mer än en vecka/ })).toContainText('1')
  await page.goto('/handlaggare/statistik')
  await expect(page.getByText('Ännu för få för att visas')).toHaveCount(0)
  await expect(page.getByText('Dikterade').first()).toBeVisible()
  const mira = await pageAs('mira')
  await mira.goto('/handlaggare')
  await expect(mira.getByRole('heading', { name: 'Enheten i dag' })).toHaveCount(0)
})

test('on a phone only what is not zero is drawn of a caseworker’s load; all of it is still in the table', async ({
  pageAs,
}) => {
  const page = await pageAs('jonas')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/handlaggare')
  const olle = page.getByRole('row', { name: /Olle Nyberg/ })
  await expect(olle.getByRole('cell')).toHaveText(['0', '1', '0', '0', '0'])
  const drawn = () =>
    olle
      .getByRole('cell')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.getBoundingClientRect().height > 1).map((cell) => cell.dataset['column']),
      )
  expect(await drawn()).toEqual(['Ersättare i'])
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(await drawn()).toHaveLength(5)
})

test('the way back works after a refusal and after what was done', async ({ pageAs }) => {
  const page = await pageAs('mira')
  await page.goto(`/handlaggare/arenden/${tindra}`)
  await page.goto(`/handlaggare/arenden/${tindra}/ny-anteckning`)
  await page.locator('[name=day]').fill('2030-01-01')
  await page.getByRole('button', { name: 'Möte', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Tiden har inte varit än')
  await page.locator('[name=day]').fill('2026-09-15')
  await page.getByRole('button', { name: 'Möte', exact: true }).click()
  await page.waitForURL(/anteckningar\/[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ny anteckning om Tindra')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Tindra Ek|Ny anteckning om Tindra/)
})
