import { expect, test } from '../support/browser-test'
import { printedCode } from '../../app/survey/survey-code'
import { surveyCodeOf } from '../support/survey-codes'
import type { Town } from '../support/town'

const kept = async (town: Town, table: string) => {
  const { rows } = await town.owner.query<{ count: number }>(
    `select count(*)::int as count from survey.${table} where municipality_id = $1`,
    [town.id],
  )
  return rows[0]!.count
}

test(
  'Alva answers with an adult beside her, from a code on paper: one question a page, one skipped, and it is sent',
  { tag: '@without-script' },
  async ({ page, town }) => {
    const code = await surveyCodeOf(town, 'alva')
    await page.goto('/enkat')
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(page.getByRole('alert')).toContainText('Skriv koden')
    await page.getByLabel('Din kod').fill('ABCD-EFGH-JKMN-PQRS')
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(page.getByRole('alert')).toContainText('Den koden finns inte')
    await page.getByLabel('Din kod').fill(printedCode(code).toLowerCase())
    await page.getByRole('button', { name: 'Fortsätt' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hur har det varit?')
    await expect(page.getByRole('main')).toContainText('Du bestämmer själv om du vill svara.')
    await expect(page.getByRole('main')).toContainText('112')
    await page.getByRole('link', { name: 'Börja' }).click()

    await expect(page.getByText('Fråga 1 av 8')).toBeVisible()
    await page.getByRole('radio', { name: 'mycket bra' }).check()
    await page.getByRole('button', { name: 'Nästa' }).click()
    await expect(page.getByText('Fråga 2 av 8')).toBeVisible()
    await page.getByRole('button', { name: 'Nästa' }).click()
    await expect(page.getByText('Fråga 3 av 8')).toBeVisible()
    await page.getByRole('link', { name: 'Tillbaka' }).click()
    await page.getByRole('link', { name: 'Tillbaka' }).click()
    await expect(page.getByRole('radio', { name: 'mycket bra' })).toBeChecked()

    for (let at = 1; at <= 7; at++) {
      await page.getByRole('button', { name: 'Nästa' }).click()
      await expect(page.getByText(`Fråga ${at + 1} av 8`)).toBeVisible()
    }
    await page.getByRole('textbox').fill('Det var bra att jag fick bestämma på slutet.')
    await page.getByRole('button', { name: 'Nästa' }).click()
    await expect(page.getByRole('main')).toContainText('Du har svarat på 2 frågor av 8.')
    await page.getByRole('button', { name: 'Skicka' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack!')
    expect([await kept(town, 'envelope'), await kept(town, 'draft')]).toEqual([1, 0])

    await page.goto(`/enkat/${code}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Svaren är redan skickade')
    await page.goto(`/enkat/${code}/fraga/c1`)
    await expect(page).toHaveURL(`/enkat/${code}`)
  },
)

test(
  'Henrik opens the survey from his own page, and half of it on another phone',
  { tag: '@phone' },
  async ({ pageAs, town }) => {
    await surveyCodeOf(town, 'henrik')
    const mine = await pageAs('henrik')
    await mine.goto('/hem')
    await mine.getByRole('link', { name: 'Öppna enkäten' }).click()
    const address = new URL(mine.url()).pathname
    // Nobody is signed in here, though the browser is.
    await expect(mine.getByRole('banner')).not.toContainText('Logga ut')
    await mine.getByRole('link', { name: 'Börja' }).click()
    await mine.getByRole('radio', { name: 'Mycket lätt' }).check()
    await mine.getByRole('button', { name: 'Nästa' }).click()
    await expect(mine.getByText('Fråga 2 av')).toBeVisible()

    const other = await pageAs(null)
    await other.goto(address)
    await other.getByRole('link', { name: 'Fortsätt där du var' }).click()
    await expect(other.getByText('Fråga 2 av')).toBeVisible()
  },
)

test('a waiting room’s tablet forgets one after another: no code in its addresses, and nothing behind the back button', async ({
  page,
  town,
}) => {
  const [code, next] = [await surveyCodeOf(town, 'alva'), await surveyCodeOf(town, 'lina')]
  await page.goto('/enkat/surfplatta')
  await page.getByLabel('Din kod').fill(code)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page).toHaveURL('/enkat/har')
  await page.getByRole('link', { name: 'Börja' }).click()
  await page.getByRole('radio', { name: 'Mycket bra' }).check()
  await page.getByRole('button', { name: 'Nästa' }).click()
  await expect(page.getByText('Fråga 2 av 8')).toBeVisible()
  expect(page.url()).not.toContain(code)
  // Somebody leaves in the middle: so the tablet begins anew, by itself after a quarter of an hour.
  const header = (await page.request.get('/enkat/har/fraga/c2')).headers()['refresh']
  expect(header).toBe('900; url=/enkat/surfplatta?ny=1')
  await page.goto('/enkat/surfplatta?ny=1')
  await page.goBack()
  await expect(page).toHaveURL('/enkat/surfplatta')
  await page.goto('/enkat/har/fraga/c1')
  await expect(page).toHaveURL('/enkat/surfplatta')

  await page.getByLabel('Din kod').fill(code)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByRole('link', { name: 'Fortsätt där du var' }).click()
  await page.goto('/enkat/har/skicka')
  await page.getByRole('button', { name: 'Skicka' }).click()
  await expect(page.getByRole('status')).toContainText('Dina svar är skickade.')
  await page.getByLabel('Din kod').fill(next)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page.getByRole('link', { name: 'Börja' })).toBeVisible()
})

test('a double press sends once; another tab, an old page and the back button find it sent', async ({
  requestAs,
  town,
}) => {
  const code = await surveyCodeOf(town, 'lina')
  const request = await requestAs(null)
  const headers = { Origin: process.env['E2E_ORIGIN']! }
  const item = (id: string, form: Record<string, string>) =>
    request.post(`/enkat/${code}/fraga/${id}`, { headers, form })
  const [first] = await firstItems(request, code)
  expect((await item(first!, {})).status()).toBe(303)
  const sent = await Promise.all(
    [1, 2, 3].map(() => request.post(`/enkat/${code}/skicka`, { headers, form: {} })),
  )
  expect(
    sent.map((answer) => answer.headers()['location']).filter((to) => to === '/enkat/tack'),
  ).toHaveLength(1)
  expect(await kept(town, 'envelope')).toBe(1)
  expect((await item(first!, {})).headers()['location']).toBe(`/enkat/${code}`)
})

test('what does not fit is said, and nothing of it is kept or lost', async ({ requestAs, town }) => {
  const code = await surveyCodeOf(town, 'alva')
  const request = await requestAs(null)
  const headers = { Origin: process.env['E2E_ORIGIN']! }
  const post = (id: string, form: Record<string, string>) =>
    request.post(`/enkat/${code}/fraga/${id}`, { headers, form })
  const long = await post('c7', { c7: 'å'.repeat(10_001) })
  expect(long.status()).toBe(422)
  expect(await long.text()).toContain('å'.repeat(10_001))
  expect((await post('c7', { c7: 'å'.repeat(10_000) })).status()).toBe(303)
  for (const value of ['bad', 'veryBad', '5', ''])
    expect((await post('c1', { c1: value })).status()).toBe(422)
  expect((await post('q1', { q1: 'yes' })).status()).toBe(404)
  for (const odd of ['0000000000000000', 'abc', '%00', '%ff', `${code}x`])
    expect((await request.get(`/enkat/${odd}`)).status(), odd).toBe(404)
})

async function firstItems(
  request: { get: (address: string) => Promise<{ text: () => Promise<string> }> },
  code: string,
) {
  const html = await (await request.get(`/enkat/${code}`)).text()
  return [...html.matchAll(/\/fraga\/([\w-]+)/g)].map(([, id]) => id!)
}
