import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { numberToSignWith, signWithBankId } from '../support/sign'
import type { Town } from '../support/town'

const tindras = `/arenden/${storyId('case', 'EK-2026-0412')}`
const elias = `/arenden/${storyId('case', 'EK-2026-1187')}`
const note = `${tindras}/anteckningar/${storyId('note', 'A3')}`
const contact = `${elias}/dokument/${storyId('document', 'elias/place-and-contact')}`
const comment = `${note}/kommentar`
const wednesday = `${tindras}/tider/${storyId('appointment', 'tindra/wednesday')}`
const words = 'Jag hann inte skriva klart'

const main = (page: Page) => page.getByRole('main')
const text = (page: Page) => main(page).locator('textarea')
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click()
const begun = async ({ owner, id }: Town) =>
  (
    await owner.query<{ text: string }>(
      'select text from message_draft where municipality_id = $1 order by text',
      [id],
    )
  ).rows.map((draft) => draft.text)

const write = async (page: Page, what = words) => {
  await text(page).fill(what)
  await expect(main(page).locator('[data-keep]')).toHaveText('Sparat. Bara du ser det.')
}

type Form = {
  what: string
  who: 'tindra' | 'peter'
  address: string
  send: string | RegExp
  /** Who uses the same browser after them. */
  then: 'marie' | 'sara'
  before?: (page: Page) => Promise<unknown>
}
const ofTindra = { who: 'tindra', then: 'marie' } as const
const forms: Form[] = [
  { ...ofTindra, what: 'a comment on a note', address: comment, send: /^Spara/ },
  {
    ...ofTindra,
    what: '“Det här stämmer inte” of a decision',
    address: `${tindras}/dokument/${storyId('document', 'tindra/decision')}/stammer-inte`,
    send: /^Skicka/,
  },
  {
    ...ofTindra,
    what: 'a wish to read more',
    address: `${tindras}/be-om-att-fa-lasa`,
    send: /^Skicka/,
  },
  { ...ofTindra, what: 'a wish to be contacted', address: '/kontakta-mig', send: 'Kontakta mig' },
  {
    ...ofTindra,
    what: 'what to bring up',
    address: wednesday,
    send: 'Spara',
    before: (page) => page.getByLabel(/^Bara Mira/).check(),
  },
  { ...ofTindra, what: 'another time', address: `${wednesday}/annan-tid`, send: 'Skicka' },
  {
    who: 'peter',
    then: 'sara',
    what: 'a no to a signature',
    address: `${contact}/skriv-under`,
    send: 'Spara att jag inte skriver under',
    before: (page) => openDecline(page),
  },
]

const openDecline = async (page: Page) => {
  const details = main(page).locator('details', { has: page.locator('textarea') })
  if ((await details.count()) > 0 && (await details.getAttribute('open')) === null)
    await details.locator('summary').click()
}

for (const { what, who, address, send, then, before } of forms) {
  test(
    `${what}: what is typed is there on another phone, not for another in the same browser, and gone when it is sent`,
    { tag: '@phone' },
    async ({ pageAs, town, origin }) => {
      const phone = await pageAs(who)
      await phone.goto(address)
      await openDecline(phone)
      await write(phone)
      expect(await begun(town)).toEqual([words])

      const other = await pageAs(who)
      await other.goto(address)
      await expect(text(other)).toHaveValue(words)
      await expect(text(other)).toBeVisible()
      await expect(main(other)).toContainText('Det är inte skickat. Bara du ser det.')

      const session = await town.session(then)
      await phone.context().addCookies([{ ...session, url: origin, httpOnly: true, sameSite: 'Lax' }])
      await phone.goto(address)
      expect(await phone.content()).not.toContain(words)

      await before?.(other)
      await press(other, send)
      await expect(main(other).locator('.errors')).toHaveCount(0)
      await expect.poll(() => begun(town)).toEqual([])
    },
  )
}

test(
  'an appeal: what is typed is kept, and gone when the text is saved',
  { tag: '@phone' },
  async ({ pageAs, town }) => {
    const peter = await pageAs('peter')
    await peter.goto(`${contact}/skriv-under`)
    await signWithBankId(peter, { number: await numberToSignWith(town, 'peter') })
    await main(peter).getByRole('link', { name: 'Se vad du kan överklaga' }).click()
    await write(peter)
    const other = await pageAs('peter')
    await other.goto(`${contact}/overklaga`)
    await expect(text(other)).toHaveValue(words)
    await press(other, 'Spara texten')
    await expect(main(other)).toContainText('Texten är sparad.')
    expect(await begun(town)).toEqual([])
    // What is changed after that is a draft again, and the text that was saved stands until it is saved.
    await write(other, 'Något annat')
    await other.reload()
    await expect(text(other)).toHaveValue('Något annat')
    await press(other, 'Släng utkast')
    await expect(text(other)).toHaveValue(words)
  },
)

test(
  'a point that is written anew: its draft is shown again, and thrown away it is what it was',
  { tag: '@phone' },
  async ({ pageAs, town }) => {
    const page = await pageAs('tindra')
    await page.goto(wednesday)
    await write(page, 'Hunden')
    await page.getByLabel(/^Bara Mira/).check()
    await press(page, 'Spara')
    await page.locator('.points li', { hasText: 'Hunden' }).getByRole('link').click()
    await write(page, 'Hunden och skolan')
    await page.goto(wednesday)
    await expect(text(page)).toHaveValue('Hunden och skolan')
    await expect(page.getByLabel(/^Bara Mira/)).toBeChecked()
    await press(page, 'Släng utkast')
    await expect(text(page)).toHaveValue('')
    await expect(page.locator('.points')).toContainText('Hunden')
    expect(await begun(town)).toEqual([])
  },
)

test(
  'in two tabs two drafts are kept, and sending one leaves the other',
  { tag: '@phone' },
  async ({ pageAs, town }) => {
    const first = await pageAs('tindra')
    await first.goto(comment)
    const second = await first.context().newPage()
    await second.goto(comment)
    await write(first, 'Den första')
    await write(second, 'Den andra')
    expect(await begun(town)).toEqual(['Den andra', 'Den första'])
    await press(second, /^Spara/)
    await expect(main(second)).toContainText('Den andra')
    expect(await begun(town)).toEqual(['Den första'])
    await second.goto(comment)
    await expect(text(second)).toHaveValue('Den första')
    await press(second, 'Släng utkast')
    await expect(text(second)).toHaveValue('')
    expect(await begun(town)).toEqual([])
  },
)

test(
  'without script, what could not be sent is kept when the page is left, and can be thrown away',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs, town }) => {
    const long = 'å'.repeat(5001)
    const page = await pageAs('tindra')
    await page.goto(comment)
    await text(page).fill(long)
    await press(page, /^Spara/)
    await expect(main(page).locator('.errors')).toBeVisible()
    await page.goto(wednesday)
    await text(page).fill(words)
    await press(page, 'Spara')
    await expect(main(page).locator('.errors')).toContainText('Välj vem som får höra det.')
    expect(await begun(town)).toEqual([words, long].toSorted())
    await page.goto(comment)
    await expect(text(page)).toHaveValue(long)
    await press(page, 'Släng utkast')
    await expect(text(page)).toHaveValue('')
    await page.goto(wednesday)
    await expect(text(page)).toHaveValue(words)
    await page.getByLabel(/^Bara Mira/).check()
    await press(page, 'Spara')
    await expect(page.locator('.points')).toContainText(words)
    expect(await begun(town)).toEqual([])
  },
)
