import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { devices, expect, test, type Browser, type Page } from '@playwright/test'
import { bringAxe, expectAccessible, expectNoSidewaysScroll } from '../support/page-checks'
import { readSealed } from '../../app/signing/verifier/sealed'
import { sealPackage } from '../../app/signing/seal/seal-package'
import { freePort } from '../../db/local/free-port'
import { startProcess, type DemoProcess } from '../../services/demo/process'
import { portalWithoutDatabase } from '../support/portal-without-database'
import { createSealedWorld } from '../support/sealed-world'

// A portal that has no database, no broker and nobody: all that the page may need is its roots.
test.describe.configure({ mode: 'serial' })

let folder: string
let origin: string
let portal: DemoProcess
let sealed: Buffer
let frozen: Buffer

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mina-sidor-check-'))
  const world = await createSealedWorld()
  frozen = world.contents.frozen
  sealed = await sealPackage(world.contents, world.key)
  const roots = { SEAL_ROOTS: 'seal.pem', TIME_STAMP_ROOTS: 'seal.pem', BANKID_ROOTS: 'bankid.pem' }
  await writeFile(join(folder, 'seal.pem'), world.given.seal)
  await writeFile(join(folder, 'bankid.pem'), world.given.bankId)
  const port = await freePort()
  origin = `http://localhost:${port}`
  portal = await startProcess('services/demo/portal.ts', {
    ...process.env,
    ...portalWithoutDatabase(port),
    ...Object.fromEntries(Object.entries(roots).map(([name, file]) => [name, join(folder, file)])),
    BANKID_SERVICE: world.given.serviceName,
  })
})
test.afterAll(async () => {
  await portal.stop()
  await rm(folder, { recursive: true, force: true })
})

const heading = (page: Page) => page.getByRole('heading', { level: 2 }).first()

async function onPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...devices['Pixel 7'],
    viewport: { width: 390, height: 844 },
    locale: 'sv-SE',
    javaScriptEnabled: false,
    baseURL: origin,
  })
  return context.newPage()
}

async function check(page: Page, name: string, bytes: Buffer): Promise<void> {
  const mimeType = 'application/pdf'
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name, mimeType, buffer: bytes })
  await page.locator('main button').click()
}

test('somebody with a phone, no script and no session checks a file: it holds, and with one byte changed it does not', async ({
  browser,
}) => {
  const page = await onPhone(browser)
  await page.goto('/')
  await page.getByRole('link', { name: 'Kontrollera en fil' }).click()
  await check(page, 'beslut.pdf', sealed)
  await expect(heading(page)).toHaveText('Allt stämmer')
  for (const said of [
    'Åsa Öberg',
    'Har fått dokumentet',
    'Ekdala kommun, stämpel',
    'Ingen annan har intygat',
  ])
    await expect(page.locator('main')).toContainText(said)
  await expect(page.locator('body')).not.toContainText('199001012385')

  const { before } = readSealed(sealed)
  const places: [place: string, at: number][] = [
    ['the document', 100],
    ['the signature page', sealed.indexOf('/Contents', frozen.length) + 20],
    ['the text that was signed', sealed.indexOf('Jag har tagit emot')],
    ['the signature', sealed.indexOf('<SignatureValue>') + 30],
    ['the list of contents', sealed.indexOf('"document":{')],
    ['the seal', before + 400],
    ['the table of objects', sealed.lastIndexOf('xref', sealed.length - 20) - 20],
    ['the end', sealed.length - 2],
  ]
  for (const [place, at] of places) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    await check(page, 'beslut.pdf', changed)
    await expect(heading(page), place).toHaveText('Det stämmer inte')
    await expect(page.locator('main'), place).not.toContainText('Åsa Öberg')
  }
  await check(page, 'beslut.pdf', Buffer.concat([sealed, Buffer.from('\n')]))
  await expect(heading(page), 'after the end').toHaveText('Det stämmer inte')
  await page.context().close()
})

test('what is missing, empty or no PDF is told at the field, and a file that is too large before it is read', async ({
  browser,
}) => {
  const page = await onPhone(browser)
  await page.goto('/kontrollera')
  const alert = page.getByRole('alert')
  await page.getByRole('button', { name: 'Kontrollera filen' }).click()
  await expect(alert).toContainText('Välj en fil först')
  await check(page, 'brev.txt', Buffer.from('Hej'))
  await expect(alert).toContainText('Filen är ingen pdf')
  const post = (multipart: Parameters<typeof page.request.post>[1]) =>
    page.request.post('/kontrollera', { headers: { Origin: origin }, ...multipart })
  expect((await post({ multipart: { file: 'ett annat fält' } })).status()).toBe(422)
  expect(
    (
      await post({ multipart: { other: { name: 'a.pdf', mimeType: 'application/pdf', buffer: sealed } } })
    ).status(),
  ).toBe(422)
  expect((await post({ form: { file: '%PDF-1.7' } })).status()).toBe(422)
  const large = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(41 * 1024 * 1024, 0x20) }
  const refused = await post({ multipart: { file: large } })
  expect([refused.status(), await refused.text()]).toEqual([
    413,
    expect.stringContaining('Filen är för stor'),
  ])
  await page.context().close()
})

test('a file from another site is not taken, and nothing of it is read back', async ({ browser }) => {
  const page = await onPhone(browser)
  for (const sent of [{ form: { text: 'hemligt' } }, { multipart: { file: 'hemligt' } }]) {
    const answer = await page.request.post(`${origin}/kontrollera`, {
      headers: { Origin: 'https://example.org' },
      ...sent,
    })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).not.toContain('hemligt')
  }
  await page.context().close()
})

test('the page and its verdict can be read by everybody, in a language that mirrors too', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await bringAxe(page)
  for (const language of ['sv', 'ar']) {
    await context.addCookies([{ name: 'language', value: language, url: origin }])
    await page.goto('/kontrollera')
    for (const bytes of [sealed, Buffer.concat([sealed, Buffer.from('\n')])]) {
      await page
        .locator('#file')
        .setInputFiles({ name: 'beslut.pdf', mimeType: 'application/pdf', buffer: bytes })
      await page.locator('main button').click()
      await expect(page.locator('.notice')).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page, 320)
      await page.setViewportSize({ width: 390, height: 844 })
    }
  }
  await context.close()
})
