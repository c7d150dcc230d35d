import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'

const tindras = storyId('case', 'EK-2026-0412')
const eliases = storyId('case', 'EK-2026-1187')
const toTindra = `/handlaggare/arenden/${tindras}/rad/${idOf('tindra')}`
const toPeter = `/handlaggare/arenden/${eliases}/rad/${idOf('peter')}`

test(
  'where it has been silent for long, the caseworker writes a line, and its reader alone sees it',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    await town.owner.query(
      `insert into silence (municipality_id, case_id, person_id, since, asked_at)
       values ($1, $2, $3, '2026-08-12T10:00:00+02:00', '2026-09-15T03:00:00+02:00') on conflict do nothing`,
      [town.id, tindras, idOf('tindra')],
    )
    const mira = await pageAs('mira')
    await mira.goto('/handlaggare')
    await mira.getByRole('link', { name: 'Skriv en rad till Tindra Ek' }).click()
    await mira.getByRole('button', { name: 'Skicka till Tindra' }).click()
    await expect(mira.locator('.errors')).toContainText('Skriv')
    await mira.getByLabel(/^Raden till Tindra/).fill('Vi väntar på svar från skolan. Jag ringer på fredag.')
    await mira.getByRole('button', { name: 'Skicka till Tindra' }).click()
    await expect(mira).toHaveURL(`/handlaggare/arenden/${tindras}`)
    await mira.goto('/handlaggare')
    await expect(mira.getByRole('main')).not.toContainText('Skriv en rad till Tindra Ek')

    const tindra = await pageAs('tindra')
    for (const page of ['/hem', `/arenden/${tindras}`]) {
      await tindra.goto(page)
      await expect(tindra.getByRole('main')).toContainText(
        'Vi väntar på svar från skolan. Jag ringer på fredag.',
      )
    }
    const marie = await pageAs('marie')
    for (const page of ['/hem', `/arenden/${tindras}`]) {
      await marie.goto(page)
      await expect(marie.getByRole('main')).not.toContainText('Vi väntar på svar från skolan')
    }
  },
)

test(
  'a line to Peter that names Sara is not sent before the caseworker has looked at her name',
  { tag: '@phone' },
  async ({ pageAs, town }) => {
    const samira = await pageAs('samira')
    await samira.goto(toPeter)
    await samira.getByLabel(/^Raden till Peter/).fill('Sara Holm har ringt mig.')
    await samira.getByRole('button', { name: 'Skicka till Peter' }).click()
    await expect(samira.locator('.errors')).toContainText('Ännu är inget skickat.')
    const lines = () => town.owner.query(`select from case_line where municipality_id = $1`, [town.id])
    expect((await lines()).rows).toHaveLength(0)
    for (const tick of await samira.getByRole('checkbox').all()) await tick.check()
    await samira.getByRole('button', { name: 'Skicka till Peter' }).click()
    await expect(samira).toHaveURL(`/handlaggare/arenden/${eliases}`)
    expect((await lines()).rows).toHaveLength(1)
  },
)

test('what cannot be a line is given back, and what is sent twice is one', async ({
  requestAs,
  origin,
  town,
}) => {
  const request = await requestAs('mira')
  const line = randomUUID()
  const send = (text: string) => request.post(toTindra, { form: { line, text }, headers: { Origin: origin } })
  const long = await send('x'.repeat(601))
  expect(long.status()).toBe(400)
  expect(await long.text()).toContain('x'.repeat(601))
  expect((await send(' \u200f ')).status()).toBe(400)
  expect((await send('Numret är 198512312391.')).status()).toBe(400)
  const sent = await Promise.all([send('Vi väntar på skolan.'), send('Vi väntar på skolan.')])
  expect(sent.map((answer) => answer.status())).toEqual([303, 303])
  const { rows } = await town.owner.query(`select from case_line where municipality_id = $1`, [town.id])
  expect(rows).toHaveLength(1)
})
