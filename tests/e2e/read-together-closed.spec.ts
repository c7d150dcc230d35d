import { expect, test } from '../support/browser-test'
import { quickExitAddress } from '../../app/access/quick-exit-address'
import { alva, open, preparation, prepare, sessionsOf } from '../support/reading-on-device'

test('the same device: Olle is signed out before Alva reads, and nothing behind the back button opens', async ({
  pageAs,
  town,
}) => {
  const page = await pageAs('olle')
  await prepare(page)
  const staffCookies = await page.context().cookies()
  await page.getByRole('button', { name: 'Logga ut mig och öppna här' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hej Alva!')
  expect(await sessionsOf(town)).toBe(0)
  for (let back = 0; back < 4; back++) {
    await page.goBack()
    await expect(page.getByRole('heading', { name: /Läs tillsammans med Alva|Öppna för Alva/ })).toHaveCount(
      0,
    )
    await expect(page.locator('body')).not.toContainText('Lina Ström Berg')
  }
  for (const address of ['/handlaggare', preparation, `/handlaggare/arenden/${alva}`]) {
    await page.goto(address)
    await expect(page).toHaveURL(/\/handlaggare\/logga-in/)
  }
  // Nor with the cookie that the browser had.
  await page.context().addCookies(staffCookies)
  await page.goto('/handlaggare')
  await expect(page).toHaveURL(/\/handlaggare\/logga-in/)
  await page.goto('/las-tillsammans/1')
  await expect(page.getByText('1 av 2')).toBeVisible()
})

test('when they are done on the staff member’s own device, nothing leads back to staff but identifying anew', async ({
  pageAs,
  town,
}) => {
  const page = await pageAs('olle')
  await page.goto('/handlaggare')
  await prepare(page)
  const ofStaff = await page.context().cookies()
  await page.getByRole('button', { name: 'Logga ut mig och öppna här' }).click()
  await page.getByRole('link', { name: 'Börja läsa' }).click()
  const ofReading = await page.context().cookies()
  await page.goto('/las-tillsammans/klart')
  await page.getByRole('button', { name: 'Stäng allt' }).click()
  await expect(page.getByRole('status')).toContainText('Nu är allt stängt')
  // Nothing on the closed page leads to staff.
  await expect(page.locator('a[href^="/handlaggare"]')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Läs tillsammans')
  for (let back = 0; back < 8 && page.url() !== 'about:blank'; back++) {
    await page.goBack()
    await expect(page.locator('body')).not.toContainText(/Alva|Hej Olle|Lina Ström Berg/)
  }
  // Not by an address either, nor with every cookie that the browser ever had.
  for (const cookies of [[], ofStaff, ofReading, [...ofStaff, ...ofReading]]) {
    await page.context().clearCookies()
    await page.context().addCookies(cookies)
    for (const address of [
      '/handlaggare',
      '/handlaggare/arenden',
      preparation,
      `/handlaggare/arenden/${alva}`,
    ]) {
      await page.goto(address)
      await expect(page).toHaveURL(/\/handlaggare\/logga-in/)
      await expect(page.getByRole('button', { name: /BankID/ })).toBeVisible()
    }
    await page.goto('/las-tillsammans/1')
    await expect(page).toHaveURL('/las-tillsammans')
  }
  expect(await sessionsOf(town)).toBe(0)
})

test('quick exit closes the reading on the device and on the server', async ({ pageAs, town, origin }) => {
  const tablet = await pageAs(null)
  await open(tablet, await prepare(await pageAs('olle')))
  await tablet.getByRole('link', { name: 'Börja läsa' }).click()
  const cookies = await tablet.context().cookies()
  await expect(tablet.getByRole('button', { name: 'Lämna snabbt' })).toBeVisible()
  // As the button sends it; the weather itself is quick-exit.spec.ts.
  const left = await tablet.request.post('/lamna', { headers: { Origin: origin }, maxRedirects: 0 })
  expect([left.status(), left.headers()['location']]).toEqual([303, quickExitAddress])
  expect(left.headers()['clear-site-data']).toBe('"storage"')
  await tablet.context().addCookies(cookies)
  await tablet.goto('/las-tillsammans/1')
  await expect(tablet).toHaveURL('/las-tillsammans')
  const { rows } = await town.owner.query(
    'select from read_together where municipality_id = $1 and ended_at is not null',
    [town.id],
  )
  expect(rows).toHaveLength(1)
})
