import type { Page } from '@playwright/test'
import { test } from '../support/browser-test'
import { pagesOf, type Reader } from '../support/every-page'
import {
  bringAxe,
  expectAccessible,
  expectNoSidewaysScroll,
  expectSkipLinkFirst,
  expectSoundPage,
} from '../support/page-checks'

// One browser reads a hundred pages in a test: opening a page costs more than any question asked of it.
test.describe.configure({ timeout: 1_200_000 })

for (const reader of Object.keys(pagesOf) as Reader[]) {
  test(
    `every page of ${reader} is sound in Swedish`,
    { tag: '@without-script' },
    async ({ pageAs, setLook }, { project }) => {
      const page = await pageAs(reader === 'nobody' ? null : reader)
      await setLook(page, 'sv')
      const hasScript = project.name !== 'phone-without-script'
      const isPhone = project.name === 'phone'
      if (hasScript) await bringAxe(page)
      for (const address of pagesOf[reader]) {
        await page.goto(address)
        await expectSoundPage(page, 'sv')
        if (hasScript) await expectAccessible(page)
        // Colours are the same on every screen.
        if (isPhone) await inTheDark(page, () => expectAccessible(page))
        if (isPhone) await expectToFit(page)
        await expectSkipLinkFirst(page)
      }
    },
  )

  // Where words have the least room. The other languages are in languages.server.spec.ts.
  test(
    `every page of ${reader} is sound and accessible from right to left`,
    { tag: '@phone' },
    async ({ pageAs, setLook }) => {
      const page = await pageAs(reader === 'nobody' ? null : reader)
      await setLook(page, 'ar')
      await bringAxe(page)
      for (const address of pagesOf[reader]) {
        await page.goto(address)
        await expectSoundPage(page, 'ar')
        await expectAccessible(page)
        await expectToFit(page)
      }
    },
  )

  test(
    `every page of ${reader} is sound in the longest words and the largest text`,
    { tag: '@phone' },
    async ({ pageAs, setLook }) => {
      const page = await pageAs(reader === 'nobody' ? null : reader)
      await setLook(page, 'fi', 'larger')
      for (const address of pagesOf[reader]) {
        await page.goto(address)
        await expectSoundPage(page, 'fi')
        await expectToFit(page)
      }
    },
  )
}

async function expectToFit(page: Page): Promise<void> {
  for (const width of [320, 390]) await expectNoSidewaysScroll(page, width)
}

async function inTheDark(page: Page, look: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await look()
  await page.emulateMedia({ colorScheme: 'light' })
}
