import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { openMenu } from '../support/menu'

const note = `/arenden/${storyId('case', 'EK-2026-0412')}/anteckningar/${storyId('note', 'A3')}`

test(
  'after signing out, going back shows nothing of what was read',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const page = await pageAs('tindra')
    await page.goto('/hem')
    await page.goto(note)
    await expect(page.getByText('Du är som en extra mamma')).toBeVisible()
    await openMenu(page)
    await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
    await expect(page).toHaveURL('/?utloggad=1')
    await page.goBack()
    await expect(page).toHaveURL(`/logga-in?till=${encodeURIComponent(note)}`)
    await expect(page.getByText('extra mamma')).toHaveCount(0)
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('sid')
  },
)

test('a session taken along from before the sign-out is dead on the server', async ({
  pageAs,
  requestAs,
}) => {
  const page = await pageAs('tindra')
  await page.goto('/hem')
  const [taken] = (await page.context().cookies()).filter(({ name }) => name === 'sid')
  await openMenu(page)
  await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
  await expect(page).toHaveURL('/?utloggad=1')
  const answer = await (await requestAs(null)).get('/hem', { headers: { Cookie: `sid=${taken!.value}` } })
  expect(answer.status()).toBe(303)
})

test('signing out everywhere ends the other browser too, and is told in the history', async ({ pageAs }) => {
  const [phone, computer] = [await pageAs('marie'), await pageAs('marie')]
  await computer.goto('/hem')
  await phone.goto('/installningar')
  await phone.getByRole('button', { name: 'Logga ut överallt' }).click()
  await expect(phone).toHaveURL('/?utloggad=1')
  await computer.goto('/hem')
  await expect(computer).toHaveURL('/logga-in')
})

test('signing out in one browser leaves the other signed in', async ({ pageAs }) => {
  const [phone, computer] = [await pageAs('marie'), await pageAs('marie')]
  await phone.goto('/hem')
  await openMenu(phone)
  await phone.getByRole('button', { name: 'Logga ut', exact: true }).click()
  await expect(phone).toHaveURL('/?utloggad=1')
  await computer.goto('/hem')
  await expect(computer.getByRole('heading', { level: 1 })).toHaveText('Hej Marie')
})

test('a session that has run out asks for a new sign-in and comes back to the page', async ({
  pageAs,
  town,
}) => {
  const page = await pageAs('tindra')
  await page.goto('/hem')
  await town.owner.query(
    `update session set seen_at = now() - interval '20 minutes' where municipality_id = $1`,
    [town.id],
  )
  await page.goto(note)
  await expect(page).toHaveURL(`/logga-in?till=${encodeURIComponent(note)}`)
})
