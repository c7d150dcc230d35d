import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLAIM, LEVEL } from './oidc-sweden.ts'
import { answer, begin, errorOf, signIn } from './test-service.ts'
import { MARIE, startTestWorld, TINDRA, type TestWorld } from './test-world.ts'

const NEEDS_LOA3 = { claims: { id_token: { acr: { essential: true, values: [LEVEL.loa3] } } } }

let world: TestWorld

beforeAll(async () => {
  world = await startTestWorld()
})

afterAll(() => world.close())

test.each([
  ['presses cancel', { action: 'cancel' }],
  ['presses cancel after choosing', { action: 'cancel', person: TINDRA.personalIdentityNumber }],
  ['is made to cancel', { outcome: 'cancel' }],
  ['is too slow', { outcome: 'expired', person: TINDRA.personalIdentityNumber }],
])('a person who %s gives access_denied', async (_what, fields) => {
  const attempt = await begin(world.person)
  const back = await answer(attempt, fields)
  expect(errorOf(back)).toBe('access_denied')
  expect(back.url.searchParams.get('state')).toBe(attempt.state)
})

test('a level that is too low is refused when the level is essential, else told', async () => {
  const fields = { person: TINDRA.personalIdentityNumber, outcome: 'lowLevel' }
  const refused = await answer(await begin(world.person, NEEDS_LOA3), fields)
  expect(errorOf(refused)).toBe('unmet_authentication_requirements')

  const { idToken } = await signIn(world.person, fields)
  expect(idToken['acr']).toBe(LEVEL.loa2)
})

test('the essential level that this e-ID has is met', async () => {
  const { idToken } = await signIn(world.person, { person: TINDRA.personalIdentityNumber }, NEEDS_LOA3)
  expect(idToken['acr']).toBe(LEVEL.loa3)
})

test('somebody else can turn out to hold the e-ID', async () => {
  const { idToken } = await signIn(world.person, {
    person: TINDRA.personalIdentityNumber,
    outcome: 'otherPerson',
  })
  expect(idToken[CLAIM.personalIdentityNumber]).toBe(MARIE.personalIdentityNumber)
})

test('a request for one certain person is refused for everybody else', async () => {
  const wanted = { essential: true, value: MARIE.personalIdentityNumber }
  const members = { claims: { id_token: { [CLAIM.personalIdentityNumber]: wanted } } }

  const wrong = await answer(await begin(world.person, members), { person: TINDRA.personalIdentityNumber })
  expect(errorOf(wrong)).toBe('unmet_authentication_requirements')
  const coordinated = await answer(await begin(world.person, members), { number: '19701063-2391' })
  expect(errorOf(coordinated)).toBe('unmet_authentication_requirements')

  const { idToken } = await signIn(world.person, { person: MARIE.personalIdentityNumber }, members)
  expect(idToken[CLAIM.personalIdentityNumber]).toBe(MARIE.personalIdentityNumber)
})

test('a typed number goes before the list and names a person from it', async () => {
  const { userInfo } = await signIn(world.person, {
    person: TINDRA.personalIdentityNumber,
    number: MARIE.personalIdentityNumber,
  })
  expect(userInfo.name).toBe('Marie Ek')
})

test('a typed coordination number comes as that claim and no other', async () => {
  const { idToken, userInfo } = await signIn(
    world.person,
    { number: '19701063-2391' },
    { claims: { id_token: { [CLAIM.coordinationNumberLevel]: null } } },
  )
  expect(idToken[CLAIM.coordinationNumberLevel]).toBe('confirmed')
  expect(idToken[CLAIM.coordinationNumber]).toBe('197010632391')
  expect(idToken).not.toHaveProperty([CLAIM.personalIdentityNumber])
  expect(userInfo.birthdate).toBe('1970-10-03')
})
