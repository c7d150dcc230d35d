import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDocument } from '../../app/document/read-document.ts'
import { eliasCase } from '../support/asked.ts'
import { askForDecision, attest } from '../support/decision-rows.ts'
import { writingDocuments } from '../support/document-drafts.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const later = new Date(storyTime.getTime() + 60_000)
const seenBy = (who: 'peter' | 'sara', documentId: string) =>
  stories.asPerson(who, (tx) => findDocument(tx, eliasCase, documentId), later)

const toldOf = async (documentId: string): Promise<boolean[]> => {
  const { rows } = await stories.owner.query<{ waits: boolean }>(
    `select due_at = 'infinity' as waits from notice where document_id = $1`,
    [documentId],
  )
  return rows.map(({ waits }) => waits)
}

const askedOf = async (documentId: string): Promise<string[]> => {
  const { rows } = await stories.owner.query<{ act: string }>(
    `select r.act from signature_request r join document_version v on v.id = r.document_version_id
      where v.document_id = $1 order by r.act`,
    [documentId],
  )
  return rows.map(({ act }) => act)
}

test('a custody that cannot wait is nobody’s to read, be told of or receive until it has been decided', async () => {
  const writing = writingDocuments(stories)
  const documentId = await writing.ready('custodyLvu')
  const frozen = await writing.freeze('samira', documentId)
  expect(frozen).toMatchObject({ outcome: 'frozen', isToBeDecided: true })
  if (frozen.outcome !== 'frozen') throw new Error('it was not frozen')
  expect([await seenBy('peter', documentId), await seenBy('sara', documentId)]).toEqual([
    undefined,
    undefined,
  ])
  expect(await askedOf(documentId)).toEqual([])
  expect(new Set(await toldOf(documentId))).toEqual(new Set([true]))

  const words = 'Något annat än det som beslutet säger.'
  const request = await askForDecision(stories, 'samira', { version: frozen.versionId, to: 'eva', words })
  const { rows } = await stories.owner.query(
    'select cannot_wait from urgent_decision where request_id = $1',
    [request],
  )
  expect(rows).toEqual([{ cannot_wait: 'Nämndens beslut kunde inte väntas in.' }])
  expect(await seenBy('peter', documentId)).toBeUndefined()

  expect(await attest(stories, 'samira', storyTime.toISOString(), storyTime, request!)).toBe(true)
  expect(await seenBy('peter', documentId)).toMatchObject({ level: 'full' })
  expect(await askedOf(documentId)).toEqual(['decision', 'receipt', 'receipt'])
  expect(new Set(await toldOf(documentId))).toEqual(new Set([false]))
})

test('a decision that the committee has made itself waits for nobody', async () => {
  const writing = writingDocuments(stories)
  const documentId = await writing.ready('placementLvu')
  expect(await writing.freeze('samira', documentId)).toMatchObject({ isToBeDecided: false })
  expect(await seenBy('peter', documentId)).toMatchObject({ level: 'full' })
})
