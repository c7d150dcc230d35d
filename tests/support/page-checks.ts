import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { directionOf, htmlLang, type Language } from '../../app/i18n/languages'
import { expect } from './browser-test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No fault that axe-core finds, from WCAG 2.2 AA to its own good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy is axe's word for "no frames": none of our pages has one, and the check takes half the time.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
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

/** What every page of the portal has in common, in any language. */
export async function expectSoundPage(page: Page, language: Language): Promise<void> {
  const about = page.url()
  await expect(page.locator('html'), about).toHaveAttribute('lang', htmlLang[language])
  await expect(page.locator('html'), about).toHaveAttribute('dir', directionOf(language))
  await expect(page.locator('h1'), about).toHaveCount(1)
  expect(await page.locator('main .button-primary:visible').count(), about).toBeLessThanOrEqual(1)
  // A text that is missing shows as its key.
  expect(await page.locator('body').innerText(), about).not.toMatch(
    /\b[a-z]+:[a-z]+[A-Za-z]*\.[a-zA-Z]|\{\{|undefined|NaN|Invalid/,
  )
  const title = await page.title()
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
