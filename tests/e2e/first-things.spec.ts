import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'

// What stands first on a person's page, and what stands there once. A phone; the long pages at 390 × 844.
const tindra = `/arenden/${storyId('case', 'EK-2026-0412')}`
const elias = `/arenden/${storyId('case', 'EK-2026-1187')}`
const alva = `/arenden/${storyId('case', 'EK-2026-0098')}`
const note = (key: string) => `anteckningar/${storyId('note', key)}`
const document = (key: string) => `dokument/${storyId('document', key)}`

const twoScreens = 2 * 844
const topOf = async (page: Page, heading: string) =>
  (await page.getByRole('heading', { name: heading, exact: true }).boundingBox())!.y

test('the child reads what is written to the child first, under its own title, and the record one tap away', async ({
  pageAs,
}) => {
  const page = await pageAs('tindra')
  await page.goto(`${tindra}/anteckningar`)
  await page.getByRole('link', { name: 'Jag kom hem till er' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jag kom hem till er')
  const first = page.locator('#text')
  await expect(first).toContainText('Till dig från Mira')
  await expect(first).not.toContainText('Det här hände')
  const record = page.locator('details', { hasText: 'Så står det i anteckningen' })
  await expect(record.getByText('Det här hände').first()).toBeHidden()
  await record.getByText('Så står det i anteckningen').click()
  await expect(record.getByText('Det här hände').first()).toBeVisible()
})

test('a guardian reads the record first, and in easy Swedish the easier text', async ({
  pageAs,
  setLook,
}) => {
  const page = await pageAs('marie')
  const homeVisit = `${tindra}/${note('A5')}`
  await page.goto(homeVisit)
  await expect(page.locator('#text')).toContainText('Det här hände')
  await setLook(page, 'sv-latt')
  await page.goto(homeVisit)
  await expect(page.locator('#text')).not.toContainText('Det här hände')
  await expect(page.locator('#text .child')).toBeVisible()
})

test('the card of what happens now leads to the case, and from help that has begun to its plan', async ({
  pageAs,
}) => {
  const page = await pageAs('tindra')
  await page.goto('/hem')
  await page.locator('.now').getByRole('link', { name: 'Öppna ditt ärende' }).click()
  await expect(page).toHaveURL(tindra)
  await page.locator('.now').getByRole('link', { name: 'Läs planen' }).click()
  await expect(page).toHaveURL(`${tindra}/plan`)
})

test('that a child is taken into custody is said soberly: three sentences and one date', async ({
  pageAs,
}) => {
  const page = await pageAs('peter')
  await page.goto('/hem')
  const card = page.locator('.now')
  await expect(card).toHaveClass(/now-sober/)
  const green = await page.evaluate(() =>
    getComputedStyle(window.document.documentElement).getPropertyValue('--color-now').trim(),
  )
  const [red, greenPart, blue] = [1, 3, 5].map((at) => parseInt(green.slice(at, at + 2), 16))
  await expect(card).not.toHaveCSS('background-color', `rgb(${red}, ${greenPart}, ${blue})`)
  const text = await card.locator('p').nth(1).innerText()
  expect(text.match(/[.!?](?=\s|$)/g)).toHaveLength(3)
  expect(
    (await card.innerText()).match(/\d+ (januari|februari|mars|april|maj|juni|juli|augusti|september)/g),
  ).toHaveLength(1)
})

test('nothing is said to be new while something older is unread', async ({ pageAs, town }) => {
  await town.owner.query(
    `update audit_event set at = '2026-09-15 08:58+02' where municipality_id = $1 and actor_id = $2 and action = 'signedIn'`,
    [town.id, idOf('tindra')],
  )
  const page = await pageAs('tindra')
  await page.goto('/hem')
  const main = page.getByRole('main')
  await expect(main.getByText('Nytt svar')).toBeVisible()
  await expect(main).not.toContainText('Inget nytt')
  await expect(main).not.toContainText('Du har läst allt nytt')
})

test('the next date says when, where and with whom, and leads to saying what to bring up', async ({
  pageAs,
}) => {
  const page = await pageAs('tindra')
  await page.goto('/hem')
  const next = page.locator('section', { has: page.getByRole('heading', { name: 'Nästa tid' }) })
  await expect(next).toContainText(/onsdag 16 september kl\. 15\.00/i)
  await expect(next).toContainText('Mira · Kommunhuset, rum 2')
  await next.getByRole('link', { name: 'Säg vad du vill ta upp' }).click()
  await expect(page).toHaveURL(/#ta-upp$/)
})

for (const [who, address] of [
  ['tindra', tindra],
  ['marie', tindra],
  ['peter', elias],
  ['lina', alva],
] as const)
  test(`the case of ${who} is told on less than two screens before what has been`, async ({ pageAs }) => {
    const page = await pageAs(who)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    expect(await topOf(page, 'Vägen hit')).toBeLessThan(twoScreens)
  })

test('each stage of a case is told once', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto(tindra)
  const told = async (part: string) => (await page.locator(part).innerText()).match(/Hjälp till dig/g) ?? []
  expect(await told('.path')).toHaveLength(1)
  expect(await told('.timeline')).toHaveLength(0)
  expect(await told('main')).toHaveLength(1)
})

test('one menu leads between the case, its notes, its plan and its questions', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto(tindra)
  const menu = page.getByRole('navigation', { name: 'I det här ärendet' })
  for (const [name, address] of [
    ['Anteckningar', `${tindra}/anteckningar`],
    ['Planen', `${tindra}/plan`],
    ['Frågor och svar', `${tindra}/fragor`],
    ['Ditt ärende', tindra],
  ] as const) {
    await menu.getByRole('link', { name }).click()
    await expect(page).toHaveURL(address)
    await expect(menu.locator('[aria-current]')).toContainText(name)
  }
})

test('who has read is told of others first, with why, and of oneself behind a tap', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto('/insyn')
  const main = page.getByRole('main')
  await expect(main).toContainText('Mira Sandell, din socialsekreterare')
  await expect(main).toContainText('Jonas Ahlbeck, enhetschef')
  await expect(main.getByText(/^Marie läste/).first()).toBeVisible()
  await expect(main).toContainText('din vårdnadshavare')
  const own = main.locator('details', { hasText: 'Det du själv har läst' })
  await expect(own.getByText(/^Du läste/).first()).toBeHidden()
  await expect(main.getByText(/^Du läste/)).toHaveCount(await own.getByText(/^Du läste/).count())
  await own.getByText('Det du själv har läst').click()
  await own.getByRole('link', { name: 'Visa mer av det du har läst' }).click()
  await expect(main.getByText(/^Du läste/).first()).toBeVisible()
  await expect(main).not.toContainText('Mira läste')
})

for (const [what, address] of [
  ['a note', `${tindra}/${note('A3')}?text=som`],
  ['a decision', `${tindra}/${document('tindra/decision')}?text=som`],
] as const)
  test(`a hard word in ${what} leads to what it means, and back to where it stands`, async ({ pageAs }) => {
    const page = await pageAs('tindra')
    await page.goto(address)
    const word = page.locator('#text a.word').first()
    const id = (await word.getAttribute('id'))!
    await word.click()
    const meaning = page.locator(':target')
    await expect(meaning).toBeInViewport()
    await expect(page.getByRole('link', { name: 'Tillbaka till texten' })).toHaveCount(1)
    await meaning.getByRole('link', { name: 'Tillbaka till texten' }).click()
    await expect(page).toHaveURL(new RegExp(`#${id}$`))
    await expect(page.locator(`#${id}`)).toBeInViewport()
  })

test('a decision on paper has its case, its reader and its year, and the words are explained', async ({
  pageAs,
}) => {
  const page = await pageAs('tindra')
  await page.goto(`${tindra}/${document('tindra/decision')}`)
  const paper = page.locator('.on-paper')
  await expect(paper).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(paper).toBeVisible()
  for (const told of ['EK-2026-0412', 'Tindra', '2026-06-25']) await expect(paper).toContainText(told)
  const meaning = page.locator('.words dd').first()
  await expect(meaning).toBeVisible()
  await expect(page.getByText('Tillbaka till texten').first()).toBeHidden()
})

test('a case that has ended waits for nothing, and says once until when it can be read', async ({
  pageAs,
}) => {
  const page = await pageAs('henrik')
  await page.goto(alva)
  const main = page.getByRole('main')
  await expect(main.getByText(/Du kan läsa det här till och med/)).toHaveCount(1)
  await expect(main).not.toContainText('Är det tyst från oss?')
  await expect(main).not.toContainText('Viktiga datum')
  await page.goto(`${alva}/plan`)
  await expect(main).not.toContainText('Planen går att ändra')
  await expect(main).not.toContainText('Vi arbetar med det här nu')
  await page.goto(`${alva}/fragor`)
  await expect(main).toContainText('Ärendet är avslutat')
  await expect(main).not.toContainText('det finns en sista dag')
})

test('of a last day to appeal is told, in a case that has ended, to whoever has one', async ({
  pageAs,
  town,
}) => {
  await town.owner.query(
    `update case_file set closed_on = '2026-09-15' where municipality_id = $1 and id = $2`,
    [town.id, storyId('case', 'EK-2026-1187')],
  )
  const page = await pageAs('peter')
  await page.goto(`${elias}/fragor`)
  await expect(page.getByRole('main')).toContainText('det finns en sista dag')
})

test('whoever leaves is told that they are out', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto('/installningar')
  await expect(page.getByLabel('Dölj anteckningar på den här telefonen')).toBeVisible()
  await page.getByRole('button', { name: 'Meny' }).click()
  await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Du är utloggad' })).toBeVisible()
})

test('where the time to appeal is out, whom to turn to stands first', async ({ pageAs, town }) => {
  const page = await pageAs('peter')
  const appeal = `${elias}/${document('elias/place-and-contact')}/overklaga`
  await page.goto(appeal)
  await expect(page.getByRole('main')).not.toContainText('Vill du överklaga ändå?')
  await town.owner.query(
    `update signature_request set state = 'servedOtherwise', served_how = 'paper', served_on = '2026-08-01', served_by = $3
      where municipality_id = $1 and person_id = $2 and state = 'asked'`,
    [town.id, idOf('peter'), idOf('samira')],
  )
  await town.owner.query(
    `insert into appeal_window (municipality_id, request_id, part, received_on, last_day)
     select r.municipality_id, r.id, p.number, '2026-08-01', '2026-08-22'
       from signature_request r
       join decision_part p on p.municipality_id = r.municipality_id and p.document_version_id = r.document_version_id
      where r.municipality_id = $1 and r.person_id = $2 and (p.person_id is null or p.person_id = r.person_id)`,
    [town.id, idOf('peter')],
  )
  await page.goto(appeal)
  const main = await page.getByRole('main').innerText()
  expect(main.indexOf('Vill du överklaga ändå?')).toBeGreaterThan(0)
  expect(main.indexOf('Vill du överklaga ändå?')).toBeLessThan(main.indexOf('Det här kan du överklaga'))
  expect(main).toContain('Ring Samira')
})
