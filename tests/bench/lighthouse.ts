import { launch, type LaunchedChrome } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { chromiumArgs, findChromium } from '../support/chromium.ts'
import { endLater } from './ending.ts'

/** What Lighthouse found: scores from 0 to 100, times in milliseconds. */
export type Visit = {
  performance: number
  accessibility: number
  bestPractices: number
  lcp: number
  tbt: number
  cls: number
  /** Titles of what is not at its best in accessibility and best practices. */
  faults: string[]
}

export async function startChrome(): Promise<LaunchedChrome> {
  const chrome = await launch({
    chromePath: findChromium(),
    chromeFlags: ['--headless=new', ...chromiumArgs],
    handleSIGINT: false,
    logLevel: 'error',
  })
  endLater(() => chrome.kill())
  return chrome
}

/** One visit as Lighthouse makes it by default: a mid-range phone on slow 4G, simulated, with an empty cache. */
export async function visit(chrome: LaunchedChrome, url: string, cookie: string | undefined): Promise<Visit> {
  const run = await lighthouse(url, {
    port: chrome.port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  })
  if (!run || run.lhr.runtimeError)
    throw new Error(`Lighthouse: ${run?.lhr.runtimeError?.message ?? 'no result'}`)
  const { categories, audits } = run.lhr
  const score = (id: string) => (categories[id]?.score ?? 0) * 100
  const value = (id: string) => audits[id]?.numericValue ?? Number.NaN
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    faults: ['accessibility', 'best-practices'].flatMap((id) =>
      (categories[id]?.auditRefs ?? []).flatMap(({ id: audit, weight }) => {
        const { score: found = 1, title } = audits[audit] ?? { title: audit }
        return weight > 0 && found !== null && found < 1 ? [title] : []
      }),
    ),
  }
}
