import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { signInAs } from '../support/sign-in'

const tindrasCase = `/arenden/${storyId('case', 'EK-2026-0412')}`
const eliasCase = `/arenden/${storyId('case', 'EK-2026-1187')}`
const calls = (page: Page) =>
  page
    .getByRole('main')
    .locator('a[href^="tel:"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
const toHelp = ['tel:112', 'tel:116111', 'tel:0846500490']
const toHelpAdults = ['tel:112', 'tel:0846500490']
const helpIn = async (page: Page) => (await calls(page)).filter((each) => toHelp.includes(each))
const heading = (page: Page) => page.getByRole('heading', { name: 'Behöver du hjälp nu?' })

for (const [what, who, at, expected] of [
  ['her case', 'tindra', tindrasCase, toHelp],
  ['a note', 'tindra', `${tindrasCase}/anteckningar/${storyId('note', 'A3')}`, toHelp],
  ['a document', 'tindra', `${tindrasCase}/dokument/${storyId('document', 'tindra/basis')}`, toHelp],
  ['his son’s case', 'peter', eliasCase, toHelpAdults],
  ['a note', 'peter', `${eliasCase}/anteckningar/${storyId('note', 'B1')}`, toHelpAdults],
  ['a decision', 'peter', `${eliasCase}/dokument/${storyId('document', 'elias/custody')}`, toHelpAdults],
] as const) {
  test(
    `at the foot of ${what} ${who} is told once whom to call when it cannot wait`,
    { tag: '@without-script' },
    async ({ pageAs }) => {
      const page = await pageAs(who)
      await page.goto(at)
      await expect(heading(page)).toHaveCount(1)
      expect(await helpIn(page)).toEqual(expected)
      await expect(page.locator('.help-now')).toContainText('vardagar 16–08, helger dygnet runt')
    },
  )
}

for (const language of ['sv', 'sv-latt', 'en', 'fi', 'so', 'ar'] as const) {
  test(
    `whoever asks in ${language} sees whom to call and the whole field to write in, without scrolling`,
    { tag: '@phone' },
    async ({ pageAs, setLook }) => {
      const page = await pageAs('tindra')
      await setLook(page, language)
      await page.goto(`${tindrasCase}/fragor/ny`)
      await expect(page.locator('textarea[name=text]')).toBeInViewport({ ratio: 1 })
      for (const link of await page.locator('.help-short a').all())
        await expect(link).toBeInViewport({ ratio: 1 })
    },
  )
}

test('before a question is written the same is told once, and at no other place of the page', async ({
  pageAs,
}) => {
  const tindra = await pageAs('tindra')
  await tindra.goto(`${tindrasCase}/fragor/ny`)
  expect(await helpIn(tindra)).toEqual(toHelp)
  await expect(heading(tindra)).toHaveCount(0)
})

test('a municipality that has not said how to reach its emergency service has it asked for at 112', async ({
  pageAs,
  town,
}) => {
  await town.owner.query(
    'update municipality set emergency_phone = null, emergency_hours = null where id = $1',
    [town.id],
  )
  const tindra = await pageAs('tindra')
  await tindra.goto(tindrasCase)
  expect(await helpIn(tindra)).toEqual(['tel:112', 'tel:116111'])
  await expect(tindra.locator('.help-now')).toContainText('be att få prata med socialjouren')
  await tindra.goto(`${tindrasCase}/fragor/ny`)
  expect(await helpIn(tindra)).toEqual(['tel:112', 'tel:116111'])
  await expect(tindra.locator('.help-short')).toContainText('be att få prata med socialjouren')
})

for (const [who, expected] of [
  ['tindra', toHelp],
  ['peter', toHelpAdults],
] as const) {
  test(
    `${who} asks to be contacted and is told once whom to call when it cannot wait`,
    { tag: '@without-script' },
    async ({ pageAs }) => {
      const page = await pageAs(who)
      await page.goto('/kontakta-mig')
      expect(await calls(page)).toEqual(expected)
    },
  )
}

test('a child who is not let in can call the municipality, 112, Bris and 1177, each told once', async ({
  page,
  town,
}) => {
  await signInAs(page, await town.number('alva'))
  await expect(heading(page)).toHaveCount(1)
  expect(await calls(page)).toEqual(['tel:0846500400', 'tel:112', 'tel:116111', 'tel:1177'])
})

test('before sign-in 112, Bris and 1177 can be called', { tag: '@without-script' }, async ({ pageAs }) => {
  const page = await pageAs(null)
  await page.goto('/')
  expect(await calls(page)).toEqual(['tel:112', 'tel:116111', 'tel:1177'])
})
