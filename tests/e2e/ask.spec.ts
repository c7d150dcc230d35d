import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import type { Town } from '../support/town'

const caseId = storyId('case', 'EK-2026-0412')
const alvas = `/arenden/${storyId('case', 'EK-2026-0098')}`
const questions = `/arenden/${caseId}/fragor`
const note = `/arenden/${caseId}/anteckningar/${storyId('note', 'A3')}?text=som`
const thursday = `${questions}/${storyId('question_thread', 'tindra/thursday')}`

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const text = (page: Page) => main(page).locator('textarea')

/** The seconds in which it could be taken back have gone. */
const minuteGone = ({ owner, id }: Town) =>
  owner.query(`update message set readable_from = sent_at where municipality_id = $1`, [id])

const written = async ({ owner, id }: Town) =>
  (
    await owner.query<{ drafts: string[]; messages: string[] }>(
      `select array(select text from message_draft where municipality_id = $1 order by saved_at) as drafts,
              array(select text from message where municipality_id = $1 and sent_at > '2026-09-15 08:59+02' order by sent_at) as messages`,
      [id],
    )
  ).rows[0]!

test(
  'Tindra asks from a paragraph, changes her mind, finds the words again, sends, and Mira reads them when the minute has gone',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs, town }) => {
    const tindra = await pageAs('tindra')
    await tindra.goto(note)
    await main(tindra).getByRole('link', { name: 'Fråga om det här' }).first().click()
    await expect(tindra.getByRole('heading', { level: 1 })).toHaveText('Ställ en fråga')
    await expect(main(tindra).locator('.notice').first()).toContainText(
      /Du får svar senast \S+dag \d+ september/,
    )
    await expect(main(tindra).locator('.notice').first()).toContainText('Ring 112')
    await expect(main(tindra)).toContainText('Du frågar om stycke 1 i')
    await expect(main(tindra).locator('blockquote')).toBeVisible()

    await text(tindra).fill('Vad betyder det här för matchen?')
    await press(tindra, 'Skicka')
    await expect(main(tindra).locator('.notice-done')).toContainText(/Du kan ångra dig till \d\d\.\d\d/)
    const mira = await pageAs('mira')
    await mira.goto('/handlaggare')
    await expect(main(mira)).not.toContainText('Vad betyder det här')

    await press(tindra, 'Ångra')
    await expect(text(tindra)).toHaveValue('Vad betyder det här för matchen?')
    await expect(main(tindra)).toContainText('Du frågar om stycke 1 i')
    expect((await written(town)).messages).toEqual([])
    await tindra.goto(questions)
    await main(tindra)
      .getByRole('link', { name: /Vad betyder det här för matchen/ })
      .click()
    await press(tindra, 'Skicka')
    await expect(tindra.getByRole('heading', { level: 1 })).toHaveText('Vad betyder det här för matchen?')
    expect(await written(town)).toEqual({ drafts: [], messages: ['Vad betyder det här för matchen?'] })

    await minuteGone(town)
    await press(tindra, 'Ångra')
    await expect(main(tindra)).toContainText('Det hann skickas')
    await mira.goto('/handlaggare')
    await main(mira)
      .getByRole('link', { name: /Tindra Ek/ })
      .filter({ hasText: 'Vad betyder' })
      .click()
    await expect(main(mira)).toContainText('Vad betyder det här för matchen?')

    await tindra.goto(questions)
    await expect(main(tindra)).toContainText(/Svar senast \S+dag \d+ september/)
    await tindra.getByRole('link', { name: 'Vad betyder det här för matchen?' }).click()
    await expect(main(tindra)).toContainText(/Läst av oss i dag/)
  },
)

test(
  'a reply is kept as a draft by a press, taken up on another phone, and thrown away',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs, town }) => {
    const phone = await pageAs('tindra')
    await phone.goto(thursday)
    await text(phone).fill('Fredag går')
    await press(phone, 'Spara utkast')
    await expect(main(phone)).toContainText('Bara du ser det.')
    const other = await pageAs('tindra')
    await other.goto(thursday)
    await expect(text(other)).toHaveValue('Fredag går')
    await text(other).fill('Fredag går bra!')
    await press(other, 'Skicka')
    expect(await written(town)).toEqual({ drafts: [], messages: ['Fredag går bra!'] })
    await text(other).fill('En sak till')
    await press(other, 'Spara utkast')
    await press(other, 'Släng utkast')
    expect((await written(town)).drafts).toEqual([])
  },
)

test(
  'with script a draft is kept while it is written, and the page says so',
  { tag: '@phone' },
  async ({ pageAs, town }) => {
    const page = await pageAs('tindra')
    await page.goto(`${questions}/ny`)
    await text(page).pressSequentially('Hej Mira')
    await expect(page.locator('[data-keep]')).toHaveText('Sparat. Bara du ser det.')
    expect((await written(town)).drafts).toEqual(['Hej Mira'])
    await page.context().setOffline(true)
    await text(page).pressSequentially('!')
    await expect(page.locator('[data-keep]')).toHaveText('Inte sparat än')
    await page.context().setOffline(false)
    await text(page).pressSequentially('!')
    await expect(page.locator('[data-keep]')).toHaveText('Sparat. Bara du ser det.')
    const other = await pageAs('tindra')
    await other.goto(`${questions}/ny`)
    await expect(text(other)).toHaveValue('Hej Mira!!')
  },
)

test(
  '“Förstod du?” after a note and a decision leads to a question about it',
  { tag: '@phone' },
  async ({ pageAs }) => {
    const page = await pageAs('tindra')
    for (const address of [note, `/arenden/${caseId}/dokument/${storyId('document', 'tindra/decision')}`]) {
      await page.goto(address)
      const title = await page.getByRole('heading', { level: 1 }).innerText()
      await main(page).getByRole('link', { name: 'Nej, jag vill fråga' }).click()
      await expect(main(page)).toContainText('Du frågar om')
      await expect(main(page).getByRole('link', { name: title })).toBeVisible()
    }
  },
)

test(
  'a case that has ended takes no words, and says how to be heard',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs, town }) => {
    const lina = await pageAs('lina')
    await lina.goto(`${alvas}/fragor/ny`)
    await expect(main(lina)).toContainText('Ärendet är avslutat')
    await expect(lina.getByRole('button', { name: 'Skicka' })).toHaveCount(0)

    const tindra = await pageAs('tindra')
    await tindra.goto(thursday)
    await text(tindra).fill('Jag tycker att det är fel')
    const tab = await pageAs('tindra')
    await tab.goto(thursday)
    await town.owner.query(
      `update case_file set closed_on = '2026-09-15' where municipality_id = $1 and id = $2`,
      [town.id, caseId],
    )
    await press(tindra, 'Skicka')
    await expect(main(tindra)).toContainText('Ärendet är avslutat')
    await expect(tindra.getByLabel('Det här skrev du. Det är inte skickat.')).toHaveValue(
      'Jag tycker att det är fel',
    )
    // She has no decision whose time to appeal runs.
    await expect(main(tindra)).not.toContainText('det finns en sista dag')
    expect((await written(town)).messages).toEqual([])

    await town.owner.query(
      `update case_party set valid = daterange(lower(valid), '2026-09-15') where municipality_id = $1 and person_id = $2`,
      [town.id, idOf('tindra')],
    )
    await text(tab).fill('Jag tycker att det är fel')
    await press(tab, 'Skicka')
    await expect(main(tab)).toContainText('Det gick inte att skicka')
    await expect(text(tab)).toHaveValue('Jag tycker att det är fel')
  },
)

test(
  'a double click and two tabs send once; other words from the same form come back',
  { tag: '@phone' },
  async ({ requestAs, origin, town }) => {
    const request = await requestAs('tindra')
    const form = { message: randomUUID(), subject: '', text: 'Får jag komma?' }
    const send = (fields: Record<string, string> = {}) =>
      request.post(`${questions}/ny`, { form: { ...form, ...fields }, headers: { Origin: origin } })
    const answers = await Promise.all([send(), send(), send()])
    expect(new Set(answers.map((answer) => `${answer.status()} ${answer.headers()['location']}`)).size).toBe(
      1,
    )
    expect((await written(town)).messages).toEqual(['Får jag komma?'])
    const other = await send({ text: 'Eller inte?' })
    expect(other.status()).toBe(409)
    const page = await other.text()
    expect(page).toContain('Eller inte?')
    expect(page).not.toContain(`name="message" value="${form.message}"`)

    const thread = answers[0].headers()['location']!
    const back = () =>
      request.post(thread, { form: { do: 'takeBack', message: form.message }, headers: { Origin: origin } })
    const both = await Promise.all([back(), back()])
    expect(both.map((answer) => answer.headers()['location'])).toEqual(
      Array(2).fill(`${questions}/ny?utkast=${form.message}`),
    )
  },
)

const refused: [what: string, fields: Record<string, string>, status: number, told: string][] = [
  ['nothing', { text: '' }, 400, 'Skriv något innan du skickar.'],
  ['what cannot be seen', { text: ' \u200b\u00a0 ' }, 400, 'Skriv något innan du skickar.'],
  ['2,001 characters', { text: 'å'.repeat(2001) }, 400, 'Du har skrivit 2001 tecken.'],
  ['10,000 characters', { text: 'å'.repeat(10_000) }, 400, 'Du har skrivit 10000 tecken.'],
  ['a long line of what it is about', { text: 'Hej', subject: 'x'.repeat(101) }, 400, 'högst 100 tecken'],
]

test(
  'what cannot be sent is given back as it was',
  { tag: '@phone' },
  async ({ requestAs, origin, town }) => {
    const request = await requestAs('tindra')
    for (const address of [`${questions}/ny`, thursday]) {
      for (const [what, fields, status, told] of refused) {
        if (address === thursday && fields['subject']) continue
        const answer = await request.post(address, {
          form: { message: randomUUID(), ...fields },
          headers: { Origin: origin },
        })
        expect(answer.status(), what).toBe(status)
        const page = await answer.text()
        expect(page, what).toContain(told)
        if (fields['text']!.trim().length > 10) expect(page, what).toContain(fields['text']!)
      }
    }
    const arabic = 'متى أستطيع أن أقابل أخي؟\nTack'
    await request.post(thursday, { form: { message: 'x', text: arabic }, headers: { Origin: origin } })
    expect((await written(town)).messages).toEqual([arabic])
  },
)

test(
  'drafts: 25,000 characters are kept, one more is said not to be; others’ ids answer as none',
  { tag: '@phone' },
  async ({ requestAs, origin, town }) => {
    const request = await requestAs('tindra')
    const keep = (fields: Record<string, string>, address = `${questions}/utkast`) =>
      request.post(address, {
        form: { message: randomUUID(), text: 'Hej', ...fields },
        headers: { Origin: origin },
      })
    expect((await keep({ text: 'å'.repeat(25_000) })).status()).toBe(204)
    const tooLong = await keep({ text: 'å'.repeat(25_001), do: 'save' })
    expect(tooLong.status()).toBe(409)
    expect(await tooLong.text()).toContain('å'.repeat(25_001))
    for (const fields of [
      { note: storyId('note', 'B2') },
      { note: randomUUID() },
      { document: storyId('document', 'elias/custody') },
      { thread: randomUUID() },
    ])
      expect((await keep(fields)).status()).toBe(404)
    for (const [note, status] of [
      [storyId('note', 'B2'), 404],
      [randomUUID(), 404],
      ['x', 200],
    ] as const)
      expect((await request.get(`${questions}/ny?anteckning=${note}&stycke=1`)).status()).toBe(status)
    expect((await written(town)).drafts).toHaveLength(1)
  },
)
