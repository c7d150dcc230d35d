import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { newSessionToken } from '../../app/access/cookies.ts'
import { parseDataKeys } from '../../app/person/data-keys.ts'
import { instrumentOf, scaleOf, type Instrument } from '../../app/survey/instrument.ts'
import { readInstruments } from '../../app/survey/read-instruments.ts'
import { surveyCode } from '../../app/survey/survey-code.ts'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { seedStories } from '../../db/seed/stories.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { buildIfNeeded } from '../../services/demo/build.ts'
import { layOutTickets } from '../../services/worker/survey/open-rounds.ts'
import { tellRounds } from '../../services/worker/survey/tell-rounds.ts'
import { createLog } from '../../app/server/log.ts'
import { startBenchPostgres } from './case-database.ts'
import { endLater } from './ending.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import { newDataKeys, startPortal, type Portal } from './portal.ts'
import { say, tell } from './progress.ts'
import { rawGet } from './raw-get.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'
import { measureAnswerers } from './survey-answerers.ts'

const ekdala = storyId('municipality', 'ekdala')
const round = storyId('survey_round', 'bench')

/** What the survey costs: its results over many responses, and many who answer at once. */
export async function measureSurvey(plan: Plan): Promise<Part[]> {
  say('building the pages, starting the database')
  await buildIfNeeded()
  const postgres = await startBenchPostgres()
  const name = `survey_${randomBytes(4).toString('hex')}`
  const dataKeys = newDataKeys()
  await postgres.createDatabase(name)
  await migrate(postgres.ownerUrl(name))
  await seedStories(postgres.ownerUrl(name), parseDataKeys(dataKeys))
  const owner = new pg.Client(postgres.ownerUrl(name))
  await owner.connect()
  endLater(() => owner.end())
  const portal = await startPortal('portal', { portalUrl: postgres.portalUrl(name), dataKeys })
  const child = instrumentOf(readInstruments(null).instruments, 'child', 1)!
  say(`${plan.responses.toLocaleString('en')} responses`)
  const results = tell(
    await measureResults(plan, { owner, portal, portalUrl: postgres.portalUrl(name), child }),
  )
  say(`${plan.answerers} who answer at once`)
  const codes = await layOut(owner, { portalUrl: postgres.portalUrl(name), dataKeys, child, plan })
  return [results, tell(await measureAnswerers(plan, { owner, portal, child, codes }))]
}

type Results = { owner: pg.Client; portal: Portal; portalUrl: string; child: Instrument }

async function measureResults(plan: Plan, { owner, portal, portalUrl, child }: Results): Promise<Part> {
  await writeResponses(owner, child, plan.responses)
  const database = connect(portalUrl, () => undefined)
  const begun = performance.now()
  try {
    // The real clock: the round was over long ago.
    await tellRounds({ database, now: () => new Date(), log: createLog('silent') }, [
      child,
      ...readInstruments(null).instruments,
    ])
  } finally {
    await database.close()
  }
  const toldSeconds = (performance.now() - begun) / 1000
  const { rows } = await owner.query('select from survey_figure where round_id = $1', [round])
  if (rows.length === 0) throw new Error('nothing was told')
  const cookie = await jonas(owner)
  const [page, raw] = await alternate(
    [
      async () => {
        const { status, body } = await rawGet(`${portal.address}/handlaggare/enkatresultat`, { cookie })
        if (status !== 200 || body.length === 0) throw new Error(`the results page answers ${status}`)
      },
      () => owner.query(rawAggregate, [round]),
    ],
    plan.rounds,
    async (work) => {
      const start = performance.now()
      await work()
      return performance.now() - start
    },
  )
  const ratio = median(page!) / median(raw!)
  return {
    section: {
      heading: 'Results of many responses',
      about:
        'The page that a team leader opens beside the bare aggregate of the same round: answers by question and option, ' +
        'on one connection. What may be told is worked out once, when a round is over, and the page reads that alone.',
      columns: ['to the bare aggregate', 'page ms', 'bare aggregate ms', 'told once, s', 'responses'],
      rows: [
        [
          number(ratio),
          number(median(page!)),
          number(median(raw!)),
          number(toldSeconds),
          plan.responses.toLocaleString('en'),
        ],
      ],
    },
    checks: [
      {
        name: 'the results page to the bare aggregate',
        found: ratio,
        limit: goals.resultsToAggregate,
        rule: 'atMost',
      },
    ],
  }
}

const rawAggregate = `
  select q.key, q.value, count(*) from survey.response a cross join lateral jsonb_each(a.answers) q
   where a.round_id = $1 group by q.key, q.value`

async function writeResponses(owner: pg.Client, child: Instrument, count: number): Promise<void> {
  await owner.query(
    `insert into survey_round (municipality_id, id, unit_id, year, season, opens_on, offers_until, closes_on)
       values ($1, $2, $3, 2024, 'spring', '2024-01-01', '2024-07-31', '2024-08-21')`,
    [ekdala, round, storyId('unit', 'family')],
  )
  const answers = child.items.flatMap((item) => {
    if (item.kind !== 'choice') return []
    const options = scaleOf(child, item).options.map(({ id }) => `'${id}'`)
    return [`'${item.id}', (array[${options.join(', ')}])[1 + floor(random() * ${options.length})::int]`]
  })
  await owner.query(
    `insert into survey.response (municipality_id, round_id, instrument, instrument_version, answers)
       select $1, $2, 'child', 1, jsonb_build_object(${answers.join(', ')}) from generate_series(1, $3)`,
    [ekdala, round, count],
  )
  await owner.query('vacuum analyze survey.response')
}

async function jonas(owner: pg.Client): Promise<string> {
  const { cookie, hash } = newSessionToken(ekdala)
  await owner.query(
    `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'staff', $3, 'computer')`,
    [ekdala, hash, storyId('staff', 'jonas')],
  )
  return `__Host-staff-sid=${cookie}`
}

type LayOut = { portalUrl: string; dataKeys: string; child: Instrument; plan: Plan }

/** A round that is open today, with a ticket for everybody who answers in it. */
async function layOut(owner: pg.Client, { portalUrl, dataKeys, child, plan }: LayOut): Promise<string[]> {
  const keys = parseDataKeys(dataKeys)
  const { rows } = await owner.query<{ id: string; sealed_secret: Buffer }>(
    `update survey_round set opens_on = '2020-01-01', offers_until = '2199-01-01', closes_on = '2199-02-01'
      where sealed_secret is not null returning id, sealed_secret`,
  )
  const [open] = rows
  const places = plan.answerers * plan.rounds
  // The worker lays out as many as are asked for.
  await owner.query(
    `insert into survey_invitation (municipality_id, round_id, person_id, instrument, instrument_version, place, opens_on, reminder_on, closes_on)
       values ($1, $2, $3, 'child', 1, $4, '2020-01-01', '2020-01-02', '2199-01-01')`,
    [ekdala, open!.id, storyId('person', 'tindra'), places],
  )
  const database = connect(portalUrl, () => undefined)
  try {
    await database.asService(new Date(), (tx) => layOutTickets(tx, { dataKeys: keys, instruments: [child] }))
  } finally {
    await database.close()
  }
  const where = { municipalityId: ekdala, roundId: open!.id, instrument: 'child', version: 1 }
  return Array.from({ length: places }, (_each, place) =>
    surveyCode(open!.sealed_secret, { ...where, place }, keys),
  )
}
