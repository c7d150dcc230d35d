import { launch } from 'chrome-launcher'
import lighthouse, { type RunnerResult } from 'lighthouse'
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

const mostTries = 3

/**
 * One visit as Lighthouse makes it by default: a mid-range phone on slow 4G, simulated, with an empty cache, in
 * a browser of its own. A trace that a busy machine has spoilt is taken anew.
 * @throws Error with Lighthouse's own words when the third try fails too
 */
export async function visit(url: string, cookie: string | undefined): Promise<Visit> {
  for (let tries = 1; ; tries += 1) {
    const { lhr } = await runLighthouse(url, cookie)
    if (!lhr.runtimeError) return visitOf(lhr)
    if (tries === mostTries) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`)
  }
}

async function runLighthouse(url: string, cookie: string | undefined): Promise<RunnerResult> {
  const chrome = await launch({
    chromePath: findChromium(),
    chromeFlags: ['--headless=new', ...chromiumArgs],
    handleSIGINT: false,
    logLevel: 'error',
  })
  endLater(() => chrome.kill())
  try {
    const run = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'silent',
      output: 'json',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
      ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
    })
    if (!run) throw new Error('Lighthouse gave no result')
    return run
  } finally {
    chrome.kill()
  }
}

function visitOf({ categories, audits }: RunnerResult['lhr']): Visit {
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
