import { expect, test } from '../support/browser-test'
import { beginNote, browserThatHears } from '../support/dictation'
import { choose, review, saveReader, tickWarnings } from '../support/releasing'
import { storyId } from '../../db/seed/story-id'

const tindrasCase = storyId('case', 'EK-2026-0412')
// On a machine that is busy with other things the engine needs minutes to load, and half of one for each phrase.
const patience = { timeout: 600_000 }

test('what the caseworker says is corrected, released and read by the youth, and her mother sees only what was chosen', async ({
  town,
  origin,
  pageAs,
}) => {
  test.setTimeout(1_800_000)
  const browser = await browserThatHears('dictation.wav')
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } })
  await context.addCookies([{ ...(await town.session('mira')), url: origin }])
  const page = await context.newPage()
  await beginNote(page)
  const note = new URL(page.url()).pathname
  const text = page.getByRole('textbox', { name: 'Text', exact: true })

  await page.getByRole('button', { name: 'Spela in' }).click()
  await expect(text).toHaveValue(/mam+a/i, patience)
  // The clip lasts 19 seconds.
  await expect(page.locator('.recorder-time time')).toHaveText(/0\.2[1-9]|0\.[3-9]\d|[1-9]\.\d\d/, patience)
  await page.getByRole('button', { name: 'Stoppa' }).click()
  await expect(page.getByText('Texten är på väg …')).toBeHidden(patience)
  await text.fill('Tack för att du kom i dag, Tindra. Jag kommer att ringa till mamma på måndag.')
  await page.getByRole('button', { name: 'Vidare till granskning' }).click()
  await expect(page).toHaveURL(`${note}/granska`)

  // The careful pass comes when it is ready; what it heard otherwise has been written over by hand.
  await expect.poll(() => finalPass(), patience).toBe('done')
  const differences = `${note}/granska?steg=noggrann`
  await page.goto(differences)
  const keep = page.getByRole('button', { name: 'Behåll min' })
  for (let left = await keep.count(); left > 0; left -= 1) {
    await Promise.all([page.waitForEvent('load'), keep.first().click()])
    await page.goto(differences)
    await expect(keep).toHaveCount(left - 1)
  }
  await page.goto(`${note}/granska?steg=kontrollera`)
  await review(page, note)
  await page.getByRole('link', { name: 'Bestäm för Tindra' }).click()
  await choose(page, 'full')
  await tickWarnings(page)
  await saveReader(page, 'Tindra').click()
  await choose(page, 'partial')
  await page.getByLabel('Rubrik för Marie').fill('Tindra var hos oss')
  await page.getByLabel('Text för Marie').fill('Vi ringer dig på måndag.')
  await page.locator('input[name=ground][value="OSL 12:3"]').check()
  await page.getByLabel('Menprövning').fill('Tindra har bett oss att inte berätta mer.')
  await page.getByLabel('Prövas igen senast').fill('2026-12-15')
  await saveReader(page, 'Marie').click()
  // What her own text says of others is shown once it is there to look at.
  await expect(page.locator('.errors')).toContainText('Se på')
  await tickWarnings(page)
  await saveReader(page, 'Marie').click()
  await expect(page.getByRole('status')).toContainText('Sparat')
  await page.goto(`${note}/signera`)
  await page.getByRole('button', { name: 'Signera' }).click()
  await expect(page.getByRole('status')).toContainText('Tindra och Marie kan läsa den nu.')
  await browser.close()

  const read = note.replace('/handlaggare', `/arenden/${tindrasCase}`)
  const tindra = await pageAs('tindra')
  await tindra.goto(read)
  await expect(tindra.getByText('Tack för att du kom i dag, Tindra.')).toBeVisible()
  await expect(
    tindra.getByText(/Talad av Mira, nedskriven av en dator, läst och godkänd av Mira/),
  ).toBeVisible()
  const marie = await pageAs('marie')
  await marie.goto(read)
  await expect(marie.getByText('Vi ringer dig på måndag.')).toBeVisible()
  await expect(marie.getByText('Tack för att du kom')).toHaveCount(0)

  // The sound goes with the signature: no key, no part, and both can read that it is gone.
  await expect.poll(() => soundLeft(), patience).toEqual({ keys: 0, parts: 0 })
  await tindra.reload()
  await expect(tindra.getByText(/Ljudet raderades/)).toBeVisible()

  async function finalPass(): Promise<string | undefined> {
    const { rows } = await town.owner.query<{ pass: string }>(
      'select final_pass as pass from recording where municipality_id = $1',
      [town.id],
    )
    return rows[0]?.pass
  }

  async function soundLeft() {
    const { rows } = await town.owner.query<{ keys: number; parts: number }>(
      `select count(key_encrypted)::int as keys,
              (select count(*)::int from recording_chunk c where c.municipality_id = $1) as parts
         from recording where municipality_id = $1`,
      [town.id],
    )
    return rows[0]
  }
})
