import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { directionOf, htmlLang, type Language } from '../../app/i18n/languages'
import { expect } from './browser-test'

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Loads axe-core with every page this page goes to: before the page's own scripts, outside its content policy. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ path: axeScript })
}

/** No fault that axe-core finds, from WCAG 2.2 AA to its own good practice. The page was opened after bringAxe. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await page.evaluate(async (tags) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ runOnly: tags })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, tags)
  expect(found, page.url()).toEqual([])
}

/** Nothing has to be pushed sideways to be read (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 700 })
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider, `${page.url()} at ${width} px`).toBe(0)
}

export type PageWords = { lang: string; dir: string; headings: number; text: string; title: string }

/** As {@link expectSoundWords}, and that one action at most is the main one. */
export async function expectSoundPage(page: Page, language: Language): Promise<void> {
  const { primaries, ...words } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    headings: document.querySelectorAll('h1').length,
    primaries: [...document.querySelectorAll('main .button-primary')].filter((button) =>
      button.checkVisibility(),
    ).length,
    text: document.body.innerText,
    title: document.title,
  }))
  expect(primaries, page.url()).toBeLessThanOrEqual(1)
  expectSoundWords(words, language, page.url())
}

/** What every page of the portal has in common, in any language. */
export function expectSoundWords(page: PageWords, language: Language, about: string): void {
  const { lang, dir, headings, text, title } = page
  expect({ lang, dir, headings }, about).toEqual({
    lang: htmlLang[language],
    dir: directionOf(language),
    headings: 1,
  })
  // A text that is missing shows as its key.
  expect(text, about).not.toMatch(/\b[a-z]+:[a-z]+[A-Za-z]*\.[a-zA-Z]|\{\{|undefined|NaN|Invalid/)
  expect(title, about).toMatch(/ – Mina sidor$/)
  expect(title, about).not.toMatch(/Tindra|Ek\b|Elias|Peter|Sara|Alva|LVU|beslut om/i)
}

/** The first key stop is the way past the header, and it leads there. */
export async function expectSkipLinkFirst(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  const skip = page.locator('a.skip')
  await expect(skip, page.url()).toBeFocused()
  await expect(skip, page.url()).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('main'), page.url()).toBeFocused()
}
