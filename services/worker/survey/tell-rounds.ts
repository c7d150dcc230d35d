import type { Instrument } from '../../../app/survey/instrument.ts'
import { listUntold, tellSeason } from '../../../app/survey/results/tell-survey.ts'
import type { WorkerParts } from '../job-set.ts'

/** Tells every season that is over, once. One that cannot be told does not keep the others waiting. */
export async function tellRounds(
  { database, now, log }: Pick<WorkerParts, 'database' | 'now' | 'log'>,
  instruments: readonly Instrument[],
): Promise<void> {
  for (const season of await database.asService(now(), listUntold)) {
    const { year, season: name } = season
    await tellSeason((work) => database.asService(now(), work), season, { instruments, now: now() }).then(
      (figures) => log.info({ year, season: name, figures }, 'survey told'),
      (error: unknown) => log.error({ year, season: name, error }, 'a survey cannot be told'),
    )
  }
}
