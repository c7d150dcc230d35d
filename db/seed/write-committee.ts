import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { socialCommittee } from './committee.ts'
import { insertAll } from './insert-all.ts'
import type { StoryDocument } from './story.ts'
import { storyId } from './story-id.ts'

const municipality_id = storyId('municipality', 'ekdala')
const committee_id = storyId('committee', socialCommittee.key)
const ofCommittee = { municipality_id, committee_id }
const staffId = (key: string) => storyId('staff', key)

/** Writes the committee, its members, its meetings, and who may decide alone for it. */
export async function writeCommittee(tx: Kysely<DB>): Promise<void> {
  const { name, members, mandates, meetings } = socialCommittee
  await insertAll(tx, 'committee', [{ municipality_id, id: committee_id, name }])
  await insertAll(
    tx,
    'committee_member',
    members.map(({ staff, since, source }) => ({
      ...ofCommittee,
      staff_id: staffId(staff),
      valid: `[${since},)`,
      source,
    })),
  )
  await insertAll(
    tx,
    'committee_mandate',
    mandates.map(({ staff, kind, since, decidedOn, source }) => ({
      ...ofCommittee,
      id: storyId('committee_mandate', staff),
      staff_id: staffId(staff),
      kind,
      valid: `[${since},)`,
      decided_on: decidedOn,
      source,
    })),
  )
  await insertAll(
    tx,
    'committee_meeting',
    meetings.map(({ on, at, place }) => ({
      ...ofCommittee,
      id: storyId('committee_meeting', on),
      held_on: on,
      starts_at: at,
      place,
    })),
  )
}

/** Writes what staff have put before the meetings. */
export async function writeMatters(tx: Kysely<DB>): Promise<void> {
  await insertAll(
    tx,
    'committee_matter',
    socialCommittee.meetings.flatMap(({ on, matters = [] }) =>
      matters.map(({ document, by, at }) => ({
        municipality_id,
        meeting_id: storyId('committee_meeting', on),
        document_version_id: storyId('document_version', `${document} 1`),
        put_by: staffId(by),
        put_at: at,
      })),
    ),
  )
}

/** Writes which decisions wait for somebody who may make them alone. */
export async function writeDecisions(tx: Kysely<DB>, documents: readonly StoryDocument[]): Promise<void> {
  for (const { key, versions, putToDecision } of documents) {
    if (!putToDecision) continue
    const { to, by, at, law, ground, cannotWait } = putToDecision
    const request_id = storyId('signature_request', key)
    await insertAll(tx, 'signature_request', [
      {
        municipality_id,
        id: request_id,
        document_version_id: storyId('document_version', `${key} ${versions.length}`),
        staff_id: staffId(to),
        act: 'decision',
        asked_at: at,
        moved_at: at,
      },
    ])
    await insertAll(tx, 'urgent_decision', [
      { ...ofCommittee, request_id, law, ground, cannot_wait: cannotWait, asked_by: staffId(by) },
    ])
  }
}
