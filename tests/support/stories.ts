import pg from 'pg'
import { connect, type Database, type PersonTx, type StaffTx } from '../../db/connect.ts'
import type { SessionToken, Subject } from '../../db/opening.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storiesDatabase } from './database.ts'
import { sessionFor } from './people.ts'

/** The moment the stories stand at: Tuesday 15 September 2026, 09:00 in Sweden. */
export const storyTime = new Date('2026-09-15T09:00:00+02:00')

type Work<Tx, T> = (tx: Tx, subject: Subject) => Promise<T>

/** The three stories in a database of one's own, read as the portal reads them. */
export type Stories = {
  /** Connection of the owner, who sees and changes all. */
  owner: pg.Client
  portalUrl: string
  database: Database
  asPerson: <T>(who: PersonKey, work: Work<PersonTx, T>, when?: Date) => Promise<T>
  asStaff: <T>(who: StaffKey, work: Work<StaffTx, T>, when?: Date) => Promise<T>
  close: () => Promise<void>
}

export async function openStories(): Promise<Stories> {
  const { ownerUrl, portalUrl } = await storiesDatabase()
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  const database = connect(portalUrl, failLoudly)
  const tokens = new Map<PersonKey | StaffKey, SessionToken>()
  const tokenOf = async (who: PersonKey | StaffKey) => {
    const token = tokens.get(who) ?? (await sessionFor(owner, who))
    tokens.set(who, token)
    return token
  }
  return {
    owner,
    portalUrl,
    database,
    asPerson: async (who, work, when = storyTime) =>
      entered(await database.asPerson(await tokenOf(who), when, keep(work))),
    asStaff: async (who, work, when = storyTime) =>
      entered(await database.asStaff(await tokenOf(who), when, keep(work))),
    close: async () => {
      await database.close()
      await owner.end()
    },
  }
}

// Kept in an object, so that a result of null is not taken for a session that was refused.
const keep =
  <Tx, T>(work: Work<Tx, T>) =>
  async (tx: Tx, subject: Subject) => ({ result: await work(tx, subject) })

function entered<T>(outcome: { result: T } | null): T {
  if (!outcome) throw new Error('the session was not let in')
  return outcome.result
}

function failLoudly(error: Error): never {
  throw error
}
