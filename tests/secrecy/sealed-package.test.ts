import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fetchOwnPackage, fetchPackage } from '../../app/signing/evidence/fetch-package.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { idOf } from '../support/people.ts'
import { addVersion, begin, later, loggedBy, record, requestOf, sealRow } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

const custody = 'elias/custody'
const which = { caseId: storyId('case', 'EK-2026-1187'), documentId: storyId('document', custody) }

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

/** @returns the request that somebody has signed, with a file that is sealed */
async function sealed(who: PersonKey): Promise<string> {
  const requestId = await requestOf(stories, custody, who)
  expect(await record(stories, (await begin(stories, who, requestId))!)).toBeNull()
  await sealRow(stories, requestId)
  return requestId
}

const fetched = (who: PersonKey, requestId: string | null, at = which) =>
  stories.asPerson(who, (tx) => fetchOwnPackage(tx, { ...at, requestId }), later)

const fetchedByStaff = (who: StaffKey, requestId: string) =>
  stories.asStaff(who, (tx) => fetchPackage(tx, requestId), later)

test.each<[PersonKey, PersonKey, boolean]>([
  ['peter', 'peter', true],
  ['sara', 'sara', true],
  ['sara', 'peter', false],
  ['peter', 'sara', false],
  ['marie', 'peter', false],
  ['tindra', 'peter', false],
  ['leo', 'peter', false],
])('%s fetches what %s has signed: %s', async (who, whose, may) => {
  const requestId = await sealed(whose)
  const bytes = await fetched(who, requestId)
  expect(bytes !== null).toBe(may)
  expect((await fetched(who, null)) !== null).toBe(may)
  const twice = [{ actor_id: idOf(who) }, { actor_id: idOf(who) }]
  expect(await loggedBy(stories, 'fetchedPackage')).toEqual(may ? twice : [])
})

test('a file is found by its own case and document alone', async () => {
  const requestId = await sealed('peter')
  const other = { ...which, documentId: storyId('document', 'elias/place-and-contact') }
  expect(await fetched('peter', requestId, other)).toBeNull()
  expect(await fetched('peter', requestId, { ...which, caseId: storyId('case', 'EK-2026-0412') })).toBeNull()
})

test.each<[StaffKey, boolean]>([
  ['samira', true],
  ['jonas', true],
  ['mira', false],
])('%s of staff fetches a guardian’s signature: %s', async (who, may) => {
  const requestId = await sealed('peter')
  expect((await fetchedByStaff(who, requestId)) !== null).toBe(may)
  expect(await loggedBy(stories, 'fetchedPackage')).toEqual(may ? [{ actor_id: idOf(who) }] : [])
  const listed = await stories.asStaff(
    who,
    (tx) => tx.selectFrom('sealed_package').select('request_id').execute(),
    later,
  )
  expect(listed).toHaveLength(may ? 1 : 0)
})

const closing: [string, string, unknown[]][] = [
  [
    'custody has ended',
    `update case_party set valid = daterange(lower(valid), '2026-09-15') where person_id = $1`,
    [idOf('peter')],
  ],
  [
    'the guardian is shut out',
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
     select municipality_id, $1, $2, '[2026-09-15,)', 'x', $3 from person where id = $2`,
    [idOf('elias'), idOf('peter'), idOf('jonas')],
  ],
  [
    'the document may no longer be read in full',
    `update disclosure set level = 'title', title = 'Beslut', ground = 'OSL 26:1', harm_assessment = 'x' where document_id = $1`,
    [which.documentId],
  ],
]

test.each(closing)('when %s the file is the signer’s no longer, and still staff’s', async (_, change, of) => {
  const requestId = await sealed('peter')
  await stories.owner.query(change, of)
  expect(await fetched('peter', requestId)).toBeNull()
  expect(await loggedBy(stories, 'fetchedPackage')).toEqual([])
  expect(await fetchedByStaff('samira', requestId)).not.toBeNull()
})

test('a file that is not sealed yet is not there', async () => {
  const requestId = await requestOf(stories, custody, 'peter')
  await record(stories, (await begin(stories, 'peter', requestId))!)
  expect(await fetched('peter', requestId)).toBeNull()
  expect(await fetchedByStaff('samira', requestId)).toBeNull()
})

test('a file stays the signer’s own when a newer version has been written', async () => {
  const requestId = await sealed('peter')
  await addVersion(stories, custody)
  expect(await fetched('peter', requestId)).not.toBeNull()
})

test('the log tells the other guardian that the decision was read, never that it was signed', async () => {
  const requestId = await sealed('peter')
  await fetchedByStaff('samira', requestId)
  await fetched('peter', requestId)
  const told = await stories.asPerson(
    'sara',
    (tx) => tx.selectFrom('person_access_event').select(['action', 'given_name', 'at']).execute(),
    later,
  )
  const since = told.filter(({ at }) => new Date(at).getTime() === later.getTime())
  expect(since.map(({ action, given_name }) => [action, given_name])).toEqual([['readDocument', 'Samira']])
})

describe('whoever asks, the owner included', () => {
  const change = (set: string) => stories.owner.query(`update sealed_package set ${set}`)
  const stamp = `stamped_at = '2026-09-15 09:30+02'`
  const renewal = `renewed_at = '2026-09-15 09:40+02', bytes = bytes || 'later'::bytea`

  test('a file gets a time stamp once, in the room that it has', async () => {
    await sealed('peter')
    await expect(change(`${stamp}, bytes = bytes || 'x'::bytea`)).rejects.toThrow('kept as it is')
    await expect(change(`${stamp}, bytes = set_byte(bytes, 0, 1)`)).rejects.toThrow(
      'begins with its document',
    )
    await change(`${stamp}, bytes = set_byte(bytes, octet_length(bytes) - 1, 1)`)
    await expect(change(`${stamp}, bytes = set_byte(bytes, octet_length(bytes) - 1, 2)`)).rejects.toThrow(
      'kept',
    )
    await expect(change('stamped_at = null')).rejects.toThrow('kept as it is')
  })

  test('a renewal comes after what there is', async () => {
    await sealed('peter')
    await expect(
      change(
        `renewed_at = '2026-09-15 09:40+02', bytes = set_byte(bytes || '\\x00'::bytea, octet_length(bytes) - 1, 1)`,
      ),
    ).rejects.toThrow('kept as it is')
    await change(renewal)
    await expect(change(renewal)).rejects.toThrow('kept as it is')
    await expect(change(stamp)).rejects.toThrow('kept as it is')
  })

  test.each(['sealed_at = now()', `bytes = bytes || 'x'::bytea`, 'request_id = gen_random_uuid()'])(
    'nothing else in it changes: %s',
    async (set) => {
      await sealed('peter')
      await expect(change(set)).rejects.toThrow(/kept as it is|begins with its document/)
    },
  )

  test('a file is not taken away, and never begins with another document', async () => {
    const requestId = await sealed('peter')
    await expect(stories.owner.query('delete from sealed_package')).rejects.toThrow('kept as it is')
    const other = await requestOf(stories, custody, 'sara')
    await record(stories, (await begin(stories, 'sara', other))!)
    const insert = `insert into sealed_package (municipality_id, request_id, bytes, sealed_at)
                    select municipality_id, $1, set_byte(bytes, 0, 1), now() from sealed_package where request_id = $2`
    await expect(stories.owner.query(insert, [other, requestId])).rejects.toThrow('begins with its document')
  })
})
