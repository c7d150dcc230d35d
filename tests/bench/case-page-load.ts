import { loadOn, timesAlone, type Load } from './load.ts'
import { median } from './median.ts'
import { residentMegabytes } from './memory.ts'
import { goals, type Plan } from './plan.ts'
import { rawGet } from './raw-get.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'
import type { Side, Sides } from './sides.ts'

type Measured = { side: Side; bytes: number; load: Load[]; alone: number; idle: number; loaded: number }

/** The signed-in case page under load, beside what else could answer. */
export async function measureLoad({ inPlain, asBrowser }: Sides, plan: Plan): Promise<Part> {
  const sides = [inPlain, asBrowser].flatMap(({ portal, dataFree, bare }) => [portal, dataFree, bare])
  const idle = await Promise.all(sides.map(({ pid }) => residentMegabytes(pid)))
  const alone = await alternate(sides, plan.rounds, async ({ target }) =>
    median(await timesAlone(target, plan.sequential / 5)),
  )
  const load = await alternate(sides, plan.rounds, ({ target }) => loadOn(target, plan))
  const measured = await Promise.all(
    sides.map(async (side, index): Promise<Measured> => ({
      side,
      bytes: await bodyBytes(side),
      load: load[index]!,
      alone: median(alone[index]!),
      idle: idle[index]!,
      loaded: await residentMegabytes(side.pid),
    })),
  )
  const [plainPortal, plainDataFree, , compressedPortal, compressedDataFree] = measured
  return {
    section: {
      heading: 'Case page under load',
      about:
        `${plan.connections} connections, ${plan.rounds} rounds of ${plan.seconds} s for each side in turn; medians. ` +
        'The portal reads the page from the database each time; the ratio is its requests per second to those of the ' +
        'other, round by round. *Alone*: one connection, one request after another. Memory is resident, of the ' +
        'server process. Upper half: nobody compresses. Lower half: asked as a browser asks.',
      columns: [
        'portal to this',
        'side',
        'bytes',
        'requests/s',
        'p50 ms',
        'p99 ms',
        'p50 alone ms',
        'memory idle / loaded MB',
      ],
      rows: measured.map((one, index) => row(one, measured[index < 3 ? 0 : 3]!)),
    },
    checks: [
      {
        name: 'case page to a Remix page without data on node:http, requests/s',
        found: ratioOf(plainPortal!, plainDataFree!),
        limit: goals.toDataFreeRemix,
        rule: 'atLeast',
      },
      {
        name: 'case page to a Remix page without data on Express, both compressed, requests/s',
        found: ratioOf(compressedPortal!, compressedDataFree!),
        limit: goals.toDataFreeOnExpress,
        rule: 'atLeast',
      },
      {
        name: `case page with ${plan.connections} connections, p99`,
        found: Math.max(p99(plainPortal!), p99(compressedPortal!)),
        limit: goals.p99Milliseconds,
        rule: 'atMost',
        unit: ' ms',
      },
      {
        name: 'case page alone, p50',
        found: Math.max(plainPortal!.alone, compressedPortal!.alone),
        limit: goals.aloneMilliseconds,
        rule: 'atMost',
        unit: ' ms',
      },
      {
        name: 'memory of the portal after load',
        found: compressedPortal!.loaded,
        limit: goals.loadedMegabytes,
        rule: 'atMost',
        unit: ' MB',
      },
      {
        name: 'memory of the portal after load, to that of a Remix page without data',
        found: compressedPortal!.loaded / Math.min(plainDataFree!.loaded, compressedDataFree!.loaded),
        limit: goals.memoryToDataFree,
        rule: 'atMost',
      },
    ],
  }
}

function row(one: Measured, portal: Measured): string[] {
  const { side, bytes, load, alone, idle, loaded } = one
  return [
    one === portal ? '1' : number(ratioOf(portal, one)),
    side.name,
    String(bytes),
    number(median(load.map(({ perSecond }) => perSecond))),
    number(median(load.map(({ p50 }) => p50))),
    number(p99(one)),
    number(alone),
    `${number(idle)} / ${number(loaded)}`,
  ]
}

// Each round against the same round of the other: the machine drifts more between rounds than within one.
function ratioOf(portal: Measured, other: Measured): number {
  return median(portal.load.map(({ perSecond }, round) => perSecond / other.load[round]!.perSecond))
}

function p99({ load }: Measured): number {
  return median(load.map((round) => round.p99))
}

async function bodyBytes({ target }: Side): Promise<number> {
  return (await rawGet(target.url, target.headers)).body.length
}
