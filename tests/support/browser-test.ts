import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContext,
  type Page,
} from '@playwright/test'
import pg from 'pg'
import type { PersonKey, StaffKey } from '../../db/seed/people'
import type { Language } from '../../app/i18n/languages'
import type { TextSize } from '../../app/visitor/visitor'
import { foundTown, type Town } from './town'

type Who = PersonKey | StaffKey
type Look = { language: Language; textSize?: TextSize }

type Fixtures = {
  town: Town
  /** A browser in which somebody of the town is signed in. */
  pageAs: (who: Who) => Promise<Page>
  /** The same, or nobody signed in, with the page's look set before. */
  pageOf: (who: Who | 'nobody', look: Look) => Promise<Page>
  /** The same without pages: addresses asked one by one, no redirect followed. */
  requestAs: (who: Who | null) => Promise<APIRequestContext>
}

type Shared = { owner: pg.Client; origin: string }

/** Tests of the whole portal. Each has a town of its own, and the pages fail on whatever the browser complains of. */
export const test = base.extend<Fixtures, Shared>({
  origin: [async ({}, use) => use(required('E2E_ORIGIN')), { scope: 'worker' }],
  owner: [
    async ({}, use) => {
      const owner = new pg.Client(required('E2E_DATABASE'))
      await owner.connect()
      await use(owner)
      await owner.end()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ origin }, use) => use(origin),
  context: async ({ context }, use) => {
    const complaints = complaintsOf(context)
    await use(context)
    expect(complaints).toEqual([])
  },
  town: async ({ owner }, use) => {
    const town = await foundTown(owner)
    await use(town)
    await town.remove()
  },
  pageAs: async ({ browser, town, origin }, use) => {
    const opened: Page[] = []
    const complaints: string[][] = []
    await use(async (who) => {
      const context = await browser.newContext()
      complaints.push(complaintsOf(context))
      await context.addCookies([
        { ...(await town.session(who)), url: origin, httpOnly: true, sameSite: 'Lax' },
      ])
      const page = await context.newPage()
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
    expect(complaints.flat()).toEqual([])
  },
  pageOf: async ({ page, pageAs, town, origin }, use) => {
    await use(async (who, { language, textSize = 'normal' }) => {
      const look = { language, 'text-size': textSize }
      if (who === 'nobody') {
        await page
          .context()
          .addCookies(Object.entries(look).map(([name, value]) => ({ name, value, url: origin })))
        return page
      }
      await town.owner.query('update person set language = $1, text_size = $2 where municipality_id = $3', [
        language,
        textSize,
        town.id,
      ])
      await town.owner.query('update staff_member set language = $1 where municipality_id = $2', [
        language,
        town.id,
      ])
      return pageAs(who)
    })
  },
  requestAs: async ({ playwright, town, origin }, use) => {
    const opened: APIRequestContext[] = []
    await use(async (who) => {
      const session = who && (await town.session(who))
      const request = await playwright.request.newContext({
        baseURL: origin,
        maxRedirects: 0,
        extraHTTPHeaders: session ? { Cookie: `${session.name}=${session.value}` } : {},
      })
      opened.push(request)
      return request
    })
    for (const request of opened) await request.dispose()
  },
})

/** What the browser says of our pages: an error of a script, a refusal by the content policy. */
function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = []
  const keep = (text: string) => {
    // An answer of 4xx and a page turn that was not drawn are told as errors too.
    if (!/^Failed to load resource|Transition was (aborted|skipped)/.test(text)) complaints.push(text)
  }
  context.on('weberror', (error) => keep(error.error().message))
  context.on('console', (message) => void (message.type() === 'error' && keep(message.text())))
  return complaints
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: the browser tests start by playwright test`)
  return value
}

export { expect }
