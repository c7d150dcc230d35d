import { afterAll, beforeAll, expect, test } from 'vitest'
import { tindrasCase } from '../../../tests/support/asked'
import { aParty } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'
import { changeNumberOf, freeNumber } from '../../../tests/support/number-changes'
import { people } from '../../../db/seed/people'

let world: IngestWorld

beforeAll(async () => {
  world = await openIngest()
})

afterAll(() => world.close())

const ended = { validFrom: '2030-01-01', validTo: '2030-01-31', role: 'guardian' } as const

test('a sender that names a number given up is told that nobody is known by it', async () => {
  expect(await changeNumberOf(world.stories, 'jonas', { who: 'marie', caseId: tindrasCase })).toBe('change')
  const nobody = await world.post('/parties', aParty({ ...ended, personalIdentityNumber: '197501079292' }))
  const old = await world.post('/parties', aParty({ ...ended, personalIdentityNumber: people.marie.number }))
  expect(old).toMatchObject({ status: 422, body: { errors: nobody.body['errors'] } })
  const now = await world.post(
    '/parties',
    aParty({ ...ended, caseNumber: 'EK-2026-0098', personalIdentityNumber: freeNumber }),
  )
  expect(now.status).toBe(201)
})

test.each(['200705602399', '200700602394'])(
  'a number that does not tell the birthday is a number: %s',
  async (number) => {
    const sent = await world.post('/parties', aParty({ ...ended, personalIdentityNumber: number }))
    expect(sent).toMatchObject({ status: 422, body: { errors: [{ detail: 'is not known' }] } })
  },
)
