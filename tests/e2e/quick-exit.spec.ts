import type { APIRequestContext, Page } from '@playwright/test'
import { quickExitAddress } from '../../app/access/quick-exit-address'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { chromiumArgs, findChromium } from '../support/chromium'

const note = `/arenden/${storyId('case', 'EK-2026-0412')}/anteckningar/${storyId('note', 'A3')}`

// The headless shell lets no test answer for the page that a redirect leads to.
test.use({ launchOptions: { executablePath: findChromium(), args: chromiumArgs } })

test(
  'the button ends the session on the server and leads to the weather',
  { tag: '@without-script' },
  async ({ pageAs, requestAs }) => {
    const page = await pageAs('tindra')
    await standInForTheWeather(page)
    await page.goto(note)
    const [taken] = await page.context().cookies()
    await page.getByRole('button', { name: 'Lämna snabbt' }).click()
    await expect(page).toHaveURL(quickExitAddress)
    await expect(page.getByText('Soligt')).toBeVisible()
    await expectDead(taken!.value, await requestAs(null))
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('sid')
  },
)

test('going back after it shows nothing of what was read', { tag: '@without-script' }, async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await standInForTheWeather(page)
  await page.goto('/hem')
  await page.goto(note)
  await page.getByRole('button', { name: 'Lämna snabbt' }).click()
  await expect(page).toHaveURL(quickExitAddress)
  for (let steps = 0; steps < 2; steps += 1) {
    await page.goBack()
    await expect(page.getByText('extra mamma')).toHaveCount(0)
    await expect(page.getByText('Hej Tindra')).toHaveCount(0)
  }
})

test('the weather is not told where the reader came from', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await standInForTheWeather(page)
  await page.goto(note)
  const asked = page.waitForRequest(quickExitAddress)
  await page.getByRole('button', { name: 'Lämna snabbt' }).click()
  expect(await (await asked).allHeaders()).not.toHaveProperty('referer')
})

test.describe('with script', () => {
  test('Escape three times does the same, and twice does not', async ({ pageAs, requestAs }) => {
    const page = await pageAs('tindra')
    await standInForTheWeather(page)
    await page.goto(note)
    const [taken] = await page.context().cookies()
    // As fast as somebody presses, however busy the machine is.
    const press = (times: number) =>
      page.evaluate((presses) => {
        for (let press = 0; press < presses; press += 1)
          dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
      }, times)
    await press(2)
    await page.reload()
    await expect(page.getByText('Du är som en extra mamma')).toBeVisible()
    await press(3)
    await expect(page).toHaveURL(quickExitAddress)
    await expectDead(taken!.value, await requestAs(null))
  })

  test('the page is empty before the server has been asked', async ({ pageAs }) => {
    const page = await pageAs('tindra')
    await standInForTheWeather(page)
    await page.goto(note)
    await page.evaluate(() => {
      addEventListener('submit', () =>
        console.log('left', document.title, location.pathname, `[${document.body.innerText}]`),
      )
    })
    const left = page.waitForEvent('console', (message) => message.text().startsWith('left'))
    await page.getByRole('button', { name: 'Lämna snabbt' }).click()
    expect((await left).text()).toBe('left Ny flik / []')
  })
})

/** The page that quick exit leads to is another site's: here it is ours to answer. */
function standInForTheWeather(page: Page) {
  return page.route(`${quickExitAddress}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Vädret</title>Soligt' }),
  )
}

async function expectDead(session: string, request: APIRequestContext) {
  const answer = await request.get('/hem', { headers: { Cookie: `sid=${session}` } })
  expect(answer.status()).toBe(303)
}
