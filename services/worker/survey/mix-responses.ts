import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import type { DataKeys } from '../../../app/person/data-keys.ts'
import { unseal } from '../../../app/person/sealed.ts'
import { answersTo, apart, type Answers } from '../../../app/survey/answers.ts'
import { instrumentOf, type Instrument } from '../../../app/survey/instrument.ts'
import { fromOneSize } from '../../../app/survey/one-size.ts'
import type { WorkerParts } from '../job-set.ts'
import { shuffled } from './shuffled.ts'

type Group = { municipality_id: string; round_id: string; instrument: string; instrument_version: number }
type Envelope = { id: string; sealed: Buffer }

export type Mixing = {
  dataKeys: DataKeys
  instruments: readonly Instrument[]
  /** The order in which answers are put down. Only the test that shows what it is for gives another. */
  inOrder?: <T>(things: readonly T[]) => T[]
}

/**
 * Puts down what has been sent, in an order drawn by lot, once ten have come or nothing more can: then no answer can be
 * told from nine others by when or where it was written (decision 28). What cannot be read stays in its envelope.
 */
export async function mixResponses(
  { database, now, log }: Pick<WorkerParts, 'database' | 'now' | 'log'>,
  mixing: Mixing,
): Promise<void> {
  const { rows: groups } = await database.asService(now(), (tx) =>
    sql<Group>`select * from service_envelopes_to_mix()`.execute(tx),
  )
  for (const group of groups) {
    const unread = await database.asService(now(), (tx) => mixGroup(tx, group, mixing))
    const { instrument, instrument_version: version } = group
    if (unread > 0) log.error({ unread, instrument, version }, 'answers to the survey cannot be read')
  }
}

/** @returns how many could not be read */
async function mixGroup(tx: ServiceTx, group: Group, mixing: Mixing): Promise<number> {
  const {
    municipality_id: municipality,
    round_id: round,
    instrument: id,
    instrument_version: version,
  } = group
  const instrument = instrumentOf(mixing.instruments, id, version)
  const { rows: envelopes } = await sql<Envelope>`
    select * from service_take_envelopes(${municipality}, ${round}, ${id}, ${version})`.execute(tx)
  const read = envelopes.flatMap(({ id: envelope, sealed }) => {
    const answers = instrument && opened(instrument, sealed, mixing.dataKeys)
    return answers ? [{ envelope, ...apart(instrument, answers) }] : []
  })
  const inOrder = mixing.inOrder ?? shuffled
  if (read.length > 0) {
    await sql`
      select service_put_responses(${municipality}, ${round}, ${id}, ${version}, ${read.map(({ envelope }) => envelope)}::uuid[],
        ${inOrder(read).map(({ chosen }) => JSON.stringify(chosen))}::jsonb[],
        ${inOrder(read.flatMap(({ texts }) => texts)).map((text) => JSON.stringify(text))}::jsonb[])`.execute(
      tx,
    )
  }
  return envelopes.length - read.length
}

function opened(instrument: Instrument, sealed: Buffer, keys: DataKeys): Answers | null {
  try {
    return answersTo(instrument, fromOneSize(unseal(sealed, keys)))
  } catch {
    return null
  }
}
