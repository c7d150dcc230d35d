import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import { beginSignIn, failToIdentifyAs, identifyAs, signInAs } from '../support/sign-in'
import { testNumber } from '../support/town'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

for (const [fault, told] of [
  ['Personen avbryter', 'Inloggningen avbröts'],
  ['Tiden går ut', 'Inloggningen avbröts'],
  ['Tillitsnivån blir för låg (nivå 2)', 'Din e-legitimation räcker inte'],
] as const) {
  test(`"${fault}" at the e-ID lets nobody in, says why, and leads back to what was asked for`, async ({
    page,
    town,
  }) => {
    await page.goto('/insyn')
    await beginSignIn(page)
    await failToIdentifyAs(page, await town.number('tindra'), fault)
    await expect(heading(page)).toHaveText(told)
    await page.getByRole('link', { name: 'Försök igen' }).click()
    await expect(page).toHaveURL('/logga-in?till=%2Finsyn')
    await beginSignIn(page)
    await identifyAs(page, await town.number('tindra'))
    await expect(page).toHaveURL('/insyn')
  })
}

test('the cancel button of the e-ID is as good a way back', async ({ page }) => {
  await page.goto('/logga-in')
  await beginSignIn(page)
  await page.getByRole('button', { name: 'Avbryt' }).click()
  await expect(heading(page)).toHaveText('Inloggningen avbröts')
})

test('somebody nobody knows and somebody known without a case get the same answer', async ({
  page,
  town,
}) => {
  await signInAs(page, testNumber())
  await expect(heading(page)).toHaveText('Vi hittar inget för dig här')
  const told = await page.getByRole('main').innerText()
  await town.owner.query('delete from case_party where municipality_id = $1 and person_id = $2', [
    town.id,
    idOf('henrik'),
  ])
  await signInAs(page, await town.number('henrik'))
  expect(withoutNumber(await page.getByRole('main').innerText())).toBe(withoutNumber(told))
  await page.goto('/hem')
  await expect(page).toHaveURL('/logga-in')
})

test('a child under 13 is told kindly to read with an adult, and whom to ring', async ({ page, town }) => {
  await signInAs(page, await town.number('alva'))
  await expect(heading(page)).toHaveText('Du läser med en vuxen')
  await expect(page.getByRole('link', { name: '08-465 004 00' })).toHaveAttribute('href', 'tel:0846500400')
  await page.goto('/hem')
  await expect(page).toHaveURL('/logga-in')
})

test('a sign-in in each of two tabs: both arrive where they were going', async ({ page, context, town }) => {
  const second = await context.newPage()
  await page.goto('/insyn')
  await beginSignIn(page)
  await second.goto('/installningar')
  await beginSignIn(second)
  const number = await town.number('marie')
  await identifyAs(page, number)
  await expect(page).toHaveURL('/insyn')
  await identifyAs(second, number)
  await expect(second).toHaveURL('/installningar')
  await page.reload()
  await expect(page).toHaveURL('/insyn')
})

test('the way back works only in the browser that began, and once', async ({ page, browser, town }) => {
  const callback = await callbackAddress(page, await town.number('tindra'))

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/logga-in')
  await beginSignIn(stranger)
  await stranger.goto(callback)
  await expect(heading(stranger)).toHaveText('Vi behöver börja om')
  expect((await stranger.context().cookies()).map(({ name }) => name)).not.toContain('sid')
  await stranger.context().close()

  await page.goto(callback)
  await expect(heading(page)).toHaveText('Hej Tindra')
  await page.goto(callback)
  await expect(heading(page)).toHaveText('Vi behöver börja om')
  await page.goto('/hem')
  await expect(heading(page)).toHaveText('Hej Tindra')
})

test('a link from a letter leads through the sign-in to its page', async ({ page, town }) => {
  const decision = `/arenden/${storyId('case', 'EK-2026-1187')}/dokument/${storyId('document', 'elias/custody')}`
  await signInAs(page, await town.number('peter'), decision)
  await expect(page).toHaveURL(decision)
  await expect(heading(page)).toContainText('omedelbart omhändertagande')
})

test('a sign-in page made to lead to another site leads home', async ({ page, town }) => {
  await signInAs(page, await town.number('tindra'), `/logga-in?till=${encodeURIComponent('//example.org')}`)
  await expect(page).toHaveURL('/hem')
})

test('the session is a new one at each sign-in, and the one before it is dead', async ({
  page,
  town,
  origin,
  requestAs,
}) => {
  const planted = await town.session('tindra')
  await page.context().addCookies([{ ...planted, url: origin }])
  await signInAs(page, await town.number('marie'))
  await expect(heading(page)).toHaveText('Hej Marie')
  const now = (await page.context().cookies()).find(({ name }) => name === 'sid')
  expect(now?.value).not.toBe(planted.value)
  expect(now).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1, path: '/' })
  const asBefore = await (await requestAs(null)).get('/hem', { headers: { Cookie: `sid=${planted.value}` } })
  expect(asBefore.status()).toBe(303)
})

test('nobody begins a sign-in by a link', async ({ page }) => {
  await page.goto('/auth/start')
  await expect(heading(page)).toHaveText('Vi behöver börja om')
})

test('staff sign in at a door of their own, and the two sessions do not mix', async ({ page, town }) => {
  await page.goto('/handlaggare')
  await expect(page).toHaveURL(/\/handlaggare\/logga-in(\?|$)/)
  await beginSignIn(page)
  await identifyAs(page, 'Eva Lindgren')
  await expect(page).toHaveURL('/handlaggare')
  await page.goto('/hem')
  await expect(page).toHaveURL('/logga-in')
  await signInAs(page, await town.number('tindra'))
  await expect(heading(page)).toHaveText('Hej Tindra')
})

/** Identifies in a browser that has lost its cookie, so that the way back is not used yet; then gives the cookie back. */
async function callbackAddress(page: Page, number: string): Promise<string> {
  await page.goto('/logga-in')
  await beginSignIn(page)
  const cookies = (await page.context().cookies()).filter(({ name }) => name === 'sign-in')
  await page.context().clearCookies({ name: 'sign-in' })
  await identifyAs(page, number)
  await expect(heading(page)).toHaveText('Vi behöver börja om')
  await page.context().addCookies(cookies)
  return page.url()
}

// The number differs by nature, and the towns of other tests come and go.
const withoutNumber = (text: string) => text.replace(/Felnummer \w+|Provköping.*\n/g, '')
