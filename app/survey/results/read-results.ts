import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect.ts'
import type { ToldFigure } from './item-answers.ts'

/** A round of the reader's unit that has told. Days as YYYY-MM-DD. */
export type ToldRound = {
  id: string
  tellingId: string
  year: number
  season: string
  opensOn: string
  offersUntil: string
  toldOn: string
  /** The smallest side that it tells of. */
  fewest: number
}

/** A figure of a round, or of the whole municipality in its season (`roundId` null). */
export type RoundFigure = ToldFigure & {
  tellingId: string
  instrument: string
  version: number
  item: string
}

export type SurveyResults = { unit: string; rounds: ToldRound[]; figures: RoundFigure[] }

const mostRounds = 6

/** What the reader's unit has been told, the newest round first. Logged. */
export async function openSurveyResults(tx: StaffTx): Promise<SurveyResults> {
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values ((select app_municipality()), (select app_now()), 'staff', (select app_subject()), 'readStatistics')
  `.execute(tx)
  const { unit } = await tx
    .selectFrom('staff_member as me')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.municipality_id', '=', 'me.municipality_id').onRef('u.id', '=', 'me.unit_id'),
    )
    .where('me.id', '=', sql<string>`(select app_subject())`)
    .select('u.name as unit')
    .executeTakeFirstOrThrow()
  const rounds = await tx
    .selectFrom('staff_survey_round')
    .select([
      'round_id as id',
      'telling_id as tellingId',
      'year',
      'season',
      'opens_on as opensOn',
      'offers_until as offersUntil',
      'told_on as toldOn',
      'fewest',
    ])
    .orderBy('opens_on', 'desc')
    .limit(mostRounds)
    .execute()
  const tellings = rounds.map(({ tellingId }) => tellingId)
  const figures = await tx
    .selectFrom('staff_survey_figure')
    .select([
      'telling_id as tellingId',
      'round_id as roundId',
      'instrument',
      'instrument_version as version',
      'item',
      'option',
      'answers',
      'counted',
      'leaning',
    ])
    .where('telling_id', 'in', tellings.length > 0 ? tellings : [sql<string>`null`])
    .execute()
  return { unit, rounds, figures }
}
