import type { ActionFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDeskWorld, type DeskWorld } from '../../tests/support/desk-world'
import { asStaff } from './guard'
import { postedForm } from './posted-form'

let world: DeskWorld
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())

type Thrown = { data?: { problem?: string; kept?: [string, string][] }; init?: { status?: number } }

/** What a page that fails so is answered with. */
async function failing(fields: Record<string, string>, fault: () => never): Promise<Thrown> {
  const action = async ({ request, context }: ActionFunctionArgs) => {
    const form = await postedForm(request)
    return asStaff({ request, context, form }, () => Promise.resolve().then(fault))
  }
  return (await world
    .ask('mira', action, { params: {}, method: 'POST', body: new URLSearchParams(fields) })
    .catch((thrown: unknown) => thrown)) as Thrown
}

test('a fault that nobody expected gives the words back to their writer, who can send them again', async () => {
  const thrown = await failing({ text: 'Vi ses på fredag.', kind: 'meeting' }, () => {
    throw new Error('disk full')
  })
  expect(thrown.data).toMatchObject({ problem: 'notSent', because: 'unexpected', sealed: null })
  expect(thrown.data?.kept).toContainEqual(['text', 'Vi ses på fredag.'])
  expect(thrown.init?.status).toBe(500)
})

test('what a page answers itself goes on as it is', async () => {
  const own = new Response(null, { status: 404 })
  const thrown = await failing({ text: 'Vi ses på fredag.' }, () => {
    throw own
  })
  expect(thrown).toBe(own)
})
