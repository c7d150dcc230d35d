import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import type { DataKeys } from '../../../app/person/data-keys.ts'
import type { Instrument } from '../../../app/survey/instrument.ts'
import { codeHash, newRoundSecret, surveyCode } from '../../../app/survey/survey-code.ts'
import { shuffled } from './shuffled.ts'

type Pool = { instrument: string; version: number; tickets: number; drawn: number }
type OpenRound = { municipality_id: string; round_id: string; sealed_secret: Buffer; pools: Pool[] }

// So many that a ticket tells nobody which invitation it belongs to.
const atATime = 100

/** Opens this season's round in every unit that has none. */
export async function openRounds(tx: ServiceTx, dataKeys: DataKeys): Promise<void> {
  const { rows } = await sql<{ municipality_id: string; unit_id: string }>`
    select * from service_units_without_round()`.execute(tx)
  for (const { municipality_id: municipality, unit_id: unit } of rows) {
    await sql`select service_open_round(${municipality}, ${unit}, ${newRoundSecret(dataKeys)})`.execute(tx)
  }
}

type LayOut = {
  dataKeys: DataKeys
  instruments: readonly Instrument[]
  /** The order in which tickets are laid out. Only the test that shows what it is for gives another. */
  inOrder?: <T>(things: readonly T[]) => T[]
}

/** Lays out tickets ahead of every invitation: at least as many free as there are drawn. */
export async function layOutTickets(tx: ServiceTx, given: LayOut): Promise<void> {
  const { rows } = await sql<OpenRound>`select * from service_survey_pools()`.execute(tx)
  for (const round of rows) {
    for (const { id, version } of given.instruments) {
      const pool = round.pools.find((each) => each.instrument === id && each.version === version)
      await layOut(tx, round, { instrument: id, version, tickets: 0, drawn: 0, ...pool }, given)
    }
  }
}

async function layOut(tx: ServiceTx, round: OpenRound, pool: Pool, given: LayOut): Promise<void> {
  const { dataKeys, inOrder = shuffled } = given
  const { instrument, version, tickets, drawn } = pool
  const wanted = Math.ceil(Math.max(1, drawn * 2) / atATime) * atATime
  if (tickets >= wanted) return
  const hashes = Array.from({ length: wanted - tickets }, (_each, index) =>
    codeHash(
      surveyCode(
        round.sealed_secret,
        {
          municipalityId: round.municipality_id,
          roundId: round.round_id,
          instrument,
          version,
          place: tickets + index,
        },
        dataKeys,
      ),
    ),
  )
  await sql`select service_add_tickets(${round.municipality_id}, ${round.round_id}, ${instrument}, ${version},
                                       ${inOrder(hashes)}::bytea[])`.execute(tx)
}
