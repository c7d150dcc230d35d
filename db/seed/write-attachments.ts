import type { Kysely } from 'kysely'
import { lookAtAttachment } from '../../app/attachment/look-at-attachment.ts'
import { fingerprintOf, sealFile } from '../../app/attachment/sealed-file.ts'
import type { DataKeys } from '../../app/person/data-keys.ts'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { StoryThread } from './story.ts'
import { storyId } from './story-id.ts'
import type { CaseIds } from './write-case.ts'

/** Writes what came with the messages of threads: looked into and sealed, as what is sent to the portal. */
export async function writeAttachments(
  tx: Kysely<DB>,
  threads: readonly StoryThread[],
  ids: CaseIds,
  keys: DataKeys,
): Promise<void> {
  const sent = threads.flatMap(({ key, messages }) =>
    messages.flatMap(({ at, files = [] }, index) =>
      files.map((file) => ({ file, at, message: `${key} ${index + 1}` })),
    ),
  )
  for (const { file, at, message } of sent) {
    const looked = await lookAtAttachment(await file.make())
    if ('refused' in looked) throw new Error(`${file.name}: ${looked.refused}`)
    const id = storyId('attachment', `${message} ${file.name}`)
    await insertAll(tx, 'attachment', [
      {
        ...ids,
        id,
        message_id: storyId('message', message),
        name: file.name,
        type: looked.type,
        size: looked.bytes.length,
        fingerprint: fingerprintOf(looked, keys),
        sealed: sealFile(looked.bytes, id, keys),
        state: 'clean',
        added_at: at,
      },
    ])
  }
}
