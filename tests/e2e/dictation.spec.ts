import type { Page } from '@playwright/test'
import { expect, test as base } from '../support/browser-test'
import {
  beginNote,
  browserThatHears,
  heardPhrases,
  lettersOf,
  storedDictations,
  storedDrafts,
} from '../support/dictation'
import { bringAxe, expectAccessible, expectNoSidewaysScroll } from '../support/page-checks'

/** Samira's desk in a browser whose microphone plays five sentences. */
const test = base.extend<{ desk: Page }>({
  desk: async ({ town, origin }, use) => {
    const browser = await browserThatHears('dictation.wav')
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } })
    await context.addCookies([{ ...(await town.session('samira')), url: origin }])
    const page = await context.newPage()
    await beginNote(page)
    await use(page)
    await browser.close()
  },
})

// On a machine that is busy with other things the engine needs minutes to load, and half of one for each phrase.
const patience = { timeout: 600_000 }
// One at a time: two dictations would wait for each other's phrases.
test.describe.configure({ mode: 'default', timeout: 1_800_000 })

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
const record = (page: Page) => page.getByRole('button', { name: 'Spela in' })
const stop = (page: Page) => page.getByRole('button', { name: 'Stoppa' })
const seconds = (page: Page) => page.locator('.recorder-time time')

async function expectRecorded(page: Page, atLeast: string) {
  await expect(seconds(page)).toHaveText(new RegExp(atLeast), { timeout: 300_000 })
}

test('text appears while one speaks, and what is typed meanwhile stays', async ({ desk, town }) => {
  await record(desk).click()
  await expect(text(desk)).toHaveValue(/\p{L}{3}/u, patience)
  await expect(stop(desk)).toBeVisible()
  await text(desk).fill('Rättat för hand.')
  await expect(text(desk)).toHaveValue(/^Rättat för hand\. .*mam+a/i, patience)
  await stop(desk).click()
  await expect(desk.getByText('Texten är på väg …')).toBeHidden(patience)
  await expect(desk.getByText('Sparat', { exact: true })).toBeVisible()
  const shown = await text(desk).inputValue()
  const [draft] = await storedDrafts(town)
  expect(draft).toMatchObject({ text: shown, origin: 'spoken' })
  // On a busy machine the last sound reaches the server after the text of what came before it.
  const isWhole = async () => (await storedDictations(town)).map(({ chunks, last }) => chunks - 1 === last)
  await expect.poll(isWhole, patience).toEqual([true])
  const phrases = await heardPhrases(town)
  const afterSome = phrases.slice(1).map((_, index) => phrases.slice(index + 1).join(' '))
  expect(afterSome.map((rest) => lettersOf(`Rättat för hand. ${rest}`))).toContain(lettersOf(shown))
})

test('without contact for a while the recording goes on, and nothing is lost or doubled', async ({
  desk,
  town,
}) => {
  await record(desk).click()
  await expectRecorded(desk, '0\\.0[3-9]')
  await desk.context().setOffline(true)
  await expect(desk.getByText(/Ingen kontakt med servern\. Inspelningen fortsätter/)).toBeVisible({
    timeout: 300_000,
  })
  await expectRecorded(desk, '0\\.2[2-9]')
  await desk.context().setOffline(false)
  await stop(desk).click()
  await expect(text(desk)).toHaveValue(/mam+a/i, patience)
  await expect(desk.getByText('Texten är på väg …')).toBeHidden(patience)
  const [dictation] = await storedDictations(town)
  // In quarters of a second.
  expect(dictation!.last).toBeGreaterThan(80)
  expect(dictation!.numbers).toEqual(Array.from({ length: dictation!.last! + 1 }, (_, number) => number))
  expect(lettersOf(await text(desk).inputValue())).toBe(lettersOf((await heardPhrases(town)).join(' ')))
})

test('a tab that was closed is taken up where it was', async ({ desk, town }) => {
  await record(desk).click()
  await expectRecorded(desk, '0\\.0[4-9]')
  // What is on the way is not waited for, and what could not be sent is still here.
  await desk.route('**/delar/*', (route) => route.abort())
  await expectRecorded(desk, '0\\.(0[8-9]|1)')
  const address = desk.url()
  await desk.close({ runBeforeUnload: false })
  const again = await desk.context().newPage()
  await again.goto(address)
  await expect(again.getByText(/Du har en oavslutad diktering från/)).toBeVisible()
  await again.getByRole('button', { name: 'Avsluta' }).click()
  await expect(text(again)).toHaveValue(/\p{L}{3}/u, patience)
  await expect(again.getByText('Texten är på väg …')).toBeHidden(patience)
  const [dictation] = await storedDictations(town)
  expect(dictation!.last).toBeGreaterThanOrEqual(28)
  expect(dictation!.chunks).toBe(dictation!.last! + 1)
  expect(lettersOf(await text(again).inputValue())).toBe(lettersOf((await heardPhrases(town)).join(' ')))
})

test('a microphone that is not let in leaves typing as it is', async ({ pageAs }) => {
  const page = await pageAs('samira')
  await beginNote(page)
  await record(page).click()
  await expect(page.getByText(/Mikrofonen är blockerad|Ingen mikrofon hittades/)).toBeVisible()
  await text(page).fill('Skrivet i stället.')
  await expect(page.getByText('Sparat', { exact: true })).toBeVisible()
})

for (const [what, typed] of [
  ['10,000 characters', 'ö'.repeat(10_000)],
  ['emoji', 'Hon visade 🌧️ och 👩‍👧‍👦.'],
  ['Arabic', 'قالت إنها بخير.'],
] as const) {
  test(`a typed note with ${what} is saved as it was written`, async ({ pageAs, town }) => {
    const page = await pageAs('samira')
    await beginNote(page)
    await text(page).fill(typed)
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await expect.poll(async () => (await storedDrafts(town))[0]?.text).toBe(typed)
    await page.reload()
    await expect(text(page)).toHaveValue(typed)
  })
}

test(
  'going on leads to the review, with the text saved',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const page = await pageAs('samira')
    await beginNote(page)
    await text(page).fill('Klart för granskning.')
    await page.getByRole('button', { name: 'Vidare till granskning' }).click()
    await expect(page).toHaveURL(/\/granska$/)
    expect((await storedDrafts(town))[0]?.text).toBe('Klart för granskning.')
  },
)

test('a double click makes one note', async ({ pageAs, town }) => {
  const page = await pageAs('samira')
  await beginNote(page)
  await page.goBack()
  await page.getByRole('button', { name: 'Samtal', exact: true }).dblclick()
  await expect(page).toHaveURL(/anteckningar/)
  expect((await storedDrafts(town)).length).toBeLessThanOrEqual(2)
})

test('two tabs do not overwrite each other unseen', { tag: '@without-script' }, async ({ pageAs, town }) => {
  const one = await pageAs('samira')
  await beginNote(one)
  const other = await one.context().newPage()
  await other.goto(one.url())
  await text(one).fill('Från den första.')
  await one.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect.poll(async () => (await storedDrafts(town))[0]?.text).toBe('Från den första.')
  await text(other).fill('Från den andra.')
  await other.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(other.getByText(/ändrats på ett annat ställe/)).toBeVisible()
  await expect(other.getByText('Från den första.')).toBeVisible()
  await expect(text(other)).toHaveValue('Från den andra.')
  expect((await storedDrafts(town))[0]?.text).toBe('Från den första.')
})

test(
  'a text file that calls itself sound is refused, and nothing is kept',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const page = await pageAs('samira')
    await beginNote(page)
    await page.getByLabel('Ljudfil').setInputFiles({
      name: 'samtal.wav',
      mimeType: 'audio/wav',
      buffer: Buffer.from('Det här är text.'),
    })
    await page.getByRole('button', { name: 'Ladda upp' }).click()
    await expect(page.getByText('Filen kunde inte läsas som ljud')).toBeVisible()
    expect(await storedDictations(town)).toEqual([])
  },
)

test('a recording from elsewhere becomes text', { tag: '@without-script' }, async ({ pageAs }) => {
  const page = await pageAs('samira')
  await beginNote(page)
  await page.getByLabel('Ljudfil').setInputFiles('tests/speech/probe.wav')
  await page.getByRole('button', { name: 'Ladda upp' }).click()
  await expect(page.getByText('Filen är mottagen och skrivs ut.')).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(text(page)).toHaveValue(/mam+a/i, { timeout: 1000 })
  }).toPass(patience)
})

test('the desk is sound on a narrow screen and for a screen reader', async ({ pageAs }) => {
  const page = await pageAs('samira')
  await bringAxe(page)
  await beginNote(page)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page, 320)
})
