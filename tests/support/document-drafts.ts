import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { storedReader, type ReaderValues } from '../../app/disclosure/reader-form.ts'
import { beginDocument } from '../../app/document/draft/begin-document.ts'
import { findDocumentDraft, saveDocumentDraft } from '../../app/document/draft/document-draft.ts'
import type { EnteredFacts } from '../../app/document/draft/facts-in.ts'
import { lookThrough } from '../../app/document/draft/draft-faults.ts'
import type { TemplateName } from '../../app/document/decision/templates.ts'
import { freezeDocument } from '../../app/document/release/freeze-document.ts'
import { loadDocumentRelease } from '../../app/document/release/load-release.ts'
import { saveDocumentReader } from '../../app/document/release/save-document-reader.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { eliasCase } from './asked.ts'
import { enteredFacts } from './document-facts.ts'
import { testKeys } from './keys.ts'
import { idOf } from './people.ts'
import { storyTime, type Stories } from './stories.ts'

const keys = { dataKeys: testKeys, now: storyTime }

/** What somebody of the staff does with a document that they write, by the commands that the pages use. */
export function writingDocuments(stories: Stories) {
  const begin = async (
    who: StaffKey,
    template: TemplateName = 'placementLvu',
    caseId = eliasCase,
  ): Promise<string | null> => {
    const documentId = randomUUID()
    const isBegun = await stories.asStaff(who, (tx) =>
      beginDocument(tx, { documentId, caseId, template, now: storyTime }),
    )
    return isBegun ? documentId : null
  }
  const draftOf = (who: StaffKey, documentId: string) =>
    stories.asStaff(who, (tx) => findDocumentDraft(tx, documentId))
  const save = (
    who: StaffKey,
    documentId: string,
    { revision, facts = {} }: { revision?: number; facts?: EnteredFacts } = {},
  ) =>
    stories.asStaff(who, async (tx) => {
      const found = await findDocumentDraft(tx, documentId)
      const template = found?.template ?? 'placementLvu'
      const written = { facts: { ...enteredFacts[template], ...facts }, childTitle: '', childText: '' }
      return saveDocumentDraft(tx, {
        ...written,
        documentId,
        revision: revision ?? found?.revision ?? 0,
        changeReason: found?.changeReason ?? null,
        content: lookThrough(template, written).content,
      })
    })
  const decide = (who: StaffKey, documentId: string, reader: PersonKey, changes: Partial<ReaderValues>) =>
    stories.asStaff(who, async (tx) => {
      const release = await loadDocumentRelease(tx, documentId, keys)
      const found = release?.readers.find(({ personId }) => personId === idOf(reader))
      if (!release || !found) return { outcome: 'gone' as const }
      const seen = found.warningsInFull.map(({ key }) => key)
      const values = { ...storedReader(found, release.textMark), seen, ...changes }
      return saveDocumentReader(tx, { documentId, values, ...keys })
    })
  const freeze = (who: StaffKey, documentId: string, revision?: number, when = storyTime) =>
    stories.asStaff(
      who,
      async (tx) => {
        const found = await findDocumentDraft(tx, documentId)
        const pdf = { bytes: Buffer.from(documentId), pages: 1, sha256: '' }
        return freezeDocument(tx, {
          documentId,
          revision: revision ?? found?.revision ?? 0,
          pdf,
          madeAt: when,
          dataKeys: testKeys,
          now: when,
        })
      },
      when,
    )
  /** Past every page: the database alone stands against it. */
  const freezePastThePage = (who: StaffKey, documentId: string, revision: number) =>
    stories.asStaff(who, async (tx) => {
      const { rows } = await sql<{ made: string | null }>`
        select staff_freeze_document(${documentId}::uuid, ${revision}::int, (select app_now()), 'x'::bytea, 1, '[]') as made`.execute(
        tx,
      )
      return rows[0]!.made
    })
  /** Samira's decision about Elias, whole, and decided on for everybody who reads his case. */
  const ready = async (template: TemplateName = 'placementLvu'): Promise<string> => {
    const documentId = (await begin('samira', template))!
    await save('samira', documentId)
    await decide('samira', documentId, 'peter', { level: 'full' })
    await decide('samira', documentId, 'sara', { level: 'full' })
    await decide('samira', documentId, 'elias', { level: 'full' })
    return documentId
  }
  return { begin, draftOf, save, decide, freeze, freezePastThePage, ready }
}
