import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { newSessionToken } from '../../../app/access/cookies.ts'
import { addressHash, sealAddress } from '../../../app/notice/channel/sealed-channel.ts'
import { parseDataKeys } from '../../../app/person/data-keys.ts'
import type { LocalPostgres } from '../../../db/local/embedded.ts'
import { migrate } from '../../../db/migrate.ts'
import { seedScale } from '../../../db/seed/scale.ts'
import { asOwner } from '../case-database.ts'

/** One who asks and one who answers. Cookies are of sessions over https (app/access/cookies.ts). */
export type Pair = { caseId: string; personId: string; asks: string; answers: string }

/** A town in which everybody who asks is told by e-mail at once, and nothing can be taken back. */
export async function openMessageTown(
  postgres: LocalPostgres,
  { name, pairs, dataKeys }: { name: string; pairs: number; dataKeys: string },
): Promise<Pair[]> {
  const ownerUrl = postgres.ownerUrl(name)
  await postgres.recreateDatabase(name)
  await migrate(ownerUrl)
  await seedScale(ownerUrl, pairs)
  return asOwner(ownerUrl, async (owner) => {
    await owner.query(`update message_rule set undo_seconds = 0`)
    await owner.query(`update municipality set quiet_until = quiet_from`)
    await owner.query(`update session_rule set idle = '1 day', absolute = '1 day'`)
    const { rows } = await owner.query<{
      municipalityId: string
      caseId: string
      personId: string
      staffId: string
    }>(
      `select c.municipality_id as "municipalityId", c.id as "caseId", c.child_id as "personId",
              (select a.staff_id from caseworker_assignment a where a.municipality_id = c.municipality_id and a.case_id = c.id
                  and a.kind = 'lead' limit 1) as "staffId"
         from case_file c order by c.id`,
    )
    const found: Pair[] = []
    for (const { municipalityId, caseId, personId, staffId } of rows) {
      await addChannel(owner, { municipalityId, personId, dataKeys })
      found.push({
        caseId,
        personId,
        asks: `__Host-sid=${await signIn(owner, { municipalityId, kind: 'person', id: personId })}`,
        answers: `__Host-staff-sid=${await signIn(owner, { municipalityId, kind: 'staff', id: staffId })}`,
      })
    }
    await owner.query('analyze')
    return found
  })
}

type Session = { municipalityId: string; kind: 'person' | 'staff'; id: string }

async function signIn(owner: pg.Client, { municipalityId, kind, id }: Session): Promise<string> {
  const { cookie, hash } = newSessionToken(municipalityId)
  await owner.query(
    `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, $3, $4, 'phone')`,
    [municipalityId, hash, kind, id],
  )
  return cookie
}

type Channel = { municipalityId: string; personId: string; dataKeys: string }

async function addChannel(owner: pg.Client, { municipalityId, personId, dataKeys }: Channel): Promise<void> {
  const keys = parseDataKeys(dataKeys)
  const id = randomUUID()
  const address = `${personId}@post.test`
  await owner.query(
    `insert into notice_channel (municipality_id, id, person_id, channel, sealed_address, address_hash, wording, added_at, said_safe_at, confirmed_at)
       values ($1, $2, $3, 'email', $4, $5, 'neutral', now(), now(), now())`,
    [municipalityId, id, personId, sealAddress(address, id, keys), addressHash(address, keys)],
  )
  await owner.query(
    `insert into notice_choice (municipality_id, channel_id, topic) values ($1, $2, 'news')`,
    [municipalityId, id],
  )
}
