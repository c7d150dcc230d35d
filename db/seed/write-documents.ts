import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { MunicipalityKey, StaffKey } from './people.ts'
import type { StoryDocument } from './story.ts'
import { storyId } from './story-id.ts'
import { versionContent } from './version-content.ts'
import type { CaseIds } from './write-case.ts'
import { disclosureRow } from './write-disclosure.ts'

/**
 * Writes documents with all their versions, who may read them, and the plans they carry.
 * @param by whose documents they are, and the caseworker who decided on the disclosures
 */
export async function writeDocuments(
  tx: Kysely<DB>,
  documents: StoryDocument[],
  ids: CaseIds,
  by: { municipality: MunicipalityKey; decidedBy: StaffKey },
): Promise<void> {
  const { municipality_id } = ids
  await insertAll(
    tx,
    'document',
    documents.map(({ key, type, on, receiptAsked }) => ({
      ...ids,
      id: storyId('document', key),
      type,
      dated_on: on,
      receipt_asked: receiptAsked ?? false,
    })),
  )
  await insertAll(
    tx,
    'document_version',
    documents.flatMap(({ key, versions }) =>
      versions.map((version, index) => ({
        municipality_id,
        id: storyId('document_version', `${key} ${index + 1}`),
        document_id: storyId('document', key),
        number: index + 1,
        title: version.title,
        content: JSON.stringify(versionContent(version, by.municipality)),
        child_title: version.childTitle ?? null,
        child_text: version.childText ?? null,
        change_reason: version.changeReason ?? null,
        signed_at: version.signedAt,
        signed_by: storyId('staff', version.signedBy),
      })),
    ),
  )
  await insertAll(
    tx,
    'decision_part',
    documents.flatMap(({ key, versions, parts = [] }) =>
      parts.map(({ law, title, person }, place) => ({
        municipality_id,
        document_version_id: storyId('document_version', `${key} ${versions.length}`),
        number: place + 1,
        law,
        title,
        person_id: person ? storyId('person', person) : null,
      })),
    ),
  )
  await insertAll(
    tx,
    'disclosure',
    documents.flatMap(({ key, readers }) =>
      readers.map((reader) => ({
        ...disclosureRow(municipality_id, key, reader, by.decidedBy),
        document_id: storyId('document', key),
        partial_text: reader.text ? JSON.stringify(reader.text) : null,
      })),
    ),
  )
  for (const document of documents) await writePlans(tx, document, municipality_id)
}

async function writePlans(
  tx: Kysely<DB>,
  { key, plans = [] }: StoryDocument,
  municipality_id: string,
): Promise<void> {
  const planId = (index: number) => storyId('plan', `${key} ${index + 1}`)
  await insertAll(
    tx,
    'plan',
    plans.map(({ agreedOn, summary }, index) => ({
      municipality_id,
      id: planId(index),
      document_id: storyId('document', key),
      number: index + 1,
      agreed_on: agreedOn,
      summary,
    })),
  )
  await insertAll(
    tx,
    'plan_goal',
    plans.flatMap(({ goals }, index) =>
      goals.map(({ goal, ownWords, steps, state }, place) => ({
        municipality_id,
        id: storyId('plan_goal', `${key} ${index + 1} ${place + 1}`),
        plan_id: planId(index),
        position: place + 1,
        goal,
        own_words: ownWords ?? null,
        steps: JSON.stringify(steps),
        state: state ?? 'ongoing',
      })),
    ),
  )
}
