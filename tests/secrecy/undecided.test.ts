import { afterEach, beforeEach, expect, test } from 'vitest'
import { declineDecision } from '../../app/signing/decision/decisions.ts'
import { findUndecided } from '../../app/signing/decision/undecided.ts'
import { cancelRequest } from '../../app/signing/staff/ask-to-sign.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { askForDecision, beginDecision, novasCustody } from '../support/decision-rows.ts'
import { addVersion, later, layFile, record } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

const document = storyId('document', 'nova/custody')
let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const seenBy = (who: StaffKey) => stories.asStaff(who, (tx) => findUndecided(tx, document), later)
const takeBack = () => stories.asStaff('hanna', (tx) => cancelRequest(tx, novasCustody), later)

const readByJohan = () =>
  stories.asPerson(
    'johan',
    (tx) =>
      tx.selectFrom('person_document').select('document_id').where('document_id', '=', document).execute(),
    later,
  )

test('who was asked and has not answered is told to who has the case, and to nobody else', async () => {
  expect(await seenBy('hanna')).toMatchObject({ state: 'asked', name: 'Eva Lindgren' })
  for (const who of ['mira', 'eva', 'nils'] as const) expect(await seenBy(who), who).toBeUndefined()
})

test('a no is told, and so is that the question was taken back; the guardian reads nothing through it', async () => {
  await stories.asStaff('eva', (tx) => declineDecision(tx, novasCustody, null), later)
  expect(await seenBy('hanna')).toEqual({ state: 'declined', name: 'Eva Lindgren', movedAt: later })
  expect(await takeBack()).toBe(true)
  expect(await seenBy('hanna')).toEqual({ state: 'cancelled', name: 'Eva Lindgren', movedAt: later })
  expect(await readByJohan()).toEqual([])
})

test('whoever is asked instead is the one who is told of', async () => {
  await askForDecision(stories, 'hanna')
  expect(await seenBy('hanna')).toMatchObject({ state: 'asked', name: 'Birgit Ask' })
})

test('of a newer version nobody has been asked, whatever came of the one before', async () => {
  await record(stories, (await beginDecision(stories, 'eva'))!)
  expect(await seenBy('hanna')).toBeUndefined()
  await addVersion(stories, 'nova/custody')
  await layFile(stories, 'nova/custody', 2)
  expect(await seenBy('hanna')).toEqual({ state: null, name: null, movedAt: null })
})
