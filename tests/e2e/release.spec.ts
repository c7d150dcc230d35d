import type { Page } from '@playwright/test'
import { people } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { choose, review, saveReader, tickWarnings } from '../support/releasing'

const tindrasCase = storyId('case', 'EK-2026-0412')
const text = (extra = '') =>
  `Tindra kom till kontoret.\n\nTindra säger att det är bättre hemma.${extra}\n\nBedömning: Det fungerar.`

/** Begins a note about Tindra and writes it, as without script. */
async function write(page: Page, words: string): Promise<string> {
  await page.goto(`/handlaggare/arenden/${tindrasCase}/ny-anteckning`)
  await page.getByRole('button', { name: 'Möte', exact: true }).click()
  await page.waitForURL(/anteckningar\/[0-9a-f-]{36}/)
  const note = new URL(page.url()).pathname
  await page.locator('textarea[name=text]').fill(words)
  await page.locator('button[value=next]').first().click()
  await expect(page).toHaveURL(`${note}/granska`)
  return note
}

test(
  'a typed note goes from the desk to its readers, each with what was chosen for them',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const page = await pageAs('mira')
    const note = await write(page, text())
    await page.goto(`${note}/signera`)
    await expect(page.getByText('Anteckningen kan inte signeras än')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Signera' })).toHaveCount(0)
    await page.goto(`${note}/granska`)
    await review(page, note)

    await choose(page, 'full')
    await tickWarnings(page)
    await saveReader(page, 'Tindra').click()
    await choose(page, 'partial')
    await saveReader(page, 'Marie').click()
    await expect(page.locator('.errors')).toContainText('Skriv en menprövning.')
    await page.getByLabel('Rubrik för Marie').fill('Tindra var hos oss')
    await page.getByLabel('Text för Marie').fill('Vi träffade Tindra. Det går bra.')
    await page.locator('input[name=ground][value="OSL 12:3"]').check()
    await page.getByLabel('Menprövning').fill('Tindra har bett oss att inte berätta.')
    await page.getByLabel('Prövas igen senast').fill('2026-12-15')
    await saveReader(page, 'Marie').click()
    await expect(page.locator('.errors')).toContainText('Se på')
    await tickWarnings(page)
    await saveReader(page, 'Marie').click()
    await expect(page.getByRole('status')).toContainText('Sparat')

    await page.getByRole('link', { name: 'Se det som Marie' }).click()
    const frame = page.getByRole('region', { name: 'Det Marie ser' })
    await expect(frame).toContainText('Vi träffade Tindra. Det går bra.')
    await expect(frame).not.toContainText('bättre hemma')

    await page.goto(`${note}/signera`)
    await page.getByRole('button', { name: 'Signera' }).dblclick()
    await expect(page.getByText('Tindra säger att det är bättre hemma.')).toBeVisible()
    await expect(page.getByRole('status')).toContainText('Tindra och Marie kan läsa den nu.')
    await expect(page.getByRole('textbox', { name: 'Text' })).toHaveCount(0)

    const read = note.replace('/handlaggare', `/arenden/${tindrasCase}`)
    const tindra = await pageAs('tindra')
    await tindra.goto(read)
    await expect(tindra.getByText('Tindra säger att det är bättre hemma.')).toBeVisible()
    const marie = await pageAs('marie')
    await marie.goto(read)
    await expect(marie.getByRole('heading', { level: 1 })).toHaveText('Tindra var hos oss')
    await expect(marie.getByText('bättre hemma')).toHaveCount(0)
  },
)

test('somebody else’s personal identity number is refused until it is handled', async ({ pageAs, town }) => {
  const number = people.marie.number
  const page = await pageAs('mira')
  const note = await write(page, text(` Mammas nummer är ${number}.`))
  await review(page, note)
  await choose(page, 'full')
  await tickWarnings(page)
  await saveReader(page, 'Tindra').click()
  await expect(page.locator('.errors')).toContainText(`${number} är inte personnumret för Tindra`)
  const { rows } = await town.owner.query(
    'select 1 from disclosure where municipality_id = $1 and note_id = $2',
    [town.id, note.split('/').at(-1)],
  )
  expect(rows).toEqual([])
  await choose(page, 'title')
  await page.getByLabel('Rubrik för Tindra').fill('Samtal')
  await page.locator('input[name=ground][value="OSL 26:1"]').check()
  await page.getByLabel('Menprövning').fill('Numret är mammas.')
  await page.getByLabel('Prövas igen senast').fill('2026-12-15')
  await saveReader(page, 'Tindra').click()
  await expect(page.getByRole('status')).toContainText('Sparat')
})

test('a level that shows nothing says so in the preview', async ({ pageAs }) => {
  const page = await pageAs('mira')
  const note = await write(page, text())
  await review(page, note)
  await choose(page, 'full')
  await tickWarnings(page)
  await saveReader(page, 'Tindra').click()
  await choose(page, 'withheld')
  await page.locator('input[name=ground][value="OSL 12:3"]').check()
  await page.getByLabel('Menprövning').fill('Tindra har bett oss att inte berätta.')
  await page.getByLabel('Prövas igen senast').fill('2026-12-15')
  await saveReader(page, 'Marie').click()
  await page.getByRole('link', { name: 'Se det som Marie' }).click()
  await expect(page.getByText('Marie ser ingenting. Inte heller att det finns.')).toBeVisible()
})

test('a paragraph written after the readers were chosen is shown to each choice, and read by nobody before', async ({
  pageAs,
}) => {
  const page = await pageAs('mira')
  const note = await write(page, text())
  await page.goto(`${note}/granska`)
  await review(page, note)
  for (const name of ['Tindra', 'Marie']) {
    await choose(page, 'full')
    await tickWarnings(page)
    await saveReader(page, name).click()
  }
  await page.goto(note)
  await page.locator('textarea[name=text]').fill(text(' Mamma bor på Solbo nu.'))
  await page.locator('button[value=next]').first().click()
  await expect(page).toHaveURL(`${note}/granska`)
  await review(page, note)
  const form = page.locator('.reader-form')
  await expect(form).toContainText('Texten har ändrats sedan du bestämde')
  await expect(form.locator('ins')).toHaveText([
    'Tindra säger att det är bättre hemma. Mamma bor på Solbo nu.',
  ])
  await expect(form.locator('input[name=level]:checked')).toHaveCount(0)
  await page.goto(`${note}/signera`)
  await expect(page.getByRole('button', { name: 'Signera' })).toHaveCount(0)
  const marie = await pageAs('marie')
  const read = await marie.goto(note.replace('/handlaggare', `/arenden/${tindrasCase}`))
  expect(read?.status()).toBe(404)
})
