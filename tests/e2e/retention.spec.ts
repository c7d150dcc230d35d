import { expect, test } from '../support/browser-test'
import type { Town } from '../support/town'

/** As the worker does at night: judges the town's cases. */
async function judge({ owner, id }: Town): Promise<void> {
  await owner.query(
    `begin; set local role service; select service_open_transaction('2026-09-15T03:00:00+02:00');
     select service_settle_retention('${id}', null, 1000); reset role; commit`,
  )
}

test(
  'Jonas sees how long cases are kept, by rule and in numbers, and no case and no name',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    await judge(town)
    const jonas = await pageAs('jonas')
    await jonas.goto('/handlaggare/statistik')
    await jonas.getByRole('link', { name: 'Gallring' }).click()
    await expect(jonas.getByRole('heading', { level: 1, name: 'Gallring' })).toBeVisible()
    const grounds = jonas.getByRole('table', { name: 'Så sparas ärendena' })
    await expect(grounds.getByRole('row', { name: /Ärendet är öppet/ })).toContainText('3')
    await expect(jonas.getByText('Dokumenthanteringsplan, SN 2026-03-11 § 40')).toBeVisible()
    await expect(jonas.getByText('Sparas högst 35 dagar')).toBeVisible()
    const text = await jonas.locator('main').textContent()
    expect(text).not.toMatch(/EK-2026|Tindra|Elias|Alva|Nova/)
  },
)

test('whoever leads no unit has no such page', async ({ requestAs }) => {
  const mira = await requestAs('mira')
  const answer = await mira.get('/handlaggare/gallring')
  expect(answer.status()).toBe(404)
  expect(await (await mira.get('/handlaggare/statistik')).text()).not.toContain('gallring')
})

for (const language of ['sv', 'ar'] as const) {
  test(
    `the page of retention fits a phone in ${language}`,
    { tag: '@without-script' },
    async ({ pageAs, town, setLook }) => {
      await judge(town)
      const jonas = await pageAs('jonas')
      await setLook(jonas, language)
      await jonas.goto('/handlaggare/gallring')
      await expect(jonas.getByRole('heading', { level: 1 })).toBeVisible()
      const wide = await jonas.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(390)
      if (process.env['PICTURES'])
        await jonas.screenshot({
          path: `${process.env['PICTURES']}/retention-${language}.png`,
          fullPage: true,
        })
    },
  )
}
