import { median } from './median.ts'
import { visit, type Visit } from './lighthouse.ts'
import type { CaseDatabase } from './case-database.ts'
import { filesOfPages } from './page-files.ts'
import { goals, type Plan } from './plan.ts'
import { startBareServer, takeReadyMade } from './ready-made.ts'
import { number, type Check, type Part } from './report.ts'
import { alternate } from './rounds.ts'

type Measure = keyof Omit<Visit, 'faults'>
type Seen = { name: string; portal: Visit[]; bare: Visit[] }

/** Front page and case page on a phone, beside the same bytes from a server that does nothing else. */
export async function measurePhone(
  address: string,
  { casePath, cookie }: CaseDatabase,
  { rounds }: Plan,
): Promise<Part> {
  const seen: Seen[] = []
  for (const page of [
    { name: 'front page', path: '/', cookie: '' },
    { name: 'case page', path: casePath, cookie },
  ]) {
    const [files] = await filesOfPages(address, [page.path], page.cookie)
    const bare = await startBareServer('bare-phone', await takeReadyMade(address, files!, page.cookie))
    const [ours, theirs] = await alternate([address, bare.address], rounds, (server) =>
      visit(server + page.path, server === address ? page.cookie : undefined),
    )
    await bare.stop()
    seen.push({ name: page.name, portal: ours!, bare: theirs! })
  }
  return {
    section: {
      heading: 'On a phone',
      about:
        `Lighthouse, mobile with simulated throttling, ${rounds} visits of each side in turn; medians. *Bare* is the same HTML, ` +
        'style, script and font, compressed once and served by node:http; the ratio is LCP to its LCP.' +
        faultsText(seen),
      columns: [
        'LCP to bare',
        'page',
        'performance',
        'accessibility',
        'best practices',
        'LCP ms',
        'bare LCP ms',
        'TBT ms',
        'CLS',
      ],
      rows: seen.map((page) => [
        number(lcpRatio(page)),
        page.name,
        ...(['performance', 'accessibility', 'bestPractices', 'lcp'] as const).map((measure) =>
          number(of(page, measure)),
        ),
        number(median(page.bare.map(({ lcp }) => lcp))),
        number(of(page, 'tbt')),
        number(of(page, 'cls')),
      ]),
    },
    checks: seen.flatMap(checksOf),
  }
}

function checksOf(page: Seen): Check[] {
  const check = (what: string, found: number, limit: number, rule: Check['rule'], unit = ''): Check => ({
    name: `${page.name}, ${what}`,
    found,
    limit,
    rule,
    unit,
  })
  return [
    check('LCP to the same bytes served bare', lcpRatio(page), goals.lcpToBare, 'atMost'),
    check('Lighthouse performance', of(page, 'performance'), goals.performance, 'atLeast'),
    check('Lighthouse accessibility', of(page, 'accessibility'), goals.accessibility, 'atLeast'),
    check('Lighthouse best practices', of(page, 'bestPractices'), goals.bestPractices, 'atLeast'),
    check('LCP', of(page, 'lcp'), goals.lcpMilliseconds, 'atMost', ' ms'),
    check('CLS', of(page, 'cls'), goals.cumulativeShift, 'atMost'),
  ]
}

function of({ portal }: Seen, measure: Measure): number {
  return median(portal.map((one) => one[measure]))
}

function lcpRatio({ portal, bare }: Seen): number {
  return median(portal.map(({ lcp }, round) => lcp / bare[round]!.lcp))
}

function faultsText(seen: readonly Seen[]): string {
  const faults = seen.flatMap(({ name, portal }) =>
    [...new Set(portal.flatMap((one) => one.faults))].map((fault) => `${name}: ${fault}`),
  )
  return faults.length > 0 ? ` Lighthouse remarks on: ${faults.join('; ')}.` : ''
}
