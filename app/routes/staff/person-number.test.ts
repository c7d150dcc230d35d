import { createElement } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people, type StaffKey } from '../../../db/seed/people'
import { storyId } from '../../../db/seed/story-id'
import { eliasCase, tindrasCase } from '../../../tests/support/asked'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { anotherRow, freeNumber } from '../../../tests/support/number-changes'
import { wordsOf } from '../../../tests/support/html'
import { idOf } from '../../../tests/support/people'
import { NumberForm } from '../../person/number-change-form'
import { action, loader } from './person-number'

let world: DeskWorld
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())

type Told = { data?: unknown; init?: ResponseInit | null } & Partial<Response>

const tindra = { caseId: tindrasCase, personId: idOf('tindra') }

const ask = (
  who: StaffKey,
  route: unknown,
  params: Record<string, string>,
  fields?: Record<string, string>,
) =>
  world
    .ask(who, route, { params, ...(fields && { method: 'POST', body: new URLSearchParams(fields) }) })
    .catch((thrown: unknown) => thrown) as Promise<Told>

const lookUps = async () => {
  const { rowCount } = await world.stories.owner.query(
    `select from audit_event where action = 'lookedUpNumber' and actor_id = $1`,
    [idOf('jonas')],
  )
  return rowCount
}

const nowhere = { data: { problem: 'notFound' }, init: { status: 404 } }

test.each<[StaffKey, string, Record<string, string>]>([
  ['mira', 'a caseworker on her own case', tindra],
  ['samira', 'its deputy', tindra],
  ['eva', 'the chair', tindra],
  ['nils', 'a leader elsewhere', tindra],
  ['jonas', 'the leader, for somebody not in the case', { ...tindra, caseId: eliasCase }],
])('for %s there is no such page: %s', async (who, _what, params) => {
  expect(await ask(who, loader, params)).toMatchObject(nowhere)
  expect(await ask(who, action, params, { nummer: freeNumber, steg: 'change', med: '' })).toMatchObject(
    nowhere,
  )
  expect((await world.stories.owner.query('select from former_number')).rowCount).toBe(0)
})

test.each([
  ['', 'missing', 0],
  ['20100101-2383', 'notANumber', 0],
  ['20100101-2382', 'same', 1],
  ['19850101-2382', 'twoPeople', 1],
])('what cannot be done is told beside the field: "%s" is %s', async (nummer, fault, asked) => {
  const before = (await lookUps())!
  expect(await ask('jonas', action, tindra, { nummer })).toMatchObject({
    data: { typed: nummer, fault, seen: null },
    init: { status: 400 },
  })
  expect(await lookUps()).toBe(before + asked)
})

test('two people who stand beside one child are not made one, and what to do instead is told', () => {
  const told = wordsOf(createElement(NumberForm, { name: 'Tindra Ek', typed: '', fault: 'twoPeople' }))
  expect(told).toContain('Tindra Ek och den som har numret står som två olika personer')
  expect(told).toContain('låt ärendesystemet avsluta uppgiften')
})

test('that a number is taken is told once it is asked for, not before', async () => {
  await world.stories.owner.query(
    `update case_file set unit_id = $1 where id in (select case_id from case_party where person_id = $2)`,
    [storyId('unit', 'board'), idOf('henrik')],
  )
  const nummer = people.henrik.number
  expect(await ask('jonas', action, tindra, { nummer })).toMatchObject({
    data: { fault: null, seen: { number: nummer, other: null } },
  })
  expect(await ask('jonas', action, tindra, { nummer, steg: 'change', med: '' })).toMatchObject({
    data: { typed: nummer, fault: 'taken', seen: null },
    init: { status: 400 },
  })
})

test('the summary tells of whom and of which cases, and changes nothing', async () => {
  const other = await anotherRow(world.stories, 'Tindra', { caseId: eliasCase, role: 'fosterCarer' })
  const seen = await ask('jonas', action, tindra, { nummer: '20070561-2398' })
  expect(seen).toMatchObject({
    data: {
      fault: null,
      isUnseen: false,
      seen: {
        number: freeNumber,
        other: { id: other, name: 'Tindra Ny' },
        cases: [
          { name: 'Tindra Ek', caseNumbers: ['EK-2026-0412'] },
          { name: 'Tindra Ny', caseNumbers: ['EK-2026-1187'] },
        ],
      },
    },
  })
  expect((await world.stories.owner.query('select from former_number')).rowCount).toBe(0)

  const unseen = await ask('jonas', action, tindra, { nummer: freeNumber, steg: 'change', med: '' })
  expect(unseen).toMatchObject({
    data: { isUnseen: true, seen: { other: { id: other } } },
    init: { status: 409 },
  })

  const done = await ask('jonas', action, tindra, { nummer: freeNumber, steg: 'merge', med: other })
  expect(done).toMatchObject({ status: 303 })
  expect(done.headers?.get('Location')).toBe(`/handlaggare/arenden/${tindrasCase}?nummer=merge`)
  expect(await ask('jonas', loader, tindra)).toMatchObject(nowhere)
})
