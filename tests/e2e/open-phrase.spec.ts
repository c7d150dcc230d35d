import type { Page } from '@playwright/test'
import { sealPreview } from '../../app/dictation/recording/preview'
import { openSoundKey } from '../../app/dictation/sound-key'
import { parseDataKeys } from '../../app/person/data-keys'
import { expect, test } from '../support/browser-test'
import { beginNote, browserThatHears } from '../support/dictation'
import { bringAxe, expectAccessible, expectNoSidewaysScroll } from '../support/page-checks'
import type { Town } from '../support/town'

const words = 'Ord som ännu inte är text'
/** Long after all that is said: no text takes its place. */
const start = 3_600_000

/** As the worker tells them, so that it happens just now. */
async function tellWords({ owner, id }: Town): Promise<void> {
  const { rows } = await owner.query<{ id: string; key_encrypted: Buffer }>(
    `select id, key_encrypted from recording where municipality_id = $1 and state = 'recording'`,
    [id],
  )
  const keys = parseDataKeys(process.env['E2E_DATA_KEYS'] ?? '')
  for (const { id: recordingId, key_encrypted: encrypted } of rows) {
    const sealed = sealPreview(openSoundKey(encrypted, keys), { start, text: words })
    await owner.query(`select pg_notify('recording_event', $1)`, [`${recordingId} ${sealed}`])
  }
}

const openWords = (page: Page) => page.locator('.open-words')
const heightOf = async (page: Page) => (await openWords(page).boundingBox())?.height

test('the words of the open phrase are shown to who speaks, beside the text, until the recording stops', async ({
  town,
  origin,
}) => {
  test.setTimeout(600_000)
  const browser = await browserThatHears('dictation.wav')
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } })
  await context.addCookies([{ ...(await town.session('samira')), url: origin }])
  const page = await context.newPage()
  await bringAxe(page)
  await beginNote(page)
  await page.getByRole('button', { name: 'Spela in' }).click()
  await expect(openWords(page)).toHaveText('')
  const room = await heightOf(page)

  const shown = async () => {
    await tellWords(town)
    return openWords(page).textContent()
  }
  await expect.poll(shown, { timeout: 300_000 }).toBe(`Hörs just nu, ännu inte med i texten:${words}`)
  expect(await heightOf(page)).toBe(room)
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).not.toHaveValue(new RegExp(words))
  expect(await openWords(page).evaluate((place) => place.closest('[aria-live], [role=status]'))).toBeNull()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page, 320)

  await page.getByRole('button', { name: 'Stoppa' }).click()
  await expect(openWords(page)).toHaveCount(0)
  await browser.close()
})
