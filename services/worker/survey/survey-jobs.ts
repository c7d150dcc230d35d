import { sql } from 'kysely'
import { parseDataKeys, type DataKeys } from '../../../app/person/data-keys.ts'
import type { Instrument } from '../../../app/survey/instrument.ts'
import { surveySettings } from '../../../app/server/survey-setting.ts'
import type { JobSet, RunningJobs, WorkerParts } from '../job-set.ts'
import { mixResponses } from './mix-responses.ts'
import { layOutTickets, openRounds } from './open-rounds.ts'
import { tellRounds } from './tell-rounds.ts'

const ROUNDS_EVERY_MS = 5 * 60_000
const REMIND_EVERY_MS = 60 * 60_000
const MIX_EVERY_MS = 60 * 60_000
const TELL_EVERY_MS = 10 * 60_000

type Settings = { dataKeys: DataKeys; instruments: readonly Instrument[] }

/** Rounds and their tickets, reminders, the mixing of what was answered, and what is told of it. */
export const surveyJobs: JobSet<'survey'> = (source) => {
  const dataKeys = source.take('DATA_KEYS', parseDataKeys)
  const { instruments } = surveySettings(source.env, source.faults, source.production)
  return Promise.resolve(dataKeys ? (parts) => startSurveyJobs(parts, { dataKeys, instruments }) : null)
}

function startSurveyJobs(parts: WorkerParts, settings: Settings): RunningJobs<'survey'> {
  return {
    handlers: {},
    atIntervals: [
      { everyMs: ROUNDS_EVERY_MS, work: () => keepRounds(parts, settings) },
      { everyMs: REMIND_EVERY_MS, work: () => remindEverybody(parts) },
      { everyMs: MIX_EVERY_MS, work: () => mixResponses(parts, settings) },
      { everyMs: TELL_EVERY_MS, work: () => tellRounds(parts, settings.instruments) },
    ],
  }
}

async function keepRounds({ database, now, log }: WorkerParts, settings: Settings): Promise<void> {
  await database.asService(now(), (tx) => openRounds(tx, settings.dataKeys))
  await database.asService(now(), (tx) => layOutTickets(tx, settings))
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{ over: number }>`select service_forget_rounds() as over`.execute(tx)
    return rows[0]!.over
  })
  if (count > 0) log.info({ count }, 'survey rounds are over')
}

async function remindEverybody({ database, now, log }: WorkerParts): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{ reminded: number }>`select service_remind_surveys() as reminded`.execute(tx)
    return rows[0]!.reminded
  })
  if (count > 0) log.info({ count }, 'reminded of the survey')
}
