import pg from 'pg'
import type { Stories } from './stories.ts'

/** Another connection of the owner's, to hold what somebody else waits for. Its caller ends it. */
export async function secondOwner({ owner }: Stories): Promise<pg.Client> {
  const { host, port, user, password, database } = owner
  const client = new pg.Client({ host, port, user, password, database })
  await client.connect()
  return client
}
