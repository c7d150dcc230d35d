import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { StoredParagraph } from '../../../db/roles'
import type { DataKeys } from '../../person/data-keys'
import type { CasePerson } from '../draft/case-people'
import type { OpenNote } from '../draft/open-note'
import { suggestedParagraphs, storedParagraph } from '../review/suggested-paragraphs'
import { foreignNumbers } from '../../disclosure/foreign-numbers'
import { isShown } from '../../disclosure/level'
import { listReaders, type CaseReader } from '../../disclosure/list-readers'
import type { ReleaseReader } from '../../disclosure/release-reader'
import { readerWarnings } from '../../disclosure/reader-warnings'
import { textChange, type TextChange } from '../../disclosure/text-change'
import type { VersionText } from '../../disclosure/version-text'
import { shownText } from './shown-text'
import { textMarkOf } from './text-mark'

export type Release = NonNullable<Awaited<ReturnType<typeof loadRelease>>>

type Keys = { dataKeys: DataKeys; now: Date }

/**
 * For the draft's writer or, without a draft, for the caseworker.
 * @param note opened in this transaction
 * @returns null without an own draft or a signed version
 */
export async function loadRelease(tx: StaffTx, note: OpenNote, keys: Keys) {
  if (!note.draft && !note.isSigned) return null
  const signed = note.isSigned ? await readSigned(tx, note.noteId) : []
  const toRead = noteToRead(note, signed, keys.now)
  const readers = await listReaders(tx, note.caseId, note.noteId)
  const texts = readers.map(({ personId, disclosure }) => ({
    personId,
    texts: textsAsDecided(disclosure, toRead),
  }))
  const numbers = await foreignNumbers(tx, texts, keys)
  const looked: ReleaseReader[] = []
  for (const reader of readers) {
    const foreign = numbers.get(reader.personId) ?? []
    looked.push({ ...(await lookedAt(reader, toRead)), foreignNumbers: foreign })
  }
  return { ...toRead, textMark: textMarkOf(toRead), readers: looked }
}

type NoteToRead = ReturnType<typeof noteToRead>

function noteToRead(note: OpenNote, signed: readonly NumberedText[], now: Date) {
  const { noteId, caseId, childId, childName, authorName, source, people, caseWords, isSigned, draft } = note
  return {
    ...{ noteId, caseId, childId, childName, authorName, source, people, caseWords, isSigned, now },
    /** Null if the staff member has no draft: it is signed. */
    draftId: draft?.versionId ?? null,
    checked: draft?.checked ?? [],
    facts: { kind: note.kind, eventAt: note.eventAt, bbicAreas: note.bbicAreas },
    versions: draft ? [{ ...versionOf(draft, people), number: draft.number }, ...signed] : signed,
  }
}

async function lookedAt(
  reader: CaseReader,
  note: NoteToRead,
): Promise<Omit<ReleaseReader, 'foreignNumbers'>> {
  const { disclosure } = reader
  const seen = new Set(note.checked)
  const marked = async (texts: readonly string[]) =>
    (await readerWarnings(reader, texts, note)).map((warning) => ({
      ...warning,
      isSeen: seen.has(warning.key),
    }))
  const warningsInFull = await marked(shownText({ level: 'full', title: '', paragraphs: [] }, note))
  const isFull = disclosure?.level === 'full'
  return {
    ...reader,
    isLater: disclosure !== null && isShown(disclosure.level) && disclosure.shownFrom > note.now,
    isConfirmed: disclosure !== null && (note.draftId === null || disclosure.basis?.holds === true),
    change: changeSince(disclosure, note),
    warnings: isFull ? warningsInFull : await marked(textsAsDecided(disclosure, note)),
    warningsInFull,
    hearsChild:
      !reader.isChild && note.versions.some(({ paragraphs }) => paragraphs.some(isSaidBy(note.childId))),
  }
}

function textsAsDecided(
  disclosure: CaseReader['disclosure'],
  note: Pick<NoteToRead, 'source' | 'versions'>,
): string[] {
  if (!disclosure) return []
  return shownText(
    { ...disclosure, title: disclosure.title ?? '', paragraphs: disclosure.partialText ?? [] },
    note,
  )
}

/** Against the text decided on or, in a correction where nothing is decided yet, the signed one. */
function changeSince(disclosure: CaseReader['disclosure'], note: NoteToRead): TextChange | null {
  const [draft, signed] = note.versions
  if (note.draftId === null || !draft || !disclosure || disclosure.basis?.holds) return null
  const inFull = (version: VersionText, source: string | null) =>
    shownText({ level: 'full', title: '', paragraphs: [] }, { source, versions: [version] })
  const shown = disclosure.basis?.shown
  const before = shown
    ? inFull(versionOf(shown, note.people), shown.source)
    : signed && inFull(signed, note.source)
  return before ? textChange(before, inFull(draft, note.source)) : null
}

const isSaidBy = (personId: string) => (paragraph: StoredParagraph) => paragraph.speakerId === personId

type NumberedText = VersionText & { number: number }

function versionOf(draft: VersionText & { text: string | null }, people: readonly CasePerson[]): VersionText {
  const { title, childTitle, childText, childTextEasy, changeReason, readBackTo } = draft
  return {
    ...{ title, childTitle, childText, childTextEasy, changeReason, readBackTo },
    paragraphs: suggestedParagraphs(draft.text ?? '', draft.paragraphs, people).map((paragraph) =>
      storedParagraph(paragraph, people),
    ),
  }
}

/** Newest first. The database logs the reading. */
async function readSigned(tx: StaffTx, noteId: string): Promise<NumberedText[]> {
  const { rows } = await sql<NumberedText>`
    select number, title, paragraphs, child_title as "childTitle", child_text as "childText",
           child_text_easy as "childTextEasy", change_reason as "changeReason", read_back_to as "readBackTo"
      from staff_read_note(${noteId}::uuid)`.execute(tx)
  return rows
}
