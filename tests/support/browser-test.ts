import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContext,
  type Page,
} from '@playwright/test'
import pg from 'pg'
import type { Language } from '../../app/i18n/languages'
import { holderHeader } from '../../app/ui/form/holder'
import type { TextSize } from '../../app/visitor/visitor'
import type { PersonKey, StaffKey } from '../../db/seed/people'
import { foundTown, type Town } from './town'

type Who = PersonKey | StaffKey

type Fixtures = {
  town: Town
  /** A browser in which somebody of the town is signed in, or nobody. */
  pageAs: (who: Who | null) => Promise<Page>
  /** From the next page on, whoever is signed in: as chosen by everybody in town, or by a visitor. */
  setLook: (page: Page, language: Language, textSize?: TextSize) => Promise<void>
  /** The same without pages: addresses asked one by one, posts as from their own forms, no redirect followed. */
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
      if (who) {
        const session = await town.session(who)
        await context.addCookies([{ ...session, url: origin, httpOnly: true, sameSite: 'Lax' }])
      }
      const page = await context.newPage()
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
    expect(complaints.flat()).toEqual([])
  },
  setLook: async ({ town, origin }, use) => {
    await use(async (page, language, textSize = 'normal') => {
      await town.setLook(language, textSize)
      const look = { language, 'text-size': textSize }
      const cookies = Object.entries(look).map(([name, value]) => ({ name, value, url: origin }))
      await page.context().addCookies(cookies)
    })
  },
  requestAs: async ({ playwright, town, origin }, use) => {
    const opened: APIRequestContext[] = []
    await use(async (who) => {
      const session = who && (await town.session(who))
      const request = await playwright.request.newContext({
        baseURL: origin,
        maxRedirects: 0,
        extraHTTPHeaders: session
          ? { Cookie: `${session.name}=${session.value}`, [holderHeader]: town.mark(who) }
          : {},
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
