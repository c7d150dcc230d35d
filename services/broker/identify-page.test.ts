import { afterAll, beforeAll, expect, test } from 'vitest'
import { PARAMETER } from './oidc-sweden.ts'
import { answer, begin } from './test-service.ts'
import { JONAS, MARIE, MIRA, startTestWorld, TINDRA, type TestWorld } from './test-world.ts'

let world: TestWorld

beforeAll(async () => {
  world = await startTestWorld()
})

afterAll(() => world.close())

test('the page says that it is a test, who asks and whom to choose between', async () => {
  const { visit } = await begin(world.person)
  expect(visit.text).toContain('Den är ingen riktig e-legitimation.')
  expect(visit.text).toContain('Mina sidor vill veta vem du är.')
  expect(visit.text).toContain('<html lang="sv" dir="ltr">')
  for (const { personalIdentityNumber, givenName } of [TINDRA, MARIE]) {
    expect(visit.text).toContain(`value="${personalIdentityNumber}"`)
    expect(visit.text).toContain(givenName)
  }
})

test.each([
  ['en', 'My pages wants to know who you are.', 'lang="en" dir="ltr"'],
  ['en-GB sv', 'My pages wants to know who you are.', 'lang="en" dir="ltr"'],
  ['sv-latt', 'Sidan låtsas vara BankID.', 'lang="sv" dir="ltr"'],
  ['ar', 'من أنت؟', 'lang="ar" dir="rtl"'],
  ['de', 'Mina sidor vill veta vem du är.', 'lang="sv" dir="ltr"'],
])('the page follows ui_locales %s', async (uiLocales, text, attributes) => {
  const { visit } = await begin(world.person, { ui_locales: uiLocales })
  expect(visit.text).toContain(text)
  expect(visit.text).toContain(attributes)
})

test('the sign-in message is shown as text, in the language of the page', async () => {
  const members = {
    [PARAMETER.userMessage]: {
      message: base64('Logga in på <script>alert(1)</script> & läs'),
      'message#en': base64('Sign in to read'),
      mime_type: 'text/plain',
    },
  }
  const swedish = await begin(world.person, members)
  expect(swedish.visit.text).toContain('Logga in på &lt;script&gt;alert(1)&lt;/script&gt; &amp; läs')
  expect(swedish.visit.text).not.toContain('<script>')

  const english = await begin(world.person, { ...members, ui_locales: 'en' })
  expect(english.visit.text).toContain('Sign in to read')
})

test('a sign-in message sent as JSON text is understood as well', async () => {
  const { visit } = await begin(world.person, {
    [PARAMETER.userMessage]: JSON.stringify({ 'message#sv': base64('Hej på dig') }),
  })
  expect(visit.text).toContain('Hej på dig')
})

test('a wrong number is explained at the field and stays there', async () => {
  const attempt = await begin(world.person)
  const page = await answer(attempt, { number: '201001012383"<' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('value="201001012383&quot;&lt;"')
  expect(page.text).toContain('Skriv 12 siffror')
  expect(page.text).toContain('aria-describedby="number-hint number-problem"')

  const back = await answer({ ...attempt, visit: page }, { number: TINDRA.personalIdentityNumber })
  expect(back.url.searchParams.has('code')).toBe(true)
})

test('nobody chosen is explained at the list, and the choice of trouble is kept', async () => {
  const page = await answer(await begin(world.person), { outcome: 'otherPerson' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Välj en person eller skriv ett testnummer.')
  expect(page.text).toMatch(/<details\s+open/)
})

test.each([
  ['a person who is not staff', { person: TINDRA.personalIdentityNumber }],
  ['a typed number', { number: MIRA.personalIdentityNumber }],
])('the staff issuer does not identify %s', async (_what, fields) => {
  const attempt = await begin(world.staff)
  expect(attempt.visit.text).toContain('Mina sidor för handläggare')
  expect(attempt.visit.text).not.toContain('name="number"')

  const page = await answer(attempt, fields)
  expect(page.status).toBe(422)
  expect(page.text).toContain('Välj en person i listan.')

  const back = await answer({ ...attempt, visit: page }, { person: JONAS.personalIdentityNumber })
  expect(back.url.searchParams.has('code')).toBe(true)
})

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
