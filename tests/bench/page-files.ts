import { chromium } from '@playwright/test'
import { chromiumArgs, findChromium } from '../support/chromium.ts'
import { rawGet } from './raw-get.ts'

/**
 * Which files a phone asks for at its first view of a page, the page itself first. Found by a real browser: a
 * font is asked for only when a letter needs it.
 * @returns paths; the icon is added, since a browser without a window never asks for it
 */
export async function filesOfPages(
  address: string,
  pages: readonly string[],
  cookie: string,
): Promise<string[][]> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: chromiumArgs,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  try {
    const found: string[][] = []
    for (const page of pages) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        extraHTTPHeaders: { cookie },
      })
      const tab = await context.newPage()
      const asked = [page]
      tab.on('request', (request) => {
        const { pathname } = new URL(request.url())
        if (!asked.includes(pathname)) asked.push(pathname)
      })
      const answer = await tab.goto(address + page, { waitUntil: 'networkidle' })
      if (answer?.status() !== 200) throw new Error(`${page} answers ${answer?.status()}`)
      await context.close()
      const icon = await iconOf(address + page, cookie)
      found.push(asked.includes(icon) ? asked : [...asked, icon])
    }
    return found
  } finally {
    await browser.close()
  }
}

async function iconOf(url: string, cookie: string): Promise<string> {
  const { body } = await rawGet(url, { cookie })
  return /<link rel="icon" href="([^"]+)"/.exec(body.toString())?.[1] ?? '/favicon.ico'
}
