import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alvasCase } from '../../../tests/support/asked'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { testKeys } from '../../../tests/support/keys'
import { idOf } from '../../../tests/support/people'
import { type } from '../../../tests/support/reading-together'
import { togetherCode, togetherCodeHash } from '../../access/together-session'
import { action as prepare } from './read-together'

let world: DeskWorld
beforeEach(async () => {
  world = await openDeskWorld()
})
afterEach(() => world.close())

type Told = { typed?: Record<string, string>; faults?: object }

async function send(
  formKey: string,
  chosen: Record<string, string> = { dates: '1', company: 'alone' },
): Promise<Told & { status: number; to: string | null }> {
  const answer = (await world
    .ask('olle', prepare, {
      params: { caseId: alvasCase, personId: idOf('alva') },
      method: 'POST',
      body: new URLSearchParams({ formKey, level: 'easier', ...chosen }),
    })
    // A page of a problem is thrown as its data.
    .catch((thrown: unknown) => thrown)) as Response | { data: Told; init: { status: number } }
  if (!(answer instanceof Response)) return { status: answer.init.status, to: null, ...answer.data }
  return { status: answer.status, to: answer.headers.get('Location') }
}

test('the form sent again, by a double click or from the page before, leads to the same code, which then holds anew', async () => {
  const formKey = randomUUID()
  const code = togetherCodeHash(togetherCode(formKey, testKeys), testKeys)
  const both = await Promise.all([send(formKey), send(formKey)])
  expect(both[0].status).toBe(303)
  expect(both[0].to).toContain('/handlaggare/')
  expect(both[1]).toEqual(both[0])

  await world.stories.owner.query(`update together_session set code_until = now() - interval '1 minute'`)
  await world.stories.owner.query(
    `update read_together set prepared_at = prepared_at - interval '11 minutes'`,
  )
  expect(await send(formKey)).toEqual(both[0])
  const { rows } = await world.stories.owner.query<{ is_new: boolean }>(
    `select prepared_at = (select max(prepared_at) from read_together) and prepared_at > '2026-09-15 08:59+02' as is_new from read_together`,
  )
  expect(rows).toEqual([{ is_new: true }])
  expect(await type(world.stories, code)).not.toBeNull()
})

test('what is chosen for a list that is open already is said to be another reading, and is one when it is sent once more', async () => {
  const formKey = randomUUID()
  const opened = await send(formKey)
  await type(world.stories, togetherCodeHash(togetherCode(formKey, testKeys), testKeys))
  const chosen = { dates: '1', company: 'guardian', companyName: 'Lina Ström Berg' }
  const refused = await send(formKey, chosen)
  expect(refused).toMatchObject({ status: 409, typed: chosen, faults: { order: 'opened' } })
  const again = await send(refused.typed!['formKey']!, chosen)
  expect(again.status).toBe(303)
  expect(again.to).not.toBe(opened.to)
})

test('a code that another reading has is given to nobody else', async () => {
  const formKey = randomUUID()
  await send(formKey)
  await world.stories.owner.query(`update read_together set form_key = gen_random_uuid()`)
  expect(await send(formKey)).toMatchObject({ status: 404, to: null })
})
