import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { decideReader, type SavedReader } from '../../disclosure/decide-reader'
import type { Keys } from '../../disclosure/look-at-readers'
import type { ReaderValues } from '../../disclosure/reader-form'
import { openNote } from '../draft/open-note'
import { loadRelease } from './load-release'
import { noteText } from './note-text'

type ReaderToSave = Keys & { noteId: string; values: ReaderValues }

/** What may be read by one person of a note. */
export async function saveReader(tx: StaffTx, { noteId, ...given }: ReaderToSave): Promise<SavedReader> {
  const opened = await openToDecide(tx, noteId, given)
  return opened ? decideReader(tx, opened.toDecide, given) : { outcome: 'gone' }
}

/** A note whose text stays as it is looked at until the decision on it is written. Null if it is not open, or has no text. */
export async function openToDecide(tx: StaffTx, noteId: string, keys: Keys) {
  await sql`select from note_version where note_id = ${noteId}::uuid and signed_at is null for no key update`.execute(
    tx,
  )
  const note = await openNote(tx, noteId)
  const release = note && (await loadRelease(tx, note, keys))
  if (!release) return null
  const toDecide = {
    ...release,
    item: { column: 'note_id', id: noteId } as const,
    text: noteText(release),
    keepSeen: ({ personId }: { personId: string }, seen: string[]) =>
      keepSeen(tx, release.draftId, { personId, keys: seen }),
  }
  return { release, toDecide }
}

/** For this reader only, even if other readers' forms are saved at the same time. */
async function keepSeen(
  tx: StaffTx,
  versionId: string | null,
  { personId, keys }: { personId: string; keys: string[] },
) {
  const own = `seen:${personId}:`
  await sql`
    update note_version
       set checked = array(select k from unnest(checked) k where not starts_with(k, ${own})) || ${keys}::text[]
     where id = ${versionId}::uuid and signed_at is null`.execute(tx)
}
