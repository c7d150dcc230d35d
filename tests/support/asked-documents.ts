import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { DocumentType } from '../../db/closed-lists.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { contentSaying } from './content-saying.ts'
import { idOf } from './people.ts'

type Given = {
  owner: pg.Client
  municipality: string
  caseId: string
  type: DocumentType
  readers: readonly PersonKey[]
  title?: string
}

/** A document that stands as bytes since the evening before, and may be read in full. */
export async function addDocument(given: Given): Promise<{ documentId: string; versionId: string }> {
  const { owner, municipality, caseId, type, readers, title = 'Samtycke till familjebehandling' } = given
  const [documentId, versionId] = [randomUUID(), randomUUID()]
  await owner.query(
    `insert into document (municipality_id, id, case_id, type, dated_on) values ($1, $2, $3, $4, '2026-09-14')`,
    [municipality, documentId, caseId, type],
  )
  await owner.query(
    `insert into document_version (municipality_id, id, document_id, number, title, content, signed_at, signed_by)
     values ($1, $2, $3, 1, $4, $6, '2026-09-14 18:00+02', $5)`,
    [
      municipality,
      versionId,
      documentId,
      title,
      idOf('samira'),
      contentSaying('Du säger ja till familjebehandling.'),
    ],
  )
  for (const reader of readers) {
    await owner.query(
      `insert into disclosure (municipality_id, document_id, person_id, level, shown_from, decided_by, decided_at)
       values ($1, $2, $3, 'full', '2026-09-14 18:00+02', $4, '2026-09-14 18:00+02')`,
      [municipality, documentId, idOf(reader), idOf('samira')],
    )
  }
  await owner.query(
    `insert into document_file (municipality_id, document_version_id, bytes, pages, frozen_at)
     values ($1, $2, convert_to($2::uuid::text, 'UTF8'), 2, '2026-09-14 18:00+02')`,
    [municipality, versionId],
  )
  return { documentId, versionId }
}
