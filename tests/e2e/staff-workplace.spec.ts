import { randomUUID } from 'node:crypto'
import { holderHeader } from '../../app/ui/form/holder'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import type { Town } from '../support/town'

const tindra = storyId('case', 'EK-2026-0412')
const elias = storyId('case', 'EK-2026-1187')
const a3 = storyId('note', 'A3')

test('from today to the case and its note, and the youth is told who has read', async ({ pageAs }) => {
  const page = await pageAs('mira')
  await page.goto('/handlaggare')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hej Mira')
  await expect(page.getByRole('link', { name: /Tindra Ek · Uppföljning/ })).toContainText('om 17 dagar')
  await page.getByRole('link', { name: /^Tindra Ek Insats pågår/ }).click()
  await expect(page).toHaveURL(`/handlaggare/arenden/${tindra}`)
  await expect(page.getByRole('link', { name: /Enskilt samtal med Tindra/ })).toContainText(
    'Tindra: allt · Marie: senare',
  )
  await page.getByRole('link', { name: /Enskilt samtal med Tindra/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enskilt samtal med Tindra')
  await expect(page.getByText('Det här sa Tindra').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Vem får läsa' })).toBeVisible()

  const log = await pageAs('tindra')
  await log.goto('/insyn')
  await expect(log.getByText('Mira läste anteckningen')).toBeVisible()
  await expect(log.getByText('Mira öppnade ärendet').first()).toBeVisible()
})

test('one open case: the button leads to its new note; several: to the choice of one', async ({ pageAs }) => {
  const page = await pageAs('mira')
  await page.goto('/handlaggare')
  const button = { name: 'Ny anteckning' }
  await expect(page.getByRole('link', button)).toHaveAttribute(
    'href',
    `/handlaggare/arenden/${tindra}/ny-anteckning`,
  )
  const leader = await pageAs('jonas')
  await leader.goto('/handlaggare')
  await leader.getByRole('link', button).click()
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText('Vilket ärende gäller anteckningen?')
  await expect(leader.getByRole('link', { name: /Elias Holm Brandt/ })).toHaveAttribute(
    'href',
    `/handlaggare/arenden/${elias}/ny-anteckning`,
  )
  // A closed case is not among them.
  await expect(leader.getByRole('link', { name: /Alva/ })).toHaveCount(0)
})

test('a case is found by a part of its number', async ({ pageAs }) => {
  const page = await pageAs('jonas')
  await page.goto('/handlaggare/arenden')
  await page.getByLabel('Ärendenummer').fill('1187')
  await page.getByRole('button', { name: 'Sök' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'Elias Holm Brandt' })).toBeVisible()
  await page.getByRole('link', { name: 'Visa alla' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)
})

test(
  'an answer that is empty or too long loses nothing; sent, it stands and the youth reads it',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const remark = await addRemark(town)
    const page = await pageAs('mira')
    await page.goto('/handlaggare')
    await page.getByRole('link', { name: /Tindra Ek · Det här stämmer inte/ }).click()
    await expect(page.getByText('Så sa jag inte.')).toBeVisible()
    const send = page.getByRole('button', { name: 'Skicka svaret' })
    const field = page.getByLabel('Ditt svar till Tindra')
    await send.click()
    const fault = page.getByRole('alert').filter({ hasText: 'En sak behöver ändras' })
    await expect(fault).toContainText('Skriv något')
    const long = 'å'.repeat(5001)
    await field.fill(long)
    await send.click()
    await expect(fault).toContainText('5001')
    await expect(field).toHaveValue(long)
    await field.fill('Tack, Tindra. Jag har rättat det.')
    await send.click()
    await expect(page.getByRole('status')).toContainText('Svaret är skickat')
    await expect(field).toHaveCount(0)

    const again = await page.request.post(`/handlaggare/anmarkningar/${remark}`, {
      form: { text: 'Något annat.' },
      headers: { Origin: new URL(page.url()).origin, [holderHeader]: town.mark('mira') },
      maxRedirects: 0,
    })
    expect(again.status()).toBe(409)
    expect(await again.text()).toContain('Något annat.</textarea>')
    const reader = await pageAs('tindra')
    await reader.goto(`/arenden/${tindra}/anteckningar/${a3}`)
    await expect(reader.getByText('Tack, Tindra. Jag har rättat det.')).toBeVisible()
    await expect(reader.getByText('Något annat.')).toHaveCount(0)
  },
)

test('Samira prepares to read with Elias: only what he may read himself is there to choose', async ({
  pageAs,
  town,
}) => {
  const page = await pageAs('samira')
  await page.goto(`/handlaggare/arenden/${elias}`)
  await expect(page.getByText('Sara Holm har skyddade personuppgifter')).toBeVisible()
  await page.getByRole('link', { name: 'Läs tillsammans med Elias' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Läs tillsammans med Elias')
  const fields = page.locator('.together-thing input')
  const names = await fields.evaluateAll((all) => all.map((each) => each.getAttribute('name')))
  expect(names).toContain(`note-${storyId('note', 'B2')}`)
  for (const withheld of ['B1', 'B3', 'B4', 'B6'])
    expect(names).not.toContain(`note-${storyId('note', withheld)}`)
  // Looking at what there is reads nothing, in nobody's name.
  const { rows } = await town.owner.query(
    `select action from audit_event where municipality_id = $1 and case_id = $2 and at >= '2026-09-15 09:00+02' and actor_id is not null
        and action <> 'readCase'`,
    [town.id, elias],
  )
  expect(rows).toEqual([])
})

test('by keyboard alone: past the header, to what waits, and the answer is sent', async ({
  pageAs,
  town,
}) => {
  await addRemark(town)
  const page = await pageAs('mira')
  await page.goto('/handlaggare')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Ny anteckning' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /Tindra Ek · Det här stämmer inte/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tindra har skrivit')
  await page.getByLabel('Ditt svar till Tindra').focus()
  await page.keyboard.type('Tack, jag rättar det.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Svaret är skickat')
})

async function addRemark({ owner, id }: Town): Promise<string> {
  const remark = randomUUID()
  await owner.query(
    `insert into remark (municipality_id, id, case_id, note_id, person_id, kind, text, form_key, written_at)
     values ($1, $2, $3, $4, $5, 'disputedFact', 'Så sa jag inte.', gen_random_uuid(), '2026-09-12 20:00+02')`,
    [id, remark, tindra, a3, idOf('tindra')],
  )
  return remark
}
