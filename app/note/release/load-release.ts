import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { StoredParagraph } from '../../../db/roles'
import type { DataKeys } from '../../person/data-keys'
import { findDraft } from '../draft/find-draft'
import { listCasePeople } from '../review/list-case-people'
import { suggestedParagraphs, storedParagraph } from '../review/suggested-paragraphs'
import { foreignNumbers } from '../../disclosure/foreign-numbers'
import { isShown } from '../../disclosure/level'
import { listReaders, type CaseReader } from '../../disclosure/list-readers'
import type { ReleaseReader } from '../../disclosure/release-reader'
import { readerWarnings } from '../../disclosure/reader-warnings'
import { toldText, type VersionText } from './shown-text'

export type Release = NonNullable<Awaited<ReturnType<typeof loadRelease>>>

type Keys = { dataKeys: DataKeys; now: Date }

/**
 * A note with everybody who reads its case, what is decided for each, and what has to be looked at in exactly what
 * each would get. For the writer of its draft, or, without one, for whoever has the case.
 * @returns null when there is neither a draft of one's own nor a signed version that is open to the staff member
 */
export async function loadRelease(tx: StaffTx, noteId: string, keys: Keys) {
  const note = await loadReleaseNote(tx, noteId, keys.now)
  if (!note) return null
  const readers = await listReaders(tx, note.caseId, noteId)
  const looked = []
  for (const reader of readers) looked.push(await lookedAt(tx, note, { reader, ...keys }))
  return { ...note, readers: looked }
}

async function loadReleaseNote(tx: StaffTx, noteId: string, now: Date) {
  const facts = await findFacts(tx, noteId)
  if (!facts) return null
  const draft = await findDraft(tx, noteId)
  const signed = await listSigned(tx, noteId)
  if (!draft && signed.length === 0) return null
  const people = await listCasePeople(tx, facts.caseId)
  const ownDraft = draft && (await findDraftText(tx, draft.versionId))
  const draftVersion = ownDraft && {
    ...ownDraft,
    paragraphs: suggestedParagraphs(draft.text, ownDraft.paragraphs, people).map((each) =>
      storedParagraph(each, people),
    ),
  }
  const { rows: words } = await sql<{ word: string }>`
    select word from case_word where case_id = ${facts.caseId}::uuid`.execute(tx)
  return {
    ...facts,
    noteId,
    people,
    caseWords: words.map(({ word }) => word),
    now,
    draft,
    /** Where each reader has been confirmed, and each warning seen, for this version. */
    checked: ownDraft?.checked ?? [],
    isSigned: signed.length > 0,
    versions: draftVersion ? [draftVersion, ...signed] : signed,
  }
}

type LookedReader = Keys & { reader: CaseReader }

async function lookedAt(
  tx: StaffTx,
  note: NonNullable<Awaited<ReturnType<typeof loadReleaseNote>>>,
  looked: LookedReader,
): Promise<ReleaseReader> {
  const { reader, ...keys } = looked
  const { disclosure, personId } = reader
  const texts = toldText(
    {
      level: disclosure?.level ?? '',
      title: disclosure?.title ?? '',
      paragraphs: disclosure?.partialText ?? [],
    },
    note,
  )
  const fullTexts = toldText({ level: 'full', title: '', paragraphs: [] }, note)
  const marked = (each: readonly string[]) =>
    readerWarnings(reader, each, note).map((warning) => ({
      ...warning,
      isSeen: note.checked.includes(warning.key),
    }))
  return {
    ...reader,
    isLater: disclosure !== null && isShown(disclosure.level) && disclosure.shownFrom > keys.now,
    isConfirmed: disclosure !== null && (note.draft === null || note.checked.includes(readerKey(personId))),
    warnings: marked(texts),
    warningsInFull: marked(fullTexts),
    foreignNumbers: await foreignNumbers(tx, { ...keys, personId, texts }),
    hearsChild:
      !reader.isChild && note.versions.some(({ paragraphs }) => paragraphs.some(isSaidBy(note.childId))),
  }
}

/** In note_version.checked: what this person may read has been decided with this version before one's eyes. */
export const readerKey = (personId: string) => `reader:${personId}`

const isSaidBy = (personId: string) => (paragraph: StoredParagraph) => paragraph.speakerId === personId

function findFacts(tx: StaffTx, noteId: string) {
  return tx
    .selectFrom('note as n')
    .innerJoin('case_file as c', 'c.id', 'n.case_id')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .innerJoin('staff_member as s', 's.id', 'n.author_id')
    .where('n.id', '=', noteId)
    .select([
      'n.case_id as caseId',
      'n.kind',
      'n.event_at as eventAt',
      'n.source',
      'c.child_id as childId',
      'c.case_number as caseNumber',
      'child.given_name as childName',
      's.given_name as authorName',
    ])
    .executeTakeFirst()
}

const textColumns = [
  'number',
  'title',
  sql<StoredParagraph[]>`paragraphs`.as('paragraphs'),
  'child_title as childTitle',
  'child_text as childText',
  'child_text_easy as childTextEasy',
  'change_reason as changeReason',
  'read_back_to as readBackTo',
] as const

function findDraftText(tx: StaffTx, versionId: string) {
  return tx
    .selectFrom('staff_draft')
    .where('id', '=', versionId)
    .select([...textColumns, 'checked'])
    .executeTakeFirstOrThrow()
}

/** Earlier versions are read with the newest, and the database writes that they were. */
async function listSigned(tx: StaffTx, noteId: string): Promise<(VersionText & { number: number })[]> {
  const { rows } = await sql<VersionText & { number: number }>`
    select number, title, paragraphs, child_title as "childTitle", child_text as "childText",
           child_text_easy as "childTextEasy", change_reason as "changeReason", read_back_to as "readBackTo"
      from staff_read_note(${noteId}::uuid)`.execute(tx)
  return rows
}
