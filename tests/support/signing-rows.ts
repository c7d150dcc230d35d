import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { sealEvidence, type SealedAnswer } from '../../app/signing/evidence/sealed-evidence.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { testKeys } from './keys.ts'
import { idOf } from './people.ts'
import { storyTime, type Stories } from './stories.ts'

/** Elias's two decisions, as the stories name them. */
export type DecisionKey = 'elias/custody' | 'elias/place-and-contact'

export const versionOf = (key: string, number = 1) => storyId('document_version', `${key} ${number}`)

/** Lays bytes to a version, whatever they are; the rules look at nothing else. */
export async function layFile({ owner }: Stories, key: string, number = 1): Promise<void> {
  await owner.query(
    `insert into document_file (municipality_id, document_version_id, bytes, pages, frozen_at)
     select municipality_id, id, convert_to(id::text, 'UTF8'), 2, '2026-09-14 18:06+02' from document_version where id = $1`,
    [versionOf(key, number)],
  )
}

/** A newer version of a decision, from five past nine. */
export async function addVersion({ owner }: Stories, key: string): Promise<void> {
  await owner.query(
    `insert into document_version (municipality_id, id, document_id, number, title, content, change_reason, signed_at, signed_by)
     select municipality_id, $2, document_id, 2, title, content, 'Ett namn var fel.', '2026-09-15 09:05+02', signed_by
       from document_version where id = $1`,
    [versionOf(key), versionOf(key, 2)],
  )
}

export async function requestOf(
  { owner }: Stories,
  key: string,
  who: PersonKey,
  number = 1,
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from signature_request where document_version_id = $1 and person_id = $2',
    [versionOf(key, number), idOf(who)],
  )
  if (!rows[0]) throw new Error(`${who} is not asked to sign ${key}`)
  return rows[0].id
}

/**
 * Keeps an answer as a portal does, sealed, as if it had come at that moment of the real time.
 */
export async function keepAnswerRow(
  { owner }: Pick<Stories, 'owner'>,
  intentId: string,
  answer: Pick<SealedAnswer, 'signature' | 'ocspResponse'> & { idToken?: string },
  at = new Date(),
): Promise<void> {
  const whole = { idToken: 'an.id.token', tokenKeys: '{"keys":[]}', deviceIp: '192.0.2.7', ...answer }
  await owner.query(
    `insert into signature_answer (municipality_id, intent_id, sealed, received_at)
     select municipality_id, id, $2, $3 from signature_intent where id = $1`,
    [intentId, sealEvidence('answer', whole, intentId, testKeys), at],
  )
}

/** @returns the intent that was begun, or null where it may not be */
export async function begin(
  stories: Stories,
  who: PersonKey,
  requestId: string,
  when = storyTime,
): Promise<string | null> {
  const intent = randomUUID()
  return stories.asPerson(
    who,
    async (tx) => {
      const { rows } = await sql<{ begun: boolean }>`
        select person_begin_signature(${requestId}::uuid, ${intent}::uuid, 'det synliga', '{}', null) as begun`.execute(
        tx,
      )
      return rows[0]!.begun ? intent : null
    },
    when,
  )
}

/**
 * Records an answer that is sealed by nobody: the rules of the database do not look into it.
 * @returns the rule that stands against it, or null when it is recorded
 */
export async function record(
  stories: Stories,
  intent: string,
  { signature = intent, when = storyTime, windows = [] as { part: number; last_day: string }[] } = {},
): Promise<string | null> {
  const { rows: places } = await stories.owner.query<{ municipality_id: string }>(
    'select municipality_id from signature_intent where id = $1',
    [intent],
  )
  const municipality = places[0]!.municipality_id
  return stories.database.asService(when, async (tx) => {
    await sql`select service_keep_signature_answer(${municipality}::uuid, ${intent}::uuid, 'sealed')`.execute(
      tx,
    )
    const { rows } = await sql<{ rule: string | null }>`
      select service_record_signature(${municipality}::uuid, ${intent}::uuid, convert_to(${signature}, 'UTF8'), 'verdict',
                                      ${JSON.stringify(windows)}::jsonb) as rule`.execute(tx)
    return rows[0]!.rule
  })
}

export async function stateOf({ owner }: Stories, requestId: string): Promise<string> {
  const { rows } = await owner.query<{ state: string }>('select state from signature_request where id = $1', [
    requestId,
  ])
  return rows[0]!.state
}

/** Who the log says did something. */
export async function loggedBy({ owner }: Stories, action: string): Promise<{ actor_id: string | null }[]> {
  const { rows } = await owner.query<{ actor_id: string | null }>(
    'select actor_id from audit_event where action = $1',
    [action],
  )
  return rows
}

/** Twenty past nine, when there has been time to read. */
export const later = new Date('2026-09-15T09:20:00+02:00')

/** Keeps a file of a signature, as the worker does: the document, and anything after it. */
export async function sealRow({ owner, database }: Stories, requestId: string): Promise<void> {
  const { rows } = await owner.query<{ municipality_id: string; bytes: Buffer }>(
    `select r.municipality_id, f.bytes from signature_request r
       join document_file f on f.document_version_id = r.document_version_id where r.id = $1`,
    [requestId],
  )
  const { municipality_id: municipality, bytes } = rows[0]!
  const file = Buffer.concat([bytes, Buffer.from('sealed')])
  await database.asService(storyTime, (tx) =>
    sql`select service_keep_package(${municipality}::uuid, ${requestId}::uuid, ${file})`.execute(tx),
  )
}
