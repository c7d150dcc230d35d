import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const caseId = storyId('case', 'EK-2026-0412')
const wednesday = `/arenden/${caseId}/tider/${storyId('appointment', 'tindra/wednesday')}`

test(
  'Tindra sees at home when, whom and where, writes what she wants to bring up, and asks for another time; Mira moves it',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs }) => {
    const tindra = await pageAs('tindra')
    await tindra.goto('/hem')
    await expect(tindra.getByRole('main')).toContainText('onsdag 16 september kl. 15.00')
    await expect(tindra.getByRole('main')).toContainText('Mira · Kommunhuset, rum 2')
    await tindra.getByRole('link', { name: 'Säg vad du vill ta upp' }).click()
    await expect(tindra.getByRole('main')).toContainText('Säg ditt förnamn i receptionen')

    await tindra.getByRole('button', { name: 'Spara' }).click()
    await expect(tindra.locator('.errors')).toContainText('Skriv vad du vill ta upp.')
    await tindra.getByLabel('Skriv en sak till').fill('Jag vill prata om pappa.')
    await tindra.getByRole('button', { name: 'Spara' }).click()
    await expect(tindra.locator('.errors')).toContainText('Välj vem som får höra det.')
    await expect(tindra.getByLabel('Skriv en sak till')).toHaveValue('Jag vill prata om pappa.')
    await tindra.getByLabel(/^Bara Mira/).check()
    await tindra.getByRole('button', { name: 'Spara' }).click()
    await expect(tindra.locator('.notice-done')).toContainText('Det är sparat')
    await expect(tindra.locator('.points')).toContainText('Jag vill prata om pappa.')

    await tindra.goto('/hem')
    await tindra.getByRole('link', { name: 'Be om en annan tid' }).click()
    await tindra.getByLabel(/^När passar det bättre/).fill('Efter fyra, jag har prov.')
    await tindra.getByRole('button', { name: 'Skicka' }).click()
    await expect(tindra.locator('.notice-done')).toContainText('Du har bett om en annan tid')
    await expect(tindra).toHaveTitle(/^Sparat/)
    // The meeting is tomorrow, and so is the day of an answer.
    await expect(tindra.getByRole('main')).not.toContainText('Du får svar senast')
    await expect(tindra.getByRole('main')).toContainText('Vi hinner kanske inte svara före mötet.')
    await expect(tindra.getByRole('link', { name: 'Ring 08-465 004 11' })).toBeVisible()
    await expect(tindra.getByRole('link', { name: 'Be om en annan tid' })).toHaveCount(0)
    await tindra.goto(`${wednesday}/annan-tid`)
    await expect(tindra.getByRole('main')).toContainText('Efter fyra, jag har prov.')
    await expect(tindra.getByRole('main').getByRole('textbox')).toHaveCount(0)

    const mira = await pageAs('mira')
    await mira.goto('/handlaggare')
    await mira.getByRole('link', { name: /Tindra Ek · Ber om en annan tid/ }).click()
    await expect(mira.getByRole('main')).toContainText('Efter fyra, jag har prov.')
    await expect(mira.getByRole('main')).toContainText('Bara för den som har ärendet')
    await mira.getByRole('link', { name: 'Ändra eller flytta' }).first().click()
    await mira.getByLabel('Från', { exact: true }).fill('16:30')
    await mira.getByRole('button', { name: 'Spara ändringen' }).click()
    await expect(mira.locator('.errors')).toContainText('Sluttiden ska vara efter starttiden samma dag.')
    await mira.getByLabel('Till', { exact: true }).fill('17:00')
    await mira.getByLabel(/^Varför flyttas tiden/).fill('Då hinner du efter provet.')
    await mira.getByRole('button', { name: 'Spara ändringen' }).click()
    await expect(mira.getByRole('status')).toContainText('Ändringen är sparad')

    await tindra.goto(wednesday)
    await expect(tindra.getByRole('heading', { level: 1 })).toHaveText('onsdag 16 september kl. 16.30')
    await expect(tindra.getByRole('main')).toContainText('Förut var den onsdag 16 september kl. 15.00.')
    await expect(tindra.getByRole('main')).toContainText('Då hinner du efter provet.')
    await expect(tindra.getByRole('main')).toContainText('Tiden flyttades.')
  },
)

test('“only” names who has the case, whoever comes to the meeting, and another time can be asked for by telephone', async ({
  pageAs,
}) => {
  const sara = await pageAs('sara')
  await sara.goto(`/arenden/${storyId('case', 'EK-2026-1187')}/tider/${storyId('appointment', 'elias/sara')}`)
  const main = sara.getByRole('main')
  await expect(main).toContainText('Olle, Samira · du')
  await expect(main).toContainText('Samira kan läsa det före mötet.')
  await expect(main.getByRole('radio', { name: /^Bara Samira/ })).toBeVisible()
  await main.getByRole('link', { name: 'Be om en annan tid' }).click()
  await expect(main).toContainText('Svaret från Samira ser du här')
  await expect(main.getByRole('link', { name: 'Ring Samira' })).toHaveAttribute('href', /^tel:/)
})

test('Mira books a time, Tindra sees it, and it is called off with a reason', async ({ pageAs }) => {
  const mira = await pageAs('mira')
  await mira.goto(`/handlaggare/arenden/${caseId}/tider`)
  await mira.getByRole('link', { name: 'Boka en tid' }).click()
  await mira.getByRole('button', { name: 'Boka' }).click()
  await expect(mira.locator('.errors')).toContainText('Skriv dagen.')
  await mira.getByLabel('Dag', { exact: true }).fill('2026-09-14')
  await mira.getByLabel('Från', { exact: true }).fill('09:00')
  await mira.getByLabel('Till', { exact: true }).fill('10:00')
  await mira.getByLabel(/^Plats /).fill('Biblioteket')
  await mira.getByRole('button', { name: 'Boka' }).click()
  await expect(mira.locator('.errors')).toContainText('Välj en tid som kommer.')
  await mira.getByLabel('Dag', { exact: true }).fill('2026-09-15')
  await mira.getByLabel('Från', { exact: true }).fill('18:00')
  await mira.getByLabel('Till', { exact: true }).fill('19:00')
  await mira.getByRole('button', { name: 'Boka' }).click()
  await expect(mira.locator('.errors')).toContainText('Välj minst en i familjen som är med.')
  await expect(mira.getByLabel(/^Plats /)).toHaveValue('Biblioteket')
  await mira.getByRole('group', { name: 'Vilka är med?' }).getByLabel('Tindra Ek').check()
  await mira.getByRole('button', { name: 'Boka' }).click()
  await expect(mira.getByRole('status')).toContainText('Tiden är bokad')

  const tindra = await pageAs('tindra')
  await tindra.goto('/hem')
  await expect(tindra.getByRole('main')).toContainText('tisdag 15 september kl. 18.00')
  await expect(tindra.getByRole('main')).toContainText('Biblioteket')
  const marie = await pageAs('marie')
  await marie.goto('/hem')
  await expect(marie.getByRole('main')).not.toContainText('18.00')

  await mira.getByText('Ställ in tiden').click()
  await mira.getByRole('button', { name: 'Ställ in' }).click()
  await expect(mira.getByRole('main')).toContainText('Skriv något först.')
  await mira.getByLabel(/^Varför ställs den in/).fill('Jag är sjuk i dag.')
  await mira.getByRole('button', { name: 'Ställ in' }).click()
  await expect(mira.getByRole('status')).toContainText('Tiden är inställd')
  await tindra.goto(`/arenden/${caseId}/tider`)
  await expect(tindra.getByRole('main')).toContainText('tisdag 15 september kl. 18.00')
  await tindra.getByRole('link', { name: 'Läs mer' }).click()
  await expect(tindra.getByRole('main')).toContainText('Jag är sjuk i dag.')
})

test(
  'Tindra is taken out of a time: at home, in the list and on its page it is hers no more, without place or reason',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs, requestAs }) => {
    const [mira, tindra] = [await pageAs('mira'), await pageAs('tindra')]
    const change = async () => {
      await mira.goto(`/handlaggare/tider/${storyId('appointment', 'tindra/wednesday')}?andra=1`)
      const persons = mira.getByRole('group', { name: 'Vilka är med?' })
      await expect(persons).toContainText('Den du tar bort ser på Mina sidor att tiden inte gäller längre.')
      await persons.getByLabel('Tindra Ek').uncheck()
      await persons.getByLabel('Marie Ek').check()
      await mira.getByRole('button', { name: 'Spara ändringen' }).click()
      await expect(mira.getByRole('status')).toContainText('Ändringen är sparad')
    }
    await change()
    await tindra.goto('/hem')
    const main = tindra.getByRole('main')
    await expect(main).toContainText('Tiden onsdag 16 september kl. 15.00 gäller inte dig längre')
    await expect(main).not.toContainText('Kommunhuset')
    await tindra.goto(`/arenden/${caseId}/tider`)
    await tindra.getByRole('link', { name: 'Läs mer' }).click()
    await expect(tindra.getByRole('heading', { level: 1 })).toHaveText('onsdag 16 september kl. 15.00')
    await expect(main).toContainText('Du behöver inte komma då.')
    await expect(main).not.toContainText('Marie')
    await expect(main).not.toContainText('Kommunhuset')
    await expect(main.getByRole('link', { name: 'Ställ en fråga' })).toBeVisible()
    for (const room of ['annan-tid', 'kalender']) {
      expect((await tindra.request.get(`${wednesday}/${room}`)).status(), room).toBe(404)
    }
    // Whoever never took part is told as of a time that does not exist.
    const lina = await requestAs('lina')
    expect((await lina.get(wednesday)).status()).toBe(404)
  },
)

test('where somebody is guarded the one who is taken out finds nothing, and the caseworker is told so', async ({
  pageAs,
  requestAs,
}) => {
  const elias = storyId('case', 'EK-2026-1187')
  const id = storyId('appointment', 'elias/peter')
  const samira = await pageAs('samira')
  await samira.goto(`/handlaggare/tider/${id}?andra=1`)
  await expect(samira.getByRole('main')).toContainText(
    'Den du tar bort ser inte att tiden inte gäller längre.',
  )
  const persons = samira.getByRole('group', { name: 'Vilka är med?' })
  await persons.getByLabel('Peter Brandt').uncheck()
  await persons.getByLabel('Sara Holm').check()
  await samira.getByRole('button', { name: 'Spara ändringen' }).click()
  await expect(samira.getByRole('status')).toContainText('Ändringen är sparad')
  const peter = await requestAs('peter')
  expect((await peter.get(`/arenden/${elias}/tider/${id}`)).status()).toBe(404)
  for (const page of ['/hem', `/arenden/${elias}`, `/arenden/${elias}/tider`]) {
    expect(await (await peter.get(page)).text(), page).not.toContain('gäller inte dig längre')
  }
})

test('of two caseworkers who change one time the second is told, and loses nothing', async ({ pageAs }) => {
  const [mira, samira] = [await pageAs('mira'), await pageAs('samira')]
  const page = `/handlaggare/tider/${storyId('appointment', 'tindra/wednesday')}?andra=1`
  await mira.goto(page)
  await samira.goto(page)
  await mira.getByLabel(/^Plats /).fill('Biblioteket')
  await mira.getByRole('button', { name: 'Spara ändringen' }).click()
  await expect(mira.getByRole('status')).toContainText('Ändringen är sparad')
  await samira.getByLabel(/^Plats /).fill('Ungdomens hus')
  await samira.getByRole('button', { name: 'Spara ändringen' }).click()
  await expect(samira.locator('.errors')).toContainText('En kollega har ändrat tiden')
  await expect(samira.getByLabel(/^Plats /)).toHaveValue('Ungdomens hus')
  await expect(samira.getByRole('main')).toContainText('Biblioteket')
  await samira.getByRole('button', { name: 'Spara ändringen' }).click()
  await expect(samira.getByRole('status')).toContainText('Ändringen är sparad')
  await expect(samira.getByRole('main')).toContainText('Ungdomens hus')
})

test('10,001 characters are refused with their number, and none is lost', async ({ requestAs, origin }) => {
  const tindra = await requestAs('tindra')
  const long = 'å'.repeat(10_001)
  for (const [address, fields] of [
    [wednesday, { point: randomUUID(), text: long, hearers: 'everyone' }],
    [`${wednesday}/annan-tid`, { request: randomUUID(), text: long }],
  ] as const) {
    const answer = await tindra.post(address, { form: fields, headers: { Origin: origin } })
    expect(answer.status()).toBe(400)
    const page = await answer.text()
    expect(page).toContain('Du har skrivit 10001 tecken.')
    expect(page).toContain(long)
  }
})
