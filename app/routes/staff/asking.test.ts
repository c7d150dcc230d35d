import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StaffKey } from '../../../db/seed/people'
import { eliasCase } from '../../../tests/support/asked'
import { documentOf, requestIn } from '../../../tests/support/asking'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { idOf } from '../../../tests/support/people'
import { loggedBy, requestOf, stateOf } from '../../../tests/support/signing-rows'
import { action as appeal, loader as appealPage } from './appeal-received'
import { action as ask, loader as askPage } from './ask-to-sign'
import { action as change, loader as requestPage } from './request'

let world: DeskWorld
let documentId: string

beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  documentId = await documentOf(world.stories, 'consent')
  await world.stories.owner.query('delete from audit_event')
})

type Answer = { status?: number; init?: { status?: number }; headers?: Headers }

async function send(
  who: StaffKey,
  route: unknown,
  params: Record<string, string>,
  fields?: Record<string, string>,
) {
  const body = fields && new URLSearchParams(fields)
  const answer = await world
    .ask(who, route, { params, ...(body && { method: 'POST', body }) })
    // A page of a problem is thrown as its data.
    .catch((thrown: unknown) => thrown)
    .then((each) => each as Answer)
  return { status: answer.status ?? answer.init?.status ?? 200, to: answer.headers?.get('Location') ?? null }
}

const consent = () => ({ whom: `${idOf('peter')} consent`, day: '2026-09-20' })

test('who is asked twice by two presses is asked once, and both end at the document', async () => {
  const params = { caseId: eliasCase, documentId }
  const done = { status: 303, to: `/handlaggare/arenden/${eliasCase}/dokument/${documentId}?fragad=1` }
  expect(await send('samira', ask, params, consent())).toEqual(done)
  expect(await send('samira', ask, params, consent())).toEqual(done)
  expect(await loggedBy(world.stories, 'askedToSign')).toHaveLength(1)
})

test.each([
  ['nobody', { whom: '', day: '2026-09-20' }],
  ['somebody who may not read it', { whom: `${idOf('marie')} consent`, day: '2026-09-20' }],
  ['for another act', { whom: `${idOf('peter')} noAppeal`, day: '2026-09-20' }],
  ['by no day', { whom: `${idOf('peter')} consent`, day: 'snart' }],
  ['by a day that has passed', { whom: `${idOf('peter')} consent`, day: '2026-09-14' }],
  ['by a day beyond all days', { whom: `${idOf('peter')} consent`, day: '2199-12-31' }],
])('to ask %s is refused, and nothing is kept', async (_, fields) => {
  expect((await send('samira', ask, { caseId: eliasCase, documentId }, fields)).status).toBe(400)
  expect(await loggedBy(world.stories, 'askedToSign')).toEqual([])
})

test('a question that is taken back twice is taken back once, and a stranger does nothing', async () => {
  await send('samira', ask, { caseId: eliasCase, documentId }, consent())
  const requestId = await requestIn(world.stories, documentId, 'peter', 'consent')
  const params = { requestId }
  expect((await send('mira', change, params, { step: 'cancel' })).status).toBe(404)
  for (const step of ['note', 'anything', 'cancel', 'cancel']) {
    expect(await send('samira', change, params, { step })).toEqual({
      status: 303,
      to: `/handlaggare/underskrifter/${requestId}`,
    })
  }
  expect(await stateOf(world.stories, requestId)).toBe('cancelled')
  expect(await loggedBy(world.stories, 'cancelledRequest')).toHaveLength(1)
  expect(await loggedBy(world.stories, 'notedAnswer')).toEqual([])
})

test('an appeal is recorded and passed on once each, however often it is pressed', async () => {
  const requestId = await requestOf(world.stories, 'elias/place-and-contact', 'peter')
  const params = { requestId }
  const came = { step: 'record', sender: 'party', way: 'post', day: '2026-09-15' }
  const passed = { step: 'close', outcome: 'forwarded', day: '2026-09-15' }
  for (const fault of [{ sender: 'x' }, { way: '' }, { day: '2026-09-16' }, { day: 'x' }]) {
    expect((await send('samira', appeal, params, { ...came, ...fault })).status).toBe(400)
  }
  expect((await send('samira', appeal, params, passed)).status).toBe(303)
  expect(await loggedBy(world.stories, 'forwardedAppeal')).toEqual([])
  for (const fields of [came, came]) expect((await send('samira', appeal, params, fields)).status).toBe(303)
  for (const fault of [{ day: '2026-09-14' }, { outcome: 'dismissed' }]) {
    expect((await send('samira', appeal, params, { ...passed, ...fault })).status).toBe(400)
  }
  for (const fields of [passed, passed]) {
    expect((await send('samira', appeal, params, fields)).status).toBe(303)
  }
  expect(await loggedBy(world.stories, 'recordedAppeal')).toHaveLength(1)
  expect(await loggedBy(world.stories, 'forwardedAppeal')).toHaveLength(1)
})

test('nobody without the case finds any of it, and an appeal is of a receipt', async () => {
  await send('samira', ask, { caseId: eliasCase, documentId }, consent())
  const requestId = await requestIn(world.stories, documentId, 'peter', 'consent')
  expect((await send('samira', requestPage, { requestId })).status).toBe(200)
  expect((await send('samira', appealPage, { requestId })).status).toBe(404)
  expect((await send('mira', requestPage, { requestId })).status).toBe(404)
  expect((await send('mira', askPage, { caseId: eliasCase, documentId })).status).toBe(404)
})
