import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { openMenu } from '../support/menu'
import type { Town } from '../support/town'

// Tindra and her mother use one browser. Marie is a party of the same case, and reads none of what Tindra is writing.

const tindras = `/arenden/${storyId('case', 'EK-2026-0412')}`
const form = `${tindras}/be-om-att-fa-lasa`
const words = 'Jag vill läsa det mamma inte får'

const main = (page: Page) => page.getByRole('main')
const text = (page: Page) => main(page).locator('textarea')
const said = (page: Page) => main(page).locator('[data-keep]')

const begun = async ({ owner, id }: Town) =>
  (
    await owner.query<{ text: string; who: string }>(
      `select text, from_person_id as who from message_draft where municipality_id = $1 order by text`,
      [id],
    )
  ).rows

test(
  'a tab left open on what Tindra was writing keeps and sends nothing while Marie is signed in, and gives nothing back',
  { tag: '@phone' },
  async ({ pageAs, town, origin }) => {
    const tab = await pageAs('tindra')
    await tab.goto(form)
    await text(tab).fill(words)
    await expect(said(tab)).toHaveText('Sparat. Bara du ser det.')
    const drafts = await begun(town)
    expect(drafts.map((draft) => draft.text)).toEqual([words])

    const session = await town.session('marie')
    await tab.context().addCookies([{ ...session, url: origin, httpOnly: true, sameSite: 'Lax' }])
    const page = await tab.context().newPage()
    for (const address of [form, `${tindras}/fragor`, '/kontakta-mig', '/hem']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.content(), address).not.toContain(words)
    }

    // Written on in the tab that was left open, by whoever holds the phone.
    await text(tab).fill(`${words}, och mer`)
    await expect(said(tab)).toHaveText('Inte sparat än')
    await main(tab)
      .getByRole('button', { name: /^Skicka/ })
      .click()
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Någon annan är inloggad här')
    expect(await tab.content()).not.toContain(words)
    expect(decodeURIComponent(tab.url())).not.toContain(words)
    expect(await begun(town)).toEqual(drafts)
    await page.goto(form)
    await expect(text(page)).toHaveValue('')

    const back = await town.session('tindra')
    await tab.context().addCookies([{ ...back, url: origin, httpOnly: true, sameSite: 'Lax' }])
    await page.goto(form)
    await expect(text(page)).toHaveValue(words)
  },
)

test(
  'after Tindra has signed out, Back shows nothing of what she was writing, whoever signs in next',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs, town, origin }) => {
    const page = await pageAs('tindra')
    await page.goto('/hem')
    await page.goto(form)
    // Too long to be sent: it is kept.
    const long = words + 'å'.repeat(5001)
    await text(page).fill(long)
    await main(page)
      .getByRole('button', { name: /^Skicka/ })
      .click()
    await expect(main(page).locator('.errors')).toBeVisible()
    expect((await begun(town)).map((draft) => draft.text)).toEqual([long])
    await page.goto(form)
    await expect(text(page)).toHaveValue(long)
    await openMenu(page)
    await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
    await expect(page).toHaveURL('/?utloggad=1')
    await page.goBack()
    await expect(page).toHaveURL(/^[^?]*\/logga-in\?/)
    expect(await page.content()).not.toContain(words)

    const session = await town.session('marie')
    await page.context().addCookies([{ ...session, url: origin, httpOnly: true, sameSite: 'Lax' }])
    await page.goto(form)
    await expect(text(page)).toHaveValue('')
    await page.goBack()
    expect(await page.content()).not.toContain(words)
    expect((await begun(town)).map((draft) => draft.text)).toEqual([long])
  },
)
