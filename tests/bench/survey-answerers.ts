import { randomBytes } from 'node:crypto'
import { Agent } from 'node:http'
import pg from 'pg'
import { surveyAt } from '../../app/addresses.ts'
import { scaleOf, type Instrument } from '../../app/survey/instrument.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { median } from './median.ts'
import type { Plan } from './plan.ts'
import type { Portal } from './portal.ts'
import { rawGet } from './raw-get.ts'
import { rawSend } from './raw-send.ts'
import { number, type Part } from './report.ts'

type Answering = { owner: pg.Client; portal: Portal; child: Instrument; codes: readonly string[] }

/** Everybody answers every question with a choice and sends, all at once, round after round. */
export async function measureAnswerers(
  plan: Plan,
  { owner, portal, child, codes }: Answering,
): Promise<Part> {
  const agent = new Agent({ keepAlive: true, maxSockets: plan.answerers })
  const origin = portal.address.replace('http:', 'https:')
  const rates: number[] = []
  const bareRates: number[] = []
  const bare = await bareInserts(owner, plan.answerers)
  try {
    for (let round = 0; round < plan.rounds; round++) {
      const now = codes.slice(round * plan.answerers, (round + 1) * plan.answerers)
      rates.push(await perSecondOf(now, (code) => answer({ portal, origin, agent, child }, code)))
      bareRates.push(await perSecondOf(now, bare.insert))
    }
  } finally {
    agent.destroy()
    await bare.end()
  }
  const { rows } = await owner.query<{ sent: number }>('select count(*)::int as sent from survey.envelope')
  const lost = codes.length - rows[0]!.sent
  const ratio = median(rates) / median(bareRates)
  const pages = child.items.length + 3
  return {
    section: {
      heading: 'Many who answer at once',
      about:
        `${plan.answerers} at once open the form, answer each question on a page of its own and send: ${pages} requests each, ` +
        'over HTTP. Beside it bare inserts of one sealed answer for each, on as many connections.',
      columns: [
        'to bare inserts',
        'whole answers a second',
        'requests a second',
        'bare inserts a second',
        'lost',
      ],
      rows: [
        [
          number(ratio),
          number(median(rates)),
          number(median(rates) * pages),
          number(median(bareRates)),
          String(lost),
        ],
      ],
    },
    checks: [{ name: 'answers lost of those sent at once', found: lost, limit: 0, rule: 'atMost' }],
  }
}

async function perSecondOf(
  codes: readonly string[],
  work: (code: string, at: number) => Promise<void>,
): Promise<number> {
  const begun = performance.now()
  await Promise.all(codes.map(work))
  return codes.length / ((performance.now() - begun) / 1000)
}

type Visit = { portal: Portal; origin: string; agent: Agent; child: Instrument }

async function answer({ portal, origin, agent, child }: Visit, code: string): Promise<void> {
  const at = (path: string) => `${portal.address}${path}`
  const post = async (path: string, form: Record<string, string>, leadsTo: string) => {
    const body = Buffer.from(new URLSearchParams(form).toString())
    const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' }
    const { status, headers: answered } = await rawSend(at(path), { method: 'POST', headers, body }, agent)
    if (status !== 303 || answered.location !== leadsTo) throw new Error(`${path} answers ${status}`)
  }
  const opened = await rawGet(at(surveyAt.begin(code)), {}, agent)
  if (opened.status !== 200) throw new Error(`a code answers ${opened.status}`)
  for (const [index, item] of child.items.entries()) {
    const next = child.items[index + 1]
    const given = item.kind === 'text' ? 'Det var bra.' : scaleOf(child, item).options[index % 2]!.id
    const leadsTo = next ? surveyAt.item(code, next.id) : surveyAt.send(code)
    await post(surveyAt.item(code, item.id), { [item.id]: given }, leadsTo)
  }
  await post(surveyAt.send(code), {}, surveyAt.thanks)
}

async function bareInserts(owner: pg.Client, connections: number) {
  await owner.query(
    'create table bare_envelope (like survey.envelope including defaults including indexes including storage)',
  )
  const { host, port, user, password, database } = owner
  const pool = new pg.Pool({
    host,
    port,
    database,
    max: Math.min(connections, 20),
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
  })
  const sealed = randomBytes(65_600)
  const values = [storyId('municipality', 'ekdala'), storyId('survey_round', 'bench'), sealed]
  return {
    insert: async () => {
      await pool.query(
        `insert into bare_envelope (municipality_id, round_id, instrument, instrument_version, sealed) values ($1, $2, 'child', 1, $3)`,
        values,
      )
    },
    end: () => pool.end(),
  }
}
