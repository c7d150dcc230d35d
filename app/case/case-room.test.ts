import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { alvasCase, eliasCase, tindrasCase } from '../../tests/support/asked'
import { sessionFor } from '../../tests/support/people'
import { openStories, storyTime, type Stories } from '../../tests/support/stories'
import { findCase } from './case-page'
import { findDocuments } from '../document/documents'
import { homeQuestion } from './home'
import { digestOf } from './news'
import { readPlans } from '../plan/plan'
import { findDocument, readDocument } from '../document/read-document'

const nowhere = '00000000-0000-4000-8000-000000000000'
const basis = storyId('document', 'tindra/basis')

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

describe('the case page', () => {
  test('tells a youth where her case stands, who works with it and when it is followed up', async () => {
    const found = await stories.asPerson('tindra', (tx) => findCase(tx, tindrasCase))
    expect(found).toMatchObject({ audience: 'youth', isOwn: true, hasPlan: true, newAnswers: 1 })
    expect(found?.stages.at(-1)).toMatchObject({
      stage: 'intervention',
      position: 6,
      startedOn: '2026-07-02',
    })
    expect(found?.caseworkers.map(({ kind, givenName }) => [kind, givenName])).toEqual([
      ['lead', 'Mira'],
      ['deputy', 'Samira'],
    ])
    expect(found?.followUps).toContainEqual({
      plannedOn: '2026-10-02',
      heldOn: null,
      outcome: null,
      startsAt: null,
      place: null,
      isAhead: true,
    })
  })

  test('puts a stage beside the usual path after the others of its day', async () => {
    const found = await stories.asPerson('peter', (tx) => findCase(tx, eliasCase))
    expect(found?.stages.at(-1)).toMatchObject({ stage: 'immediateCustody', position: null })
  })

  test.each([
    ['somebody else’s', 'peter', tindrasCase],
    ['one that does not exist', 'tindra', nowhere],
  ] as const)('answers %s alike: nothing', async (_what, who, caseId) => {
    const found = await stories.asPerson(who, async (tx) => [
      await findCase(tx, caseId),
      await findDocuments(tx, caseId, 1),
      await readPlans(tx, caseId),
    ])
    expect(found).toEqual([undefined, undefined, []])
  })

  test('keeps a closed case open for reading until its last day', async () => {
    const at = (day: string) =>
      stories.asPerson('henrik', (tx) => findCase(tx, alvasCase), new Date(`${day}T12:00:00+02:00`))
    const found = await at('2026-09-15')
    expect(found?.closedOn).toBe('2026-09-10')
    expect(await at(found!.readableUntil!)).toBeDefined()
    expect(await at('2031-01-01')).toBeUndefined()
  })
})

describe('the home page', () => {
  /** The cases of somebody whose visit before this one was then. */
  async function casesSince(who: PersonKey, visit: string | null, canSign = true) {
    const token = await sessionFor(stories.owner, who)
    await stories.owner.query('update session set previous_visit_at = $2 where token_hash = $1', [
      token.hash,
      visit,
    ])
    const answer = await stories.database.ask('person', token, storyTime, homeQuestion({ canSign }))
    return answer!.rows[0]!.page.cases
  }

  test('counts an answer that came since the last visit, and calls it read once it is', async () => {
    const [found] = await casesSince('tindra', '2026-09-13T21:05:00+02:00')
    expect(digestOf([found!], false)).toEqual({ state: 'some', parts: [{ kind: 'answer', count: 1 }] })
    expect(found?.newAnswers).toHaveLength(1)
  })

  test('counts nothing that was there at the last visit, or when there was none', async () => {
    const counted = async (visit: string | null) =>
      (await casesSince('tindra', visit)).map(({ noteNews, documentNews, answerNews, lineNews }) =>
        [noteNews, documentNews, answerNews, lineNews].map(({ all }) => all),
      )
    expect(await counted('2026-09-15T08:59:00+02:00')).toEqual([[0, 0, 0, 0]])
    expect(await counted(null)).toEqual([[0, 0, 0, 0]])
    const [notes, documents, answers] = (await counted('2026-01-01T00:00:00+01:00'))[0]!
    expect([notes, documents, answers].every((all) => all! > 0)).toBe(true)
  })

  test('names what to sign of what has been read, where one can sign', async () => {
    const token = await sessionFor(stories.owner, 'peter')
    const told = (canSign: boolean) =>
      stories.database.undone.asPerson(token, storyTime, async (tx) => {
        for (const key of ['elias/custody', 'elias/place-and-contact'])
          await readDocument(tx, storyId('document', key))
        return (await tx.executeQuery(homeQuestion({ canSign }))).rows[0]!.page.cases[0]!
      })
    const found = await told(true)
    expect(found?.toSign.map(({ act, isNew }) => [act, isNew])).toEqual([
      ['receipt', false],
      ['receipt', false],
    ])
    expect(await told(false)).toEqual({ ...found, toSign: [] })
  })

  test('puts a decision that asks for a receipt first among the new documents', async () => {
    const [found] = await casesSince('peter', null)
    expect(found?.newDocuments.map(({ receiptAsked }) => receiptAsked)).toEqual([true, true, false])
  })
})

describe('a document', () => {
  test('is given in all its versions, newest first, and is not new once read', async () => {
    const [before, versions, after] = await stories.asPerson('peter', async (tx) => {
      const custody = storyId('document', 'elias/custody')
      const isNew = async () =>
        (await findDocuments(tx, eliasCase, 1))?.documents.find(({ id }) => id === custody)?.isNew
      return [await isNew(), await readDocument(tx, custody), await isNew()] as const
    })
    expect([before, after]).toEqual([true, false])
    expect(versions).toHaveLength(1)
    const ofBasis = await stories.asPerson('tindra', (tx) => readDocument(tx, basis))
    expect(ofBasis.map(({ number, changeReason }) => [number, changeReason !== null])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  test('is found only in its own case', async () => {
    const found = await stories.asPerson('tindra', async (tx) => [
      await findDocument(tx, tindrasCase, basis),
      await findDocument(tx, eliasCase, basis),
      await findDocument(tx, tindrasCase, nowhere),
    ])
    expect(found.map((document) => document?.id)).toEqual([basis, undefined, undefined])
  })
})

test('the plan that holds now comes first, with goals in the child’s own words', async () => {
  const found = await stories.asPerson('lina', (tx) => readPlans(tx, alvasCase))
  expect(found.map(({ agreedOn }) => agreedOn)).toEqual(['2026-05-19', '2026-02-24'])
  expect(found[0]?.goals[0]).toMatchObject({ position: 1, steps: expect.any(Array) as unknown })
})
