import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { StoredParagraph } from '../../../db/roles'
import { splitParagraphs } from '../../text/paragraphs'
import { suggestVoice } from '../../text/suggest-voice'
import type { DataKeys } from '../../person/data-keys'
import { stockholmMoment } from '../../text/stockholm-moment'
import { openNote } from '../draft/open-note'
import { storedParagraph } from '../review/suggested-paragraphs'
import { foreignNumbers } from '../../disclosure/foreign-numbers'
import { isShown } from '../../disclosure/level'
import { addNotices } from '../../notice/add-notices'
import { listGrounds } from '../../disclosure/list-readers'
import { loadRelease, type Release } from './load-release'
import type { ReleaseReader } from '../../disclosure/release-reader'
import { readerFaults, type ReaderFault } from '../../disclosure/reader-faults'
import type { ReaderValues } from '../../disclosure/reader-form'
import { readerWarnings, type ReaderWarning } from '../../disclosure/reader-warnings'
import { shownText } from './shown-text'

export type SavedReader =
  | { outcome: 'saved' }
  /** Nothing is written. `foreignNumbers` may not be shown to this reader. */
  | {
      outcome: 'refused'
      reader: ReleaseReader
      faults: ReaderFault[]
      unseen: ReaderWarning[]
      foreignNumbers: string[]
    }
  /** Decided or written in another tab since the form was opened. Nothing is written. */
  | { outcome: 'stale'; reader: ReleaseReader; decidedAt: string; textMark: string; isTextChanged: boolean }
  | { outcome: 'gone' }

type ReaderToSave = { noteId: string; values: ReaderValues; dataKeys: DataKeys; now: Date }

/** Applies from the signature for a draft; for a signed note at once, and the reader is notified. */
export async function saveReader(
  tx: StaffTx,
  { noteId, values, dataKeys, now }: ReaderToSave,
): Promise<SavedReader> {
  // The text stays as it is looked at until the decision on it is written.
  await sql`select from note_version where note_id = ${noteId}::uuid and signed_at is null for no key update`.execute(
    tx,
  )
  const note = await openNote(tx, noteId)
  const release = note && (await loadRelease(tx, note, { dataKeys, now }))
  const reader = release?.readers.find(({ personId }) => personId === values.personId)
  if (!release || !reader) return { outcome: 'gone' }
  const decidedAt = reader.disclosure?.decidedAt.toISOString() ?? ''
  const { textMark } = release
  const isTextChanged = textMark !== values.textMark
  if (isTextChanged || decidedAt !== values.decidedAt)
    return { outcome: 'stale', reader, decidedAt, textMark, isTextChanged }
  const grounds = (await listGrounds(tx)).map(({ ground }) => ground)
  const paragraphs = values.level === 'partial' ? partialParagraphs(values.text, release) : []
  const texts = shownText({ ...values, paragraphs }, release)
  const warnings = await readerWarnings(reader, texts, release)
  const numbers = await foreignNumbers(tx, [{ personId: reader.personId, texts }], { dataKeys, now })
  const seen = new Set(values.seen)
  const refused = {
    faults: readerFaults(values, { grounds, now }),
    unseen: warnings.filter(({ key }) => !seen.has(key)),
    foreignNumbers: numbers.get(reader.personId) ?? [],
  }
  if (Object.values(refused).some((found) => found.length > 0))
    return { outcome: 'refused', reader, ...refused }
  await writeDisclosure(tx, { release, reader, values, paragraphs, now })
  if (release.draftId) await keepSeen(tx, release.draftId, { reader, keys: warnings.map(({ key }) => key) })
  return { outcome: 'saved' }
}

/** Paragraphs found in the note keep its voice; others are guessed from how they begin. */
function partialParagraphs(text: string, { versions, people }: Release): StoredParagraph[] {
  const known = versions.flatMap(({ paragraphs }) => paragraphs)
  const names = people.flatMap(({ givenName, name }) => [givenName, name])
  return splitParagraphs(text).map((paragraph) => {
    const same = known.find((each) => each.text === paragraph)
    if (same) return same
    const suggestion = suggestVoice(paragraph, { names })
    const speaker = suggestion.voice === 'statement' ? suggestion.speaker : ''
    return storedParagraph({ text: paragraph, voice: suggestion.voice, speaker }, people)
  })
}

type Decision = {
  release: Release
  reader: ReleaseReader
  values: ReaderValues
  paragraphs: StoredParagraph[]
  now: Date
}

async function writeDisclosure(
  tx: StaffTx,
  { release, reader, values, paragraphs, now }: Decision,
): Promise<void> {
  const { level } = values
  if (level === '') return
  const before = reader.disclosure
  const wasShown = before !== null && release.isSigned && isShown(before.level) && before.shownFrom <= now
  const moment = values.day ? stockholmMoment(values.day, values.time || '08:00') : null
  const decided = {
    level,
    title: level === 'partial' || level === 'title' ? values.title : null,
    partial_text: level === 'partial' ? JSON.stringify(paragraphs) : null,
    ground: level === 'full' ? null : values.ground,
    // If the note is hidden, its ground is too.
    ground_shown: (level === 'partial' || level === 'title') && values.groundTold,
    harm_assessment: level === 'full' ? null : values.harm,
    review_on: level === 'full' ? null : values.reviewOn,
    shown_from: moment ?? (wasShown ? before.shownFrom : now),
    decided_by: sql<string>`(select app_subject())`,
    decided_at: now,
  }
  await tx
    .insertInto('disclosure')
    .values({
      municipality_id: sql<string>`(select app_municipality())`,
      note_id: release.noteId,
      person_id: reader.personId,
      ...decided,
    })
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'note_id', 'person_id']).doUpdateSet(decided),
    )
    .execute()
  if (release.isSigned && isShown(level) && !wasShown) {
    await addNotices(tx, release.noteId, [{ personId: reader.personId, dueAt: decided.shown_from }])
  }
}

/** For this reader only, even if other readers' forms are saved at the same time. */
async function keepSeen(
  tx: StaffTx,
  versionId: string,
  { reader, keys }: { reader: ReleaseReader; keys: string[] },
) {
  const own = `seen:${reader.personId}:`
  await sql`
    update note_version
       set checked = array(select k from unnest(checked) k where not starts_with(k, ${own})) || ${keys}::text[]
     where id = ${versionId}::uuid and signed_at is null`.execute(tx)
}
