import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { beginFinished } from '../../app/document/finished/begin-finished.ts'
import { readDocumentFile } from '../../app/document/document-file.ts'
import { findDocument, readDocument } from '../../app/document/read-document.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { finishedPdf } from '../support/finished-pdf.ts'
import { idOf, municipalityId } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

const documentId = randomUUID()
const bytes = finishedPdf()
const words = 'Tindra mår bra.'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
  expect(await upload('mira', { documentId, caseId: tindrasCase })).toBe(true)
})
afterAll(() => stories.close())

function upload(who: StaffKey, of: { documentId: string; caseId: string }) {
  const content = {
    title: 'Läkarintyg',
    language: 'sv',
    blocks: [{ kind: 'paragraph', text: words }],
  } as const
  return stories.asStaff(who, (tx) =>
    beginFinished(tx, {
      ...of,
      document: {
        type: 'closingLetter',
        day: '2026-09-14',
        content: { ...content, blocks: [...content.blocks] },
      },
      file: { bytes, name: 'intyg.pdf', seen: { pages: 1, isTagged: false, language: null } },
    }),
  )
}

const uploadSeenBy = (who: StaffKey) =>
  stories.asStaff(who, async (tx) => {
    const { rows } = await sql<{
      bytes: Buffer | null
    }>`select staff_read_upload(${documentId}) as bytes`.execute(tx)
    return rows[0]!.bytes
  })

test.each<[StaffKey, boolean]>([
  ['mira', true],
  ['samira', false],
  ['jonas', false],
  ['olle', false],
  ['eva', false],
  ['nils', false],
])('an upload that is a draft is read by %s: %s', async (who, isRead) => {
  expect((await uploadSeenBy(who))?.equals(bytes) ?? false).toBe(isRead)
})

test.each<[StaffKey, string]>([
  ['samira', tindrasCase],
  ['mira', eliasCase],
  ['olle', tindrasCase],
])('the id of somebody’s upload is nobody else’s, nor another case’s: %s', async (who, caseId) => {
  expect(await upload(who, { documentId, caseId })).toBe(false)
})

test.each<[StaffKey, string]>([
  ['olle', tindrasCase],
  ['nils', tindrasCase],
  ['mira', eliasCase],
])('nothing is uploaded by %s to a case that is not open', async (who, caseId) => {
  expect(await upload(who, { documentId: randomUUID(), caseId })).toBe(false)
})

const seenBy = (who: PersonKey) =>
  stories.asPerson(
    who,
    async (tx) => ({
      found: await findDocument(tx, tindrasCase, documentId),
      versions: await readDocument(tx, documentId),
      file: await readDocumentFile(tx, tindrasCase, documentId),
    }),
    storyTime,
  )

test.each<PersonKey>(['tindra', 'marie', 'sara', 'leo'])('of a draft %s learns nothing', async (who) => {
  expect(await seenBy(who)).toEqual({ found: undefined, versions: [], file: null })
})

test('more than twenty megabytes are not kept, whoever asks', async () => {
  const large = stories.owner.query('update document_draft set uploaded = $1 where document_id = $2', [
    Buffer.alloc(20 * 1024 * 1024 + 1),
    documentId,
  ])
  await expect(large).rejects.toThrow(/check constraint/)
})

test('what is frozen is the upload, whatever bytes are given, and each reader gets what was decided', async () => {
  await stories.asStaff('mira', async (tx) => {
    await sql`insert into disclosure (municipality_id, document_id, person_id, level, shown_from, decided_by, decided_at)
              values (${municipalityId('ekdala')}, ${documentId}, ${idOf('tindra')}, 'full', (select app_now()), ${idOf('mira')}, (select app_now()))`.execute(
      tx,
    )
    await sql`insert into disclosure (municipality_id, document_id, person_id, level, title, partial_text, ground, harm_assessment, shown_from, decided_by, decided_at)
              values (${municipalityId('ekdala')}, ${documentId}, ${idOf('marie')}, 'partial', 'Intyg, kort', '[{"kind":"paragraph","text":"Ett intyg har kommit."}]',
                      'OSL 12:3', 'Tindra vill det.', (select app_now()), ${idOf('mira')}, (select app_now()))`.execute(
      tx,
    )
    const { rows } = await sql<{ version: string | null }>`
      select staff_freeze_document(${documentId}::uuid, 0, (select app_now()), ${Buffer.from('other')}::bytea, 9, '[]'::jsonb) as version`.execute(
      tx,
    )
    expect(rows[0]!.version).not.toBeNull()
  })
  const tindra = await seenBy('tindra')
  expect(tindra.file?.equals(bytes)).toBe(true)
  expect(tindra.versions).toMatchObject([
    { content: { blocks: [{ text: words }] }, file: { isTagged: false }, title: 'Läkarintyg' },
  ])
  const marie = await seenBy('marie')
  expect(marie.file).toBeNull()
  expect(marie.versions).toMatchObject([
    {
      content: { title: 'Intyg, kort', language: 'sv', blocks: [{ text: 'Ett intyg har kommit.' }] },
      file: null,
    },
  ])
  expect(JSON.stringify(marie)).not.toMatch(/Läkarintyg|mår bra|intyg\.pdf/)
  expect(await seenBy('sara')).toEqual({ found: undefined, versions: [], file: null })
  expect(await uploadSeenBy('mira')).toBeNull()
})
