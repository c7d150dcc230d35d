import { languages } from '../../app/i18n/languages'
import { expect, test } from '../support/browser-test'
import { pagesOf, type Reader } from '../support/every-page'
import { expectSoundWords, type PageWords } from '../support/page-checks'

// The pages are built alike in all languages; pages.spec.ts looks at those that differ on the screen.
for (const reader of Object.keys(pagesOf) as Reader[]) {
  test(`every page of ${reader} is sound in every language`, async ({ requestAs, town, origin }) => {
    const request = await requestAs(reader === 'nobody' ? null : reader)
    for (const language of languages) {
      await town.setLook(language, 'normal')
      for (const address of pagesOf[reader]) {
        const headers = reader === 'nobody' ? { Cookie: `language=${language}` } : {}
        const answer = await request.get(new URL(address, origin).href, { headers })
        expect(answer.status(), address).toBeLessThan(500)
        expectSoundWords(wordsIn(await answer.text()), language, `${address} in ${language}`)
      }
    }
  })
}

function wordsIn(html: string): PageWords {
  const attribute = (name: string) => new RegExp(`<html[^>]* ${name}="([^"]*)"`).exec(html)?.[1] ?? ''
  const text = html.replaceAll(/<(script|style|title)\b[^>]*>.*?<\/\1>|<[^>]*>/gs, ' ')
  return {
    lang: attribute('lang'),
    dir: attribute('dir'),
    headings: (html.match(/<h1\b/g) ?? []).length,
    text,
    title: /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '',
  }
}
