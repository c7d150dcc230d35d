import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  findOwnIntroduction,
  introduce,
  readCaseworkerPicture,
  readOwnPicture,
  removePicture,
} from '../../app/introduction/introduction'
import { newFace, type NewFace } from '../../app/introduction/new-face'
import { findCase } from '../../app/case/case-page'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { alvasCase, eliasCase, tindrasCase } from '../support/asked.ts'
import { serviceCalls } from '../support/asking.ts'
import { goAway } from '../support/asked-question.ts'
import { testKeys } from '../support/keys.ts'
import { idOf } from '../support/people.ts'
import { picture } from '../support/pictures.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

// Mira leads Tindra's case and has a picture from the stories; Samira is its deputy and leads that of Elias.
let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const miras = storyId('picture', 'mira')

async function faceOf(): Promise<NewFace> {
  const whole = await picture('png')
  const file = (async function* () {
    yield await Promise.resolve(whole)
  })()
  const face = await newFace({ fileName: 'jag.png', file, isCut: () => false }, testKeys)
  if ('refused' in face) throw new Error(face.refused)
  return face
}

const tell = (who: StaffKey, face: NewFace | null, text = 'Hej!', pictureText = 'Jag ler.') =>
  stories.asStaff(who, (tx) => introduce(tx, { text, pictureText: face ? pictureText : '', face }))
const opens = async (who: PersonKey, caseId: string, pictureId: string) =>
  (await stories.asPerson(who, (tx) => readCaseworkerPicture(tx, { caseId, pictureId, keys: testKeys }))) !==
  null
const events = async (action: string) =>
  (
    await stories.owner.query<{ actor_id: string | null; staff_id: string | null }>(
      'select actor_id, staff_id from audit_event where action = $1',
      [action],
    )
  ).rows
const kept = async () =>
  (
    await stories.owner.query<{ staff_id: string; has_picture: boolean }>(
      'select staff_id, picture is not null as has_picture from staff_introduction order by changed_at',
    )
  ).rows

const whose: [PersonKey, string, string, boolean][] = [
  ['tindra', tindrasCase, miras, true],
  ['marie', tindrasCase, miras, true],
  ['tindra', eliasCase, miras, false],
  ['tindra', tindrasCase, randomUUID(), false],
  ['peter', eliasCase, miras, false],
  ['peter', tindrasCase, miras, false],
  // She is the deputy there.
  ['alva', alvasCase, miras, true],
  ['henrik', tindrasCase, miras, false],
  ['leo', tindrasCase, miras, false],
]

test.each(whose)('%s opens in case %s the picture %s: %s', async (who, caseId, pictureId, may) => {
  expect(await opens(who, caseId, pictureId)).toBe(may)
})

const assigned = `update caseworker_assignment set valid = daterange(lower(valid), '2026-09-15') where staff_id = $1`
const hasLeft = `update staff_member set employed = daterange(lower(employed), '2026-09-15') where id = $1`
const changes: [string, boolean, () => Promise<unknown>][] = [
  ['nothing changes', true, () => Promise.resolve()],
  ['she is away', true, () => goAway(stories, 'mira', '2026-09-15', '2026-10-02')],
  ['she has the case no more', false, () => stories.owner.query(assigned, [idOf('mira')])],
  ['she has left', false, () => stories.owner.query(hasLeft, [idOf('mira')])],
  ['she takes it away', false, () => stories.asStaff('mira', removePicture)],
  ['she chooses another', false, async () => tell('mira', await faceOf())],
]

test.each(changes)('when %s, Tindra opens the picture of Mira: %s', async (_what, may, change) => {
  await change()
  expect(await opens('tindra', tindrasCase, miras)).toBe(may)
})

test('a person who has two cases finds a face only in the case that its owner has', async () => {
  const face = await faceOf()
  await tell('olle', face)
  // Peter is let into Tindra's case, which Olle does not have.
  await stories.owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source)
     select municipality_id, $1, $2, 'guardian', '[2026-01-01,)', 'a test' from case_file where id = $1`,
    [tindrasCase, idOf('peter')],
  )
  expect(await opens('peter', tindrasCase, miras)).toBe(true)
  expect(await opens('peter', eliasCase, miras)).toBe(false)
  expect(await opens('peter', tindrasCase, face.id)).toBe(false)
})

test('what Mira tells is on the page of her case, and nothing is told of who has told nothing', async () => {
  const found = await stories.asPerson('tindra', (tx) => findCase(tx, tindrasCase))
  const told = found!.caseworkers.map(({ givenName, introduction, pictureId, pictureText }) => ({
    givenName,
    says: introduction !== null,
    pictureId,
    described: pictureText !== null,
  }))
  expect(told).toEqual([
    { givenName: 'Mira', says: true, pictureId: miras, described: true },
    { givenName: 'Samira', says: false, pictureId: null, described: false },
  ])
})

const tells: [StaffKey, boolean][] = [
  ['mira', true],
  ['samira', true],
  ['jonas', true],
  ['eva', false],
  ['birgit', false],
]

test.each(tells)('%s tells of themself: %s, and of nobody else', async (who, may) => {
  const others = (await kept()).filter(({ staff_id: id }) => id !== idOf(who))
  expect(await tell(who, await faceOf())).toBe(may)
  expect(await events('changedIntroduction')).toEqual(may ? [{ actor_id: idOf(who), staff_id: null }] : [])
  const now = await kept()
  expect(now.filter(({ staff_id: id }) => id !== idOf(who))).toEqual(others)
  expect(now.some(({ staff_id: id }) => id === idOf(who))).toBe(may)
  const own = await stories.asStaff(who, findOwnIntroduction)
  expect(own?.text).toBe(may ? 'Hej!' : undefined)
  const shown = await stories.asStaff(who, (tx) => readOwnPicture(tx, testKeys))
  expect(shown !== null).toBe(may)
})

test('a staff member sees no picture but their own', async () => {
  expect(await stories.asStaff('samira', (tx) => readOwnPicture(tx, testKeys))).toBeNull()
  expect(await stories.asStaff('samira', findOwnIntroduction)).toMatchObject({
    givenName: 'Samira',
    text: null,
    pictureId: null,
  })
})

test('words are changed without the picture, and the picture goes with its bytes and a line in the log', async () => {
  await stories.asStaff('mira', (tx) => introduce(tx, { text: '', pictureText: 'Mira.', face: null }))
  expect(await stories.asStaff('mira', findOwnIntroduction)).toMatchObject({
    text: null,
    pictureId: miras,
    pictureText: 'Mira.',
  })
  await stories.asStaff('samira', removePicture)
  expect(await events('removedOwnPicture')).toEqual([])
  expect(await kept()).toEqual([{ staff_id: idOf('mira'), has_picture: true }])
  await stories.asStaff('mira', removePicture)
  expect(await kept()).toEqual([{ staff_id: idOf('mira'), has_picture: false }])
  await stories.asStaff('mira', removePicture)
  expect(await events('removedOwnPicture')).toEqual([{ actor_id: idOf('mira'), staff_id: null }])
})

test.each([
  ['more than 300 characters', 'x'.repeat(301), 'Jag ler.'],
  ['a description of more than 120', 'Hej!', 'x'.repeat(121)],
  ['a picture that is not described', 'Hej!', ''],
])('the database keeps nothing of %s', async (_what, text, pictureText) => {
  const face = await faceOf()
  await expect(tell('samira', face, text, pictureText)).rejects.toThrow(/check constraint/)
  expect(await kept()).toHaveLength(1)
  expect(await events('changedIntroduction')).toEqual([])
})

test('300 signs are 300, also where each takes more than one place', async () => {
  expect(await tell('samira', null, '😀'.repeat(300))).toBe(true)
})

test('what somebody told goes when they have left, and the log says whose', async () => {
  await tell('samira', await faceOf())
  const lastDay = `update staff_member set employed = daterange(lower(employed), '2026-09-17') where id = $1`
  await stories.owner.query(lastDay, [idOf('mira')])
  const erase = (days: number) =>
    serviceCalls(
      stories,
      'service_erase_introductions',
      new Date(storyTime.getTime() + days * 24 * 60 * 60_000),
    )
  expect(await erase(1)).toBe(0)
  expect(await erase(2)).toBe(1)
  expect(await kept()).toEqual([{ staff_id: idOf('samira'), has_picture: true }])
  expect(await events('erasedIntroduction')).toEqual([{ actor_id: null, staff_id: idOf('mira') }])
})
