import { holderField } from '../../app/ui/form/holder'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import { patterns, isOfSurvey, isOfTogether, addressesOf } from '../support/portal-addresses'
import { alva, c2, letter, open, preparation, prepare } from '../support/reading-on-device'
import type { Town } from '../support/town'

test(
  'Olle chooses two things, Alva reads them on the tablet, says how it feels, and all is closed',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const olle = await pageAs('olle')
    const tablet = await pageAs(null)
    await tablet.setViewportSize({ width: 820, height: 1180 })
    await open(tablet, await prepare(olle))
    await expect(tablet).toHaveTitle('Läsa – Mina sidor')
    await tablet.getByRole('link', { name: 'Börja läsa' }).click()
    await expect(tablet).toHaveURL('/las-tillsammans/1')
    await expect(tablet.getByText('1 av 2')).toBeVisible()
    for (const more = tablet.getByRole('link', { name: 'Läs vidare' }); await more.isVisible();) {
      await more.click()
    }
    await tablet.getByRole('button', { name: 'Det här har vi pratat om' }).click()
    await expect(tablet.getByText('Det här har ni pratat om.')).toBeVisible()
    await tablet.getByRole('button', { name: 'Jag undrar något' }).click()
    await expect(tablet.getByText('Det står på listan hos Olle tills ni har pratat om det.')).toBeVisible()
    await tablet.getByRole('link', { name: 'Paus' }).click()
    await expect(tablet.getByRole('heading', { level: 1 })).toHaveText('Paus')
    await tablet.getByRole('link', { name: 'Fortsätt läsa' }).click()
    await tablet.getByRole('link', { name: 'Fortsätt läsa' }).click()
    await expect(tablet.getByText('2 av 2')).toBeVisible()
    for (const more = tablet.getByRole('link', { name: 'Läs vidare' }); await more.isVisible();) {
      await more.click()
    }
    await tablet.getByRole('button', { name: 'Jag förstår' }).click()
    await tablet.getByRole('link', { name: 'Klart' }).click()
    await expect(tablet.getByRole('heading', { level: 1 })).toHaveText('Tack, Alva!')
    await expect(tablet.getByText('Olle ser vad du har tryckt på.')).toBeVisible()
    await tablet.getByRole('button', { name: 'Stäng allt' }).click()
    await expect(tablet.getByRole('status')).toContainText('Nu är allt stängt')
    expect(await tablet.context().cookies()).toEqual([])
    for (let back = 0; back < 6; back++) {
      await tablet.goBack()
      await expect(tablet).toHaveURL(/^[^?]*\/las-tillsammans(\?klart=1)?$|about:blank/)
      await expect(tablet.locator('body')).not.toContainText('Alva')
      if (tablet.url() === 'about:blank') break
    }

    await olle.goto('/handlaggare')
    await olle.getByRole('link', { name: /Alva Ström · undrar över något ni läste/ }).click()
    await expect(olle.getByText('En vårdnadshavare: Lina Ström Berg')).toBeVisible()
    await expect(olle.getByText('Alva: Jag undrar något')).toBeVisible()
    await olle.getByRole('button', { name: 'Vi har pratat om det nu' }).click()
    await expect(olle.getByText('Ni pratade om det 15 september.')).toBeVisible()
    await olle.goto('/handlaggare')
    await expect(olle.getByText('undrar över något ni läste')).toHaveCount(0)
    await olle.goto(`/handlaggare/arenden/${alva}`)
    await expect(olle.getByRole('heading', { name: 'Läst tillsammans' })).toBeVisible()
    await olle.getByRole('link', { name: 'Läs tillsammans med Alva' }).click()
    await expect(olle.getByText('Läst: 2 · Förklarat: 1 · Förstår: 1 · Undrar: 1')).toBeVisible()
    await olle.getByRole('link', { name: /Olle · En vårdnadshavare: Lina Ström Berg/ }).click()
    await olle.getByRole('button', { name: 'Börja en anteckning' }).click()
    await expect(olle.getByRole('main')).toContainText('Alva tryckte: ”Jag undrar något”.')
    expect(await readWith(town)).toEqual([
      { note_id: c2, document_id: null },
      { note_id: null, document_id: letter },
    ])
  },
)

test('wrong, used and odd codes get one answer, and too many are refused', async ({
  pageAs,
  requestAs,
  origin,
}) => {
  const code = await prepare(await pageAs('olle'))
  const headers = { Origin: origin }
  const send = async (text: string) =>
    (await requestAs(null)).post('/las-tillsammans', { form: { code: text }, headers })
  expect((await send(code)).status()).toBe(303)
  const answers = await Promise.all(
    [code, '00000000', '', 'abc', '1'.repeat(9), '%00'].map(async (text) => {
      const answer = await send(text)
      return `${answer.status()} ${(await answer.text()).replaceAll(/[0-9a-f-]{36}/g, '')}`
    }),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^422 [^]*Be om en ny/)
})

test('with a device’s session every other address answers as when nobody is signed in', async ({
  pageAs,
  requestAs,
  origin,
}) => {
  const tablet = await pageAs(null)
  await open(tablet, await prepare(await pageAs('olle')))
  const cookie = (await tablet.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(cookie).toContain('together-sid=')
  const nobody = await requestAs(null)
  const ids = {
    caseId: alva,
    noteId: c2,
    documentId: letter,
    threadId: c2,
    token: c2,
    attachmentId: c2,
    pictureId: c2,
    appointmentId: c2,
    personId: idOf('alva'),
    remarkId: c2,
    recordingId: c2,
    requestId: c2,
    meetingId: c2,
    instrumentId: 'child',
    invitationId: c2,
    followUpId: c2,
    readingId: c2,
    number: '0',
  }
  const others = patterns.filter((pattern) => !isOfTogether(pattern) && !isOfSurvey(pattern))
  expect(others.length).toBeGreaterThan(60)
  for (const pattern of others) {
    for (const address of addressesOf(pattern, ids)) {
      const [bare, held] = await Promise.all([
        nobody.get(address, { headers: { Cookie: 'language=sv; text-size=normal' } }),
        nobody.get(address, { headers: { Cookie: cookie } }),
      ])
      expect([held.status(), held.headers()['location']], address).toEqual([
        bare.status(),
        bare.headers()['location'],
      ])
      expect(await held.text(), address).not.toContain('Uppföljning i halvtid')
    }
  }
  // And what a person or staff hold opens no reading.
  for (const who of ['alva', 'olle'] as const) {
    const answer = await (await requestAs(who)).get('/las-tillsammans/1')
    expect([answer.status(), answer.headers()['location']]).toEqual([303, '/las-tillsammans'])
  }
  const forged = await nobody.post('/las-tillsammans/1', {
    form: { do: 'wondering', [holderField]: 'x'.repeat(43) },
    headers: { Cookie: cookie, Origin: origin },
  })
  expect(forged.status()).toBe(403)
})

test('what is typed wrong is said, and nothing of it is lost', async ({ pageAs }) => {
  const page = await pageAs('olle')
  await page.goto(preparation)
  await page.locator(`[name="note-${c2}"]`).fill('första')
  await page.getByRole('radio', { name: 'En tolk' }).check()
  await page.getByRole('button', { name: 'Börja läsa tillsammans' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Skriv numren med siffror')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Skriv namnet på den som är med.')
  await expect(page.locator(`[name="note-${c2}"]`)).toHaveValue('första')
  await expect(page.getByRole('radio', { name: 'En tolk' })).toBeChecked()
})

test('Alva wants to stop: she is thanked at once', async ({ pageAs }) => {
  const tablet = await pageAs(null)
  await open(tablet, await prepare(await pageAs('olle')))
  await tablet.goto('/las-tillsammans/2?del=99')
  for (const more = tablet.getByRole('link', { name: 'Läs vidare' }); await more.isVisible();) {
    await more.click()
  }
  await tablet.getByRole('button', { name: 'Jag vill inte läsa mer nu' }).click()
  await expect(tablet.getByRole('heading', { level: 1 })).toHaveText('Tack, Alva!')
})

async function readWith({ owner, id }: Town) {
  const { rows } = await owner.query(
    `select note_id, document_id from audit_event
      where municipality_id = $1 and action = 'readTogether' and actor_id = $2 order by at, note_id nulls last`,
    [id, idOf('olle')],
  )
  return rows as unknown[]
}
