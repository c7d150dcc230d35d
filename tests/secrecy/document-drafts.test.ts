import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { discardDocumentDraft } from '../../app/document/draft/document-draft.ts'
import { findDocument, readDocument } from '../../app/document/read-document.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { eliasCase } from '../support/asked.ts'
import { writingDocuments } from '../support/document-drafts.ts'
import { idOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories
let writing: ReturnType<typeof writingDocuments>
beforeAll(async () => {
  stories = await openStories()
  writing = writingDocuments(stories)
})
afterAll(() => stories.close())

// Samira leads Elias's case and Olle is its deputy, Jonas leads their unit; Mira, Eva and Nils have nothing to do with it.
const others: StaffKey[] = ['mira', 'eva', 'nils']

const actionsOn = async (documentId: string) => {
  const { rows } = await stories.owner.query<{ action: string }>(
    'select action from audit_event where document_id = $1 order by at, action',
    [documentId],
  )
  return rows.map(({ action }) => action)
}

const seenBy = (who: 'peter' | 'sara', documentId: string) =>
  stories.asPerson(who, (tx) => findDocument(tx, eliasCase, documentId))

describe('a document is written', () => {
  test.each(others)('by nobody whose case it is not: %s', async (who) => {
    expect(await writing.begin(who)).toBeNull()
  })

  test('by its writer alone, however many have the case', async () => {
    const documentId = (await writing.begin('samira'))!
    expect(await writing.draftOf('samira', documentId)).toMatchObject({
      revision: 0,
      number: 1,
      content: null,
    })
    for (const who of [...others, 'olle', 'jonas'] as const) {
      expect(await writing.draftOf(who, documentId)).toBeUndefined()
      expect(await writing.save(who, documentId)).toBeNull()
      expect(await writing.freezePastThePage(who, documentId, 0)).toBeNull()
    }
  })

  test('for as long as the case is the writer’s', async () => {
    const documentId = await writing.ready()
    const given = `update caseworker_assignment set valid = daterange(lower(valid), $1::date)
                    where staff_id = $2 and case_id = $3`
    await stories.owner.query(given, ['2026-09-15', idOf('samira'), eliasCase])
    expect(await writing.draftOf('samira', documentId)).toBeUndefined()
    expect(await writing.save('samira', documentId)).toBeNull()
    expect(await writing.freezePastThePage('samira', documentId, 1)).toBeNull()
    await stories.owner.query(given, [null, idOf('samira'), eliasCase])
    expect(await writing.freeze('samira', documentId)).toMatchObject({ outcome: 'frozen' })
  })

  test('in one of two tabs: the other is told and writes nothing', async () => {
    const documentId = (await writing.begin('samira'))!
    expect(await writing.save('samira', documentId, { revision: 0 })).toBe(1)
    const facts = { reasons: ['Ett annat skäl.'] }
    expect(await writing.save('samira', documentId, { revision: 0, facts })).toBeNull()
    expect((await writing.draftOf('samira', documentId))?.facts['reasons']).not.toEqual(facts.reasons)
  })

  test('and discarded, with everything that was decided on it', async () => {
    const documentId = await writing.ready()
    await stories.asStaff('samira', async (tx) => {
      expect(await discardDocumentDraft(tx, documentId)).toBe(true)
      expect(await discardDocumentDraft(tx, documentId)).toBe(false)
    })
    const { rows } = await stories.owner.query(
      'select id from document where id = $1 union all select document_id from disclosure where document_id = $1',
      [documentId],
    )
    expect(rows).toEqual([])
    expect(await actionsOn(documentId)).toContain('discardedDocument')
  })
})

describe('a document is frozen', () => {
  test('when all is there: its readers may read it, and each is asked for a receipt', async () => {
    const documentId = await writing.ready()
    expect(await seenBy('peter', documentId)).toBeUndefined()
    expect(await writing.freeze('samira', documentId)).toMatchObject({ outcome: 'frozen', caseId: eliasCase })
    expect(await seenBy('peter', documentId)).toMatchObject({ level: 'full', receiptAsked: true })
    const versions = await stories.asPerson('peter', (tx) => readDocument(tx, documentId))
    expect(versions).toMatchObject([{ number: 1 }])
    const { rows } = await stories.owner.query(
      `select r.act, r.state, p.law from document_version v
         join signature_request r on r.document_version_id = v.id and r.person_id = $2
         join decision_part p on p.document_version_id = v.id
        where v.document_id = $1 order by p.number`,
      [documentId, idOf('peter')],
    )
    expect(rows).toEqual(
      ['LVU 11 §', 'LVU 14 §', 'LVU 14 §'].map((law) => ({ act: 'receipt', state: 'asked', law })),
    )
    expect(await actionsOn(documentId)).toEqual(
      expect.arrayContaining(['createdDocument', 'savedDocument', 'decidedDisclosure', 'frozeDocument']),
    )
  })

  test('once: a second press finds nothing to freeze', async () => {
    const documentId = await writing.ready()
    await writing.freeze('samira', documentId)
    expect(await writing.freeze('samira', documentId, 1)).toMatchObject({ outcome: 'alreadyFrozen' })
    const { rows } = await stories.owner.query('select from document_version where document_id = $1', [
      documentId,
    ])
    expect(rows).toHaveLength(1)
  })

  test('never while somebody who reads the case is undecided, past the page either', async () => {
    const documentId = (await writing.begin('samira'))!
    await writing.save('samira', documentId)
    await writing.decide('samira', documentId, 'peter', { level: 'full' })
    expect(await writing.freeze('samira', documentId)).toMatchObject({ outcome: 'missing' })
    await expect(writing.freezePastThePage('samira', documentId, 1)).rejects.toMatchObject({
      constraint: 'document_version_has_readers',
    })
  })

  test.each([
    ['the text', { facts: { reasons: ['Sara bor på Solbo.'] } }],
    ['the day', { facts: { on: '2026-09-13' } }],
  ])('never on another text than was decided on: %s has changed', async (_what, change) => {
    const documentId = await writing.ready()
    const revision = (await writing.save('samira', documentId, change))!
    expect(await writing.freeze('samira', documentId)).toMatchObject({ outcome: 'missing' })
    await expect(writing.freezePastThePage('samira', documentId, revision)).rejects.toMatchObject({
      constraint: 'document_version_has_readers',
    })
    expect(await seenBy('peter', documentId)).toBeUndefined()
  })

  test('never when it is not whole', async () => {
    const documentId = (await writing.begin('samira'))!
    await writing.save('samira', documentId, { facts: { reasons: [] } })
    await expect(writing.freezePastThePage('samira', documentId, 1)).rejects.toMatchObject({
      constraint: 'document_version_is_whole',
    })
  })

  test('never at the revision of another tab', async () => {
    const documentId = await writing.ready()
    expect(await writing.freeze('samira', documentId, 0)).toEqual({ outcome: 'stale' })
    expect(await writing.freezePastThePage('samira', documentId, 0)).toBeNull()
  })

  test('with a decision of a colleague’s it is none on the writer’s text', async () => {
    const documentId = await writing.ready()
    await stories.asStaff('olle', (tx) =>
      sql`update disclosure set decided_by = (select app_subject()), decided_at = (select app_now())
           where document_id = ${documentId}::uuid and person_id = ${idOf('peter')}::uuid`.execute(tx),
    )
    await expect(writing.freezePastThePage('samira', documentId, 1)).rejects.toMatchObject({
      constraint: 'document_version_has_readers',
    })
  })
})
