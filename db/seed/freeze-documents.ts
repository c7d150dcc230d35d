import type { Kysely } from 'kysely'
import { makePdf } from '../../app/document/pdf/make-pdf.ts'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { MunicipalityKey } from './people.ts'
import type { StoryDocument } from './story.ts'
import { storyId } from './story-id.ts'
import { versionContent } from './version-content.ts'

/** Makes the bytes of every version, as they stand when it is signed: from then on they are what is shown and signed. */
export async function freezeDocuments(
  tx: Kysely<DB>,
  documents: readonly StoryDocument[],
  of: MunicipalityKey,
): Promise<void> {
  for (const { key, versions } of documents) {
    for (const [index, version] of versions.entries()) {
      const { signedAt } = version
      const { bytes, pages } = await makePdf(
        versionContent(version, of),
        new Date(`${signedAt.replace(' ', 'T')}+02:00`),
      )
      const document_version_id = storyId('document_version', `${key} ${index + 1}`)
      await insertAll(tx, 'document_file', [
        {
          municipality_id: storyId('municipality', of),
          document_version_id,
          bytes,
          pages,
          frozen_at: signedAt,
        },
      ])
    }
  }
}
