import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { tindrasCase } from '../support/asked'
import { expect, test } from '../support/browser-test'

const note = `/arenden/${tindrasCase}/anteckningar/${storyId('note', 'A3')}`
const rows = 'main :is(.list > li, .timeline > li, .person, .facts > div)'

/** Kerning looks like spaces to whoever reads a PDF. */
const letters = (text: string) => text.replace(/\s+/g, '')

/** The text of each sheet, as another program reads it. */
async function sheetsOf(page: Page, format: 'A4' | 'A5' | 'A6'): Promise<string[]> {
  const pdf = await page.pdf({ format })
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  return text.split('\f').slice(0, -1)
}

test('on paper no row is cut, and no heading is left alone at the foot of a sheet', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.emulateMedia({ media: 'print' })
  for (const address of [`/arenden/${tindrasCase}`, `/arenden/${tindrasCase}/plan`, '/insyn']) {
    await page.goto(address)
    const lines = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((found) =>
          found
            .map((each) => (each as HTMLElement).innerText.split('\n').filter((line) => line.trim() !== ''))
            .filter((each) => each.length > 0),
        )
    const headings = new Set((await lines('main h2')).map(([heading = '']) => letters(heading)))
    for (const format of ['A4', 'A5', 'A6'] as const) {
      const sheets = await sheetsOf(page, format)
      expect(sheets.length, address).toBeGreaterThan(1)
      const cut = (await lines(rows)).filter(
        (row) => !sheets.some((sheet) => row.every((line) => letters(sheet).includes(letters(line)))),
      )
      expect(cut, `${address} on ${format}`).toEqual([])
      const feet = sheets.map((sheet) => letters(sheet.trimEnd().split('\n').at(-1) ?? ''))
      expect(
        feet.filter((line) => headings.has(line)),
        `${address} on ${format}`,
      ).toEqual([])
    }
  }
})

test('a printed note has its words, and no question that only a button answers', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto(note)
  const text = letters((await sheetsOf(page, 'A4')).join(' '))
  expect(text).toContain('somenextramamma')
  expect(text).toMatch(/Meromanteckningen.+Närtextengodkändes/)
  expect(text).not.toContain('Förstoddu?')
})

test('the parts of a note are groups that say whose words they are', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto(note)
  await page.getByText('Så står det i anteckningen').click()
  await expect(page.getByRole('group', { name: 'Det här hände' }).first()).toContainText('utredningsplanen')
  await expect(page.getByRole('group', { name: 'Det här sa du' }).first()).toContainText('extra mamma')
})

test('on a page in Arabic what is written in Swedish is set as on a Swedish page', async ({
  pageAs,
  setLook,
}) => {
  const page = await pageAs('tindra')
  const face = () =>
    page
      .getByText('extra mamma')
      .first()
      .evaluate((text) => {
        const { fontFamily, lineHeight, fontSize } = getComputedStyle(text)
        return { first: fontFamily.split(',')[0], lines: parseFloat(lineHeight) / parseFloat(fontSize) }
      })
  await page.goto(note)
  const swedish = await face()
  await setLook(page, 'ar')
  await page.goto(note)
  expect(await face()).toEqual(swedish)
})

test('on paper what is done in a case is filled without any background, and nothing is there to be pressed', async ({
  pageAs,
}) => {
  const page = await pageAs('tindra')
  await page.goto(`/arenden/${tindrasCase}`)
  await page.emulateMedia({ media: 'print' })
  const heights = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((step) => {
        const { height, borderTopWidth, borderBottomWidth } = getComputedStyle(step)
        return parseFloat(height) - parseFloat(borderTopWidth) - parseFloat(borderBottomWidth)
      })
  expect(await heights('.now-steps .is-done')).toBe(0)
  expect(await heights('.now-steps span:not(.is-done)')).toBeGreaterThan(0)
  const chevron = page
    .locator('.disclose > summary')
    .first()
    .evaluate((summary) => getComputedStyle(summary, '::after').display)
  expect(await chevron).toBe('none')
})

test('a printed decision has neither the way to its file nor the call to sign', async ({ pageAs }) => {
  const peter = await pageAs('peter')
  await peter.goto(
    `/arenden/${storyId('case', 'EK-2026-1187')}/dokument/${storyId('document', 'elias/custody')}`,
  )
  const main = peter.getByRole('main')
  const calls = [main.getByRole('link', { name: 'Öppna som PDF' }), main.locator('#kvitto h2')]
  for (const call of calls) await expect(call).toBeVisible()
  await peter.emulateMedia({ media: 'print' })
  for (const call of calls) await expect(call).toBeHidden()
})
