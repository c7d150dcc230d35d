import pg from 'pg'
import type { Holder, SessionToken } from '../../db/opening.ts'
import { storiesDatabase } from './database.ts'
import { sessionFor } from './people.ts'
import { storyTime } from './stories.ts'

export type PortalLogin = {
  owner: pg.Client
  portal: pg.Client
  portalUrl: string
  tokens: Record<Holder, SessionToken>
  /** Begins a transaction as the portal does: Peter's, or Mira's for staff. */
  open: (kind: Holder) => Promise<void>
  casesNow: (kind: Holder) => Promise<{ id: string }[]>
  close: () => Promise<void>
}

/**
 * A connection of the portal's own login, to try statement by statement what a role can do: everything that an injected
 * statement could, and more.
 */
export async function openPortalLogin(): Promise<PortalLogin> {
  const { ownerUrl, portalUrl } = await storiesDatabase()
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  const portal = new pg.Client(portalUrl)
  await portal.connect()
  const tokens = { person: await sessionFor(owner, 'peter'), staff: await sessionFor(owner, 'mira') }
  return {
    owner,
    portal,
    portalUrl,
    tokens,
    open: async (kind) => {
      await portal.query(
        `begin; set local role service; ${openingFor(kind, tokens[kind])}; set local role ${kind}`,
      )
    },
    casesNow: async (kind) => {
      const seen = kind === 'person' ? 'select case_id as id from person_case' : 'select id from case_file'
      return (await portal.query<{ id: string }>(`${seen} order by 1`)).rows
    },
    close: async () => {
      await portal.end()
      await owner.end()
    },
  }
}

function openingFor(kind: Holder, { municipalityId, hash }: SessionToken): string {
  const values = [kind, municipalityId, `\\x${hash.toString('hex')}`, storyTime.toISOString()]
  return `select * from session_open_transaction(${values.map(pg.escapeLiteral).join(', ')})`
}

/** The signature that a role would make, if it knew with which secret (context_seal in db/policy/context.sql). */
export const sealBy = (secret: string, text: string) =>
  `encode(sha256(convert_to(${secret} || pg_backend_pid()::text || transaction_timestamp()::text || ${text} || ${secret}, 'UTF8')), 'hex')`
