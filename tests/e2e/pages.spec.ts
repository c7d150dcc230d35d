import { languages, type Language } from '../../app/i18n/languages'
import { test } from '../support/browser-test'
import { pagesOf, type Reader } from '../support/every-page'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectSkipLinkFirst,
  expectSoundPage,
} from '../support/page-checks'

const readers = Object.keys(pagesOf) as Reader[]

// A page is built alike in every language: what axe looks at differs by the direction and the letters alone.
const isLookedAtByAxe = (language: Language) => ['sv', 'ar'].includes(language)

for (const language of languages) {
  for (const reader of readers) {
    test(`every page of ${reader} in ${language} is sound`, async ({ pageOf }, { project }) => {
      // Languages differ in words: all are read where words have the least room.
      test.skip(project.name !== 'phone' && language !== 'sv', 'read on a phone')
      const page = await pageOf(reader, { language })
      for (const address of pagesOf[reader]) {
        await page.goto(address)
        await expectSoundPage(page, language)
        if (project.name === 'phone-without-script') continue
        if (isLookedAtByAxe(language)) await expectAccessible(page)
        if (project.name === 'phone')
          for (const width of [320, 390]) await expectNoSidewaysScroll(page, width)
      }
    })
  }
}

for (const reader of readers) {
  test(`every page of ${reader} can be read in the dark, and by colours of one's own`, async ({ pageOf }, {
    project,
  }) => {
    test.skip(project.name !== 'phone', 'colours are the same on all')
    const page = await pageOf(reader, { language: 'sv' })
    for (const address of pagesOf[reader]) {
      await page.goto(address)
      await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' })
      await expectAccessible(page)
    }
  })

  test(`every page of ${reader} in its longest words and largest text fits the smallest phone`, async ({
    pageOf,
  }, { project }) => {
    test.skip(project.name !== 'phone', 'a phone it is')
    const page = await pageOf(reader, { language: 'fi', textSize: 'larger' })
    for (const address of pagesOf[reader]) {
      await page.goto(address)
      await expectNoSidewaysScroll(page, 320)
    }
  })

  test(`the way past the header comes first on every page of ${reader}`, async ({ pageOf }) => {
    const page = await pageOf(reader, { language: 'sv' })
    for (const address of pagesOf[reader]) {
      await page.goto(address)
      await expectSkipLinkFirst(page)
    }
  })
}
