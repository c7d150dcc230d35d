import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const caseId = storyId('case', 'EK-2026-0412')

test(
  'Tindra asks to be contacted, is told what happens next, and Mira answers her',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const tindra = await pageAs('tindra')
    await tindra.goto('/hem')
    await tindra.getByRole('link', { name: 'Be oss kontakta dig' }).click()
    await expect(tindra.getByRole('main')).toContainText('Då syns det att det är du.')
    await tindra.getByLabel(/^Vill du skriva något/).fill('Ring efter tre.')
    await tindra.getByRole('button', { name: 'Kontakta mig' }).click()
    await expect(tindra.getByRole('status')).toContainText('Nu har du bett om det')
    await expect(tindra.getByRole('status')).toContainText(/Du får svar senast \S+dag \d+ september/)

    const mira = await pageAs('mira')
    await mira.goto('/handlaggare')
    await mira.getByRole('link', { name: /Tindra Ek · Vill bli kontaktad/ }).click()
    await expect(mira.getByRole('heading', { level: 1 })).toHaveText('Tindra Ek vill att du hör av dig')
    await expect(mira.getByRole('main')).toContainText('Ring efter tre.')
    await mira.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(mira.locator('.errors')).toContainText('Skriv ett svar innan du skickar.')
    await mira.getByLabel(/^Svar till Tindra/).fill('Jag ringer dig klockan fyra.')
    await mira.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(mira.getByRole('main')).toContainText('Jag ringer dig klockan fyra.')
    await mira.goto('/handlaggare')
    await expect(mira.getByRole('main')).not.toContainText('Vill bli kontaktad')

    // The minute in which it can be taken back has gone.
    await town.owner.query('update message set readable_from = sent_at where municipality_id = $1', [town.id])
    await tindra.goto(`/arenden/${caseId}/fragor`)
    await tindra.getByRole('main').getByRole('link', { name: 'Kontakta mig' }).first().click()
    await expect(tindra.getByRole('main')).toContainText('Jag ringer dig klockan fyra.')
  },
)

test(
  'a double click asks once, and words are a choice',
  { tag: '@phone' },
  async ({ requestAs, origin, town }) => {
    const request = await requestAs('tindra')
    const form = { case: caseId, form_key: randomUUID(), text: '' }
    const send = (fields: Record<string, string> = {}) =>
      request.post('/kontakta-mig', { form: { ...form, ...fields }, headers: { Origin: origin } })
    const answers = await Promise.all([send(), send()])
    expect(answers.map((answer) => [answer.status(), answer.headers()['location']])).toEqual([
      [303, `/kontakta-mig?skickat=${caseId}`],
      [303, `/kontakta-mig?skickat=${caseId}`],
    ])
    const { rows } = await town.owner.query(
      `select kind from question_thread where municipality_id = $1 and kind = 'contactRequest'`,
      [town.id],
    )
    expect(rows).toHaveLength(1)
    expect((await send({ form_key: randomUUID(), text: 'x'.repeat(2001) })).status()).toBe(400)
    expect((await send({ form_key: randomUUID(), case: 'x' })).status()).toBe(400)
  },
)

test(
  'who goes back, or comes again, is told that one waits; the same form once more is not another request',
  { tag: '@without-script' },
  async ({ pageAs, requestAs, origin, town }) => {
    const tindra = await pageAs('tindra')
    await tindra.goto('/kontakta-mig')
    await tindra.getByRole('button', { name: 'Kontakta mig' }).click()
    await expect(tindra.getByRole('status')).toContainText('Nu har du bett om det')
    await tindra.goto('/kontakta-mig')
    const main = tindra.getByRole('main')
    await expect(main).toContainText('Du har redan bett om det')
    await expect(main).toContainText(/Du får svar senast \S+dag \d+ september/)
    await expect(main.getByRole('button', { name: 'Kontakta mig' })).toHaveCount(0)
    await expect(main.getByRole('link', { name: 'Ring Mira' })).toBeVisible()
    const again = await (
      await requestAs('tindra')
    ).post('/kontakta-mig', {
      form: { case: caseId, form_key: randomUUID(), text: '' },
      headers: { Origin: origin },
    })
    expect(again.status()).toBe(303)
    const { rows } = await town.owner.query(
      `select from question_thread where municipality_id = $1 and kind = 'contactRequest'`,
      [town.id],
    )
    expect(rows).toHaveLength(1)
  },
)

test('a case of others answers as one that is not there', async ({ requestAs, origin }) => {
  const request = await requestAs('tindra')
  const bodies = await Promise.all(
    [storyId('case', 'EK-2026-1187'), randomUUID()].map(async (other) => {
      const answer = await request.post('/kontakta-mig', {
        form: { case: other, form_key: randomUUID(), text: 'Hej' },
        headers: { Origin: origin },
      })
      expect(answer.status()).toBe(404)
      const page = await request.get(`/kontakta-mig?skickat=${other}`)
      expect(await page.text()).not.toContain('Nu har du bett om det')
      return (await answer.text()).length
    }),
  )
  expect(bodies[0]).toBe(bodies[1])
})
