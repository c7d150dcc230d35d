import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { pdfSaying } from '../support/attached'
import { archive, heicPicture, phonePicture, picture } from '../support/pictures'
import type { Town } from '../support/town'

const caseId = storyId('case', 'EK-2026-0412')
const addTo = `/arenden/${caseId}/fragor/bilagor`
const field = (page: Page) => page.getByLabel(/^Bifoga en bild eller en PDF/)
const text = (page: Page) => page.locator('textarea[name=text]')
const add = (page: Page) => page.getByRole('button', { name: 'Lägg till filen' }).click()
const main = (page: Page) => page.getByRole('main')

/** As if the seconds in which it can be taken back had gone. */
const laterToday = ({ owner, id }: Town) =>
  owner.query(`update message set readable_from = sent_at where municipality_id = $1`, [id])

test(
  'Tindra sends a picture with her question, changes her mind, and sends it again; Mira opens it and answers with a PDF',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const tindra = await pageAs('tindra')
    await tindra.goto(`/arenden/${caseId}/fragor/ny`)
    await text(tindra).fill('Så här ser rummet ut. Får jag byta?')
    const taken = { name: 'Mitt rum.jpg', mimeType: 'image/jpeg', buffer: await phonePicture() }
    await field(tindra).setInputFiles(taken)
    await add(tindra)
    await expect(tindra.getByRole('status').filter({ hasText: 'Filen är mottagen' })).toBeVisible()
    await expect(text(tindra)).toHaveValue('Så här ser rummet ut. Får jag byta?')
    await field(tindra).setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heicPicture() })
    await add(tindra)
    await expect(tindra.locator('.errors')).toContainText('Ta en skärmbild av bilden')
    await expect(main(tindra).getByRole('listitem').filter({ hasText: 'Mitt rum.jpg' })).toBeVisible()
    await tindra.getByRole('button', { name: 'Skicka', exact: false }).last().click()
    await expect(main(tindra).getByRole('link', { name: /Mitt rum\.jpg/ })).toBeVisible()
    await tindra.getByRole('button', { name: /Ångra/ }).click()
    await expect(text(tindra)).toHaveValue('Så här ser rummet ut. Får jag byta?')
    await expect(main(tindra).getByRole('link', { name: /Mitt rum\.jpg/ })).toBeVisible()
    await main(tindra)
      .getByRole('button', { name: /^Skicka/ })
      .last()
      .click()
    await expect(main(tindra).getByRole('link', { name: /Mitt rum\.jpg/ })).toBeVisible()
    const threadAt = new URL(tindra.url()).pathname
    await laterToday(town)

    const mira = await pageAs('mira')
    await mira.goto(`/handlaggare/fragor/${threadAt.split('/').at(-1)!}`)
    const link = main(mira).getByRole('link', { name: /Mitt rum\.jpg/ })
    const href = (await link.getAttribute('href'))!
    expect(href).not.toContain('rum')
    const file = await mira.request.get(href)
    expect(file.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="bild.jpg"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(file.headers()['content-security-policy']).toContain("default-src 'none'; sandbox")
    expect((await file.body()).includes('Telefonmaker')).toBe(false)

    await mira.getByLabel(/^Svar till/).fill('Ja. Läs det här.')
    const paper = { name: 'regler.pdf', mimeType: 'application/pdf', buffer: pdfSaying('Regler') }
    await field(mira).setInputFiles(paper)
    await add(mira)
    await expect(mira.getByLabel(/^Svar till/)).toHaveValue('Ja. Läs det här.')
    await mira.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(main(mira).getByRole('link', { name: /regler\.pdf/ })).toBeVisible()
    await tindra.goto(threadAt)
    await expect(main(tindra).getByRole('link', { name: /regler\.pdf/ })).toHaveCount(0)
    await laterToday(town)
    await tindra.goto(threadAt)
    const answer = (await main(tindra)
      .getByRole('link', { name: /regler\.pdf/ })
      .getAttribute('href'))!
    const pdf = await tindra.request.get(answer)
    expect(pdf.headers()['content-disposition']).toBe('attachment; filename="bilaga.pdf"')
    expect((await pdf.body()).equals(paper.buffer)).toBe(true)

    // Her mother, in the same case, finds nothing of it.
    const marie = await pageAs('marie')
    const [hers, nobodys] = [answer, answer.replace(/[^/]+$/, randomUUID())]
    expect((await marie.request.get(hers)).status()).toBe(404)
    expect((await marie.request.get(nobodys)).status()).toBe(404)
  },
)

test(
  'a file that was chosen and not added is not missed, and a file is taken off again',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const tindra = await pageAs('tindra')
    await tindra.goto(`/arenden/${caseId}/fragor/ny`)
    await text(tindra).fill('Se bilden.')
    const drawn = { name: 'a.png', mimeType: 'image/png', buffer: await picture('png') }
    await field(tindra).setInputFiles(drawn)
    await main(tindra)
      .getByRole('button', { name: /^Skicka/ })
      .last()
      .click()
    await expect(tindra.locator('.errors')).toContainText('Filen du valde är inte med')
    await expect(text(tindra)).toHaveValue('Se bilden.')
    await field(tindra).setInputFiles(drawn)
    await add(tindra)
    await expect(main(tindra).getByRole('link', { name: 'a.png' })).toBeVisible()
    await tindra.getByRole('button', { name: 'Ta bort a.png' }).click()
    await expect(main(tindra).getByRole('link', { name: 'a.png' })).toHaveCount(0)
    await expect(text(tindra)).toHaveValue('Se bilden.')
  },
)

test('whatever is sent as a file, it is said what became of it, and the words are kept', async ({
  requestAs,
  origin,
}) => {
  const request = await requestAs('tindra')
  const message = randomUUID()
  const send = async (name: string, buffer: Buffer) => {
    const answer = await request.post(addTo, {
      headers: { Origin: origin },
      multipart: { message, text: 'Mina ord.', bilaga: { name, mimeType: 'image/jpeg', buffer } },
    })
    expect(answer.status(), name).toBe(303)
    return new URL(answer.headers()['location']!, origin)
  }
  const page = await picture('png')
  const refused: [string, Buffer, string, string][] = [
    ['tom.jpg', Buffer.alloc(0), 'empty', 'Filen är tom'],
    ['ritning.svg', Buffer.from('<svg><script>1</script></svg>'), 'kind', 'Vi kan bara ta emot bilder'],
    ['arkiv.zip', archive('a'), 'kind', 'Vi kan bara ta emot bilder'],
    ['bild.jpg', heicPicture(), 'heic', 'Mest kompatibelt'],
    ['trasig.jpg', page.subarray(0, 60), 'brokenPicture', 'Bilden går inte att öppna'],
    ['stor.pdf', Buffer.alloc(21 * 1024 * 1024, '%PDF-1.7\n'), 'tooLarge', 'högst 20 MB'],
  ]
  for (const [name, bytes, rule, words] of refused) {
    const at = await send(name, bytes)
    expect(at.searchParams.get('fil'), name).toBe(rule)
    const shown = await (await request.get(at.href)).text()
    expect(shown, name).toContain(words)
    expect(shown).toContain('Mina ord.')
    expect(at.href).not.toContain(name.slice(0, 4))
  }
  // A picture by another name is a picture; of thirty, ten are taken.
  const became: (string | null)[] = []
  for (let number = 1; number <= 30; number++)
    became.push((await send(`fil ${number}.exe`, pdfSaying(`Fil ${number}`))).searchParams.get('fil'))
  expect(became.filter((each) => each === 'received')).toHaveLength(10)
  expect(became.filter((each) => each === 'tooMany')).toHaveLength(20)
})

test('when the session has ended while a file was chosen, the words come back', async ({
  requestAs,
  origin,
}) => {
  const request = await requestAs(null)
  const bilaga = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(3_000_000) }
  for (const address of [addTo, `/handlaggare/fragor/${randomUUID()}/bilagor`]) {
    const answer = await request.post(address, {
      headers: { Origin: origin },
      multipart: { message: randomUUID(), text: 'Det jag skrev.', bilaga },
    })
    expect(answer.status()).toBe(401)
    expect(await answer.text()).toContain('Det jag skrev.')
  }
})
