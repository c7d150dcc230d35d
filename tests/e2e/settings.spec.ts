import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'

const tindras = `/arenden/${storyId('case', 'EK-2026-0412')}`
const note = `${tindras}/anteckningar/${storyId('note', 'A3')}`
const decision = `${tindras}/dokument/${storyId('document', 'tindra/decision')}`

test(
  'Arabic turns the page round, here and on the next device',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const [phone, other] = [await pageAs('marie'), await pageAs('marie')]
    await phone.goto('/installningar')
    await phone.getByRole('radio', { name: 'العربية' }).check()
    await phone.getByRole('button', { name: 'Spara inställningarna' }).click()
    await expect(phone.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(phone.locator('html')).toHaveAttribute('lang', 'ar')
    await other.goto('/hem')
    await expect(other.locator('html')).toHaveAttribute('dir', 'rtl')
    const heading = await phone.getByRole('heading', { level: 1 }).boundingBox()
    const back = await phone.locator('main a.back').boundingBox()
    const width = phone.viewportSize()!.width
    // What begins a line stands to the right.
    expect(heading!.x + heading!.width).toBeGreaterThan(width * 0.7)
    expect(back!.x + back!.width).toBeGreaterThan(width * 0.7)
  },
)

test('the switch at the foot changes language and comes back to the same page, also before sign-in', async ({
  page,
  pageAs,
}) => {
  await page.goto('/tillganglighet')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL('/tillganglighet')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const hers = await pageAs('tindra')
  await hers.goto(note)
  await hers.getByRole('button', { name: 'Suomi' }).click()
  await expect(hers).toHaveURL(note)
  await expect(hers.locator('html')).toHaveAttribute('lang', 'fi')
  // What was written in Swedish says that it is.
  await expect(hers.locator('#text')).toHaveAttribute('lang', 'sv')
})

test('larger text is larger', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  const size = () =>
    page
      .locator('main p')
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  await page.goto('/installningar')
  const before = await size()
  await page.getByRole('radio', { name: 'Störst' }).check()
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.getByRole('status')).toContainText('Inställningarna är sparade')
  expect(await size()).toBeGreaterThan(before * 1.2)
  await page.goto('/installningar')
  await expect(page.getByRole('radio', { name: 'Störst' })).toBeChecked()
})

test('what is set not to open on this phone does not, is not counted as read, and opens on another', async ({
  pageAs,
  town,
}) => {
  const [phone, other] = [await pageAs('tindra'), await pageAs('tindra')]
  const readings = async () => {
    const { rowCount } = await town.owner.query(
      `select from audit_event where municipality_id = $1 and actor_id = $2 and action in ('readNote', 'readDocument') and at >= '2026-09-15'`,
      [town.id, idOf('tindra')],
    )
    return rowCount
  }
  await phone.goto('/installningar')
  await phone.getByRole('checkbox', { name: 'Dölj anteckningar på den här' }).check()
  await phone.getByRole('checkbox', { name: 'Dölj beslut, brev och planer på den här' }).check()
  await phone.getByRole('button', { name: 'Spara inställningarna' }).click()
  await phone.goto(note)
  await expect(phone.getByText('Anteckningar öppnas inte här')).toBeVisible()
  await expect(phone.getByText('extra mamma')).toHaveCount(0)
  await phone.goto(decision)
  await expect(phone.getByText('Dokument öppnas inte här')).toBeVisible()
  await expect(phone.getByText('samtalsstöd')).toHaveCount(0)
  expect(await readings()).toBe(0)
  await other.goto(`${note}?text=som`)
  await expect(other.getByText('jag är som en extra mamma')).toBeVisible()
  expect(await readings()).toBe(1)

  await phone.getByRole('link', { name: 'Ändra i Inställningar' }).click()
  await phone.getByRole('checkbox', { name: 'Dölj anteckningar på den här' }).uncheck()
  await phone.getByRole('button', { name: 'Spara inställningarna' }).click()
  await phone.goto(`${note}?text=som`)
  await expect(phone.getByText('jag är som en extra mamma')).toBeVisible()
})

test('what the page does not offer changes nothing', async ({ requestAs, origin, town }) => {
  const request = await requestAs('tindra')
  const answer = await request.post('/installningar', {
    form: { language: 'tlh', textSize: 'huge', closed: 'everything', given_name: 'X' },
    headers: { Origin: origin },
  })
  expect([answer.status(), answer.headers()['location']]).toEqual([303, '/installningar'])
  const { rows } = await town.owner.query(
    'select given_name, language, text_size from person where municipality_id = $1 and id = $2',
    [town.id, idOf('tindra')],
  )
  expect(rows).toEqual([{ given_name: 'Tindra', language: 'sv', text_size: 'normal' }])
})

test('one’s own sign-ins are told, with what they were made on', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto('/installningar')
  const history = page.getByRole('listitem').filter({ hasText: 'På en telefon' })
  expect(await history.count()).toBeGreaterThan(5)
})
