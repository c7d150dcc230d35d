import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { storyId } from '../../../db/seed/story-id.ts'
import { idOf } from '../../support/people.ts'
import { versionOf } from '../../support/signing-rows.ts'

/** One decision, and what Peter is asked to sign of it. */
export type Asked = { documentId: string; requestId: string }

const decision = 'elias/place-and-contact'

/** The story's decision once more, released to Peter alone. */
export async function askAgain(owner: pg.Pool): Promise<Asked> {
  const client = await owner.connect()
  const [documentId, versionId] = [randomUUID(), randomUUID()]
  try {
    await client.query('begin')
    await client.query(
      `insert into document select (jsonb_populate_record(d, jsonb_build_object('id', $2::text))).* from document d where id = $1`,
      [storyId('document', decision), documentId],
    )
    await client.query(
      `insert into document_version (municipality_id, id, document_id, number, title, content, signed_at, signed_by)
       select municipality_id, $2, $3, number, title, content, signed_at, signed_by from document_version where id = $1`,
      [versionOf(decision), versionId, documentId],
    )
    await client.query(
      `insert into decision_part
       select (jsonb_populate_record(p, jsonb_build_object('document_version_id', $2::text))).* from decision_part p
        where document_version_id = $1`,
      [versionOf(decision), versionId],
    )
    await client.query(
      `insert into disclosure
       select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()::text, 'document_id', $2::text))).* from disclosure d
        where document_id = $1 and person_id = $3`,
      [storyId('document', decision), documentId, idOf('peter')],
    )
    await client.query(
      `insert into document_file (municipality_id, document_version_id, bytes, pages, frozen_at)
       select municipality_id, $2, bytes, pages, frozen_at from document_file where document_version_id = $1`,
      [versionOf(decision), versionId],
    )
    const { rows } = await client.query<{ id: string }>(
      'select id from signature_request where document_version_id = $1',
      [versionId],
    )
    await client.query('commit')
    return { documentId, requestId: rows[0]!.id }
  } finally {
    client.release()
  }
}
