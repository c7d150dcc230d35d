import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const tindras = `/arenden/${storyId('case', 'EK-2026-0412')}`
const questions = `${tindras}/fragor`

const keptAsWritten: [what: string, typed: string, kept: string][] = [
  ['emoji', 'Jag 🌧️ är 👩‍👧‍👦 trött 😴', 'Jag 🌧️ är 👩‍👧‍👦 trött 😴'],
  ['Arabic with a time', 'متى أقابل أخي؟ klockan 16.00', 'متى أقابل أخي؟ klockan 16.00'],
  [
    'what looks like a page',
    '<script>alert(1)</script> &amp; "citat"',
    '<script>alert(1)</script> &amp; "citat"',
  ],
  ['what turns the writing round', 'Hej \u202etxet\u202c!', 'Hej \u202etxet\u202c!'],
  ['what no text holds', 'Ett\u0000 två\u0007 tre', 'Ett två\u0007 tre'],
  ['2,000 characters', '🌧'.repeat(2000), '🌧'.repeat(2000)],
]

test(
  'a question is kept and shown as it was written, whatever it is made of',
  { tag: '@phone' },
  async ({ pageAs, requestAs, origin, town }) => {
    const request = await requestAs('tindra')
    const threads: string[] = []
    for (const [what, text] of keptAsWritten) {
      const form = { message: randomUUID(), kind: 'question', subject: what, text }
      const answer = await request.post(`${questions}/ny`, { form, headers: { Origin: origin } })
      expect(answer.status(), what).toBe(303)
      threads.push(answer.headers()['location']!)
    }
    await town.owner.query(`update message set readable_from = sent_at where municipality_id = $1`, [town.id])
    const [tindra, mira] = [await pageAs('tindra'), await pageAs('mira')]
    for (const [index, [what, , kept]] of keptAsWritten.entries()) {
      const id = threads[index]!.split('/').at(-1)!
      for (const [page, address] of [
        [tindra, `${questions}/${id}`],
        [mira, `/handlaggare/fragor/${id}`],
      ] as const) {
        await page.goto(address)
        const shown = page.getByRole('main').locator('p[dir=auto]').first()
        expect(await shown.evaluate((element) => element.textContent), what).toBe(kept)
      }
    }
  },
)

test(
  'what a question is called turns nothing round but itself, on anybody’s list',
  { tag: '@phone' },
  async ({ pageAs, requestAs, origin, town }) => {
    const subject = '\u202egniht emos'
    const form = { message: randomUUID(), kind: 'question', subject, text: 'Hej' }
    await (await requestAs('tindra')).post(`${questions}/ny`, { form, headers: { Origin: origin } })
    await town.owner.query(`update message set readable_from = sent_at where municipality_id = $1`, [town.id])
    for (const [who, address] of [
      ['tindra', questions],
      ['tindra', '/hem'],
      ['mira', '/handlaggare'],
      ['mira', `/handlaggare${tindras}`],
    ] as const) {
      const page = await pageAs(who)
      await page.goto(address)
      await expect(page.getByRole('main').locator('bdi').filter({ hasText: subject }), address).toBeVisible()
    }
  },
)

test(
  'an answered question promises no answer but to what is written next',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs }) => {
    const page = await pageAs('tindra')
    await page.goto(`${questions}/${storyId('question_thread', 'tindra/thursday')}`)
    const main = page.getByRole('main')
    await expect(main).toContainText(/Skriver du mer i dag får du svar senast \S+dag \d+ september/)
    await expect(main).not.toContainText('Du får svar senast')
    await main.getByLabel('Skriv mer').fill('Fredag går bra!')
    await main.getByRole('button', { name: 'Skicka', exact: true }).click()
    await expect(main).toContainText(/Du får svar senast \S+dag \d+ september/)
    await expect(main).not.toContainText('Skriver du mer i dag')
  },
)
