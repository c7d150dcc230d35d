import { randomUUID } from 'node:crypto'
import type { Page, Request } from '@playwright/test'
import { staffAt } from '../../app/addresses'
import { holderHeader } from '../../app/ui/form/holder'
import { expect, test } from '../support/browser-test'
import { beginNote } from '../support/dictation'
import type { Town } from '../support/town'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

/** A desk that waits for the text of a recording of its own. */
async function recordingIn(page: Page): Promise<string> {
  await beginNote(page)
  const address = staffAt.recordings(new URL(page.url()).pathname.split('/').at(-1)!)
  const recordingId = randomUUID()
  const begun = await page.evaluate(
    async ([to, body, mark]) => {
      const holder = document.querySelector<HTMLInputElement>('[name=holder]')?.value ?? ''
      const headers = { 'Content-Type': 'application/json', [mark!]: holder }
      return (await fetch(to!, { method: 'POST', headers, body: body! })).status
    },
    [address, JSON.stringify({ recordingId, mode: 'automatic' }), holderHeader],
  )
  expect(begun).toBe(200)
  await page.reload()
  await expect(page.getByText('Texten är på väg …')).toBeVisible()
  return recordingId
}

/** What the worker does when it has heard a phrase. */
async function hear({ owner, id }: Town, recordingId: string, number: number): Promise<void> {
  const said = {
    number,
    kind: 'speech',
    start: 1000 * number,
    end: 1000 * number + 900,
    text: `Mening ${number}.`,
  }
  await owner.query(
    `insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, engine)
     select municipality_id, note_version_id, $3, id, 'speech', $4, $5, $6, 'test' from recording where municipality_id = $1 and id = $2`,
    [id, recordingId, number, said.start, said.end, said.text],
  )
  await owner.query(`select recording_notify($1, $2, 'segment', $3)`, [id, recordingId, JSON.stringify(said)])
}

// All tabs of a test are seen, as windows side by side are: no tab is spared by being hidden.
test('eight tabs with a recording each get their text, and a ninth page opens', async ({ pageAs, town }) => {
  test.setTimeout(900_000)
  const first = await pageAs('samira')
  const tabs: { page: Page; recordingId: string }[] = []
  for (let count = 0; count < 8; count++) {
    const page = count === 0 ? first : await first.context().newPage()
    tabs.push({ page, recordingId: await recordingIn(page) })
  }
  const ninth = await first.context().newPage()
  await ninth.goto(staffAt.today)
  await expect(ninth.getByRole('heading', { level: 1 })).toBeVisible()

  for (const number of [1, 2]) {
    for (const { recordingId } of tabs) await hear(town, recordingId, number)
    const heard = number === 1 ? 'Mening 1.' : 'Mening 1. Mening 2.'
    for (const { page } of tabs) await expect(text(page)).toHaveValue(heard, { timeout: 300_000 })
  }
})

test('a tab that is hidden lets go of its stream, and shows what it missed when it is seen again', async ({
  pageAs,
  town,
}) => {
  const page = await pageAs('samira')
  const recordingId = await recordingIn(page)
  await hear(town, recordingId, 1)
  await expect(text(page)).toHaveValue('Mening 1.')

  const isStream = (request: Request) => request.url().includes(staffAt.recordingEvents(recordingId))
  const left = page.waitForEvent('requestfailed', isStream)
  await show(page, false)
  await left
  for (const number of [2, 3]) await hear(town, recordingId, number)
  const opened = page.waitForRequest(isStream)
  await show(page, true)
  expect(new URL((await opened).url()).searchParams.get('efter')).toBe('1')
  await expect(text(page)).toHaveValue('Mening 1. Mening 2. Mening 3.')
})

/** As a browser does to a tab that another one covers. */
function show(page: Page, isSeen: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, !isSeen)
}
