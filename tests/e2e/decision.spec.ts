import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import { signWithBankId } from '../support/sign'
import type { Town } from '../support/town'

const requestId = storyId('signature_request', 'nova/custody')
const documentId = storyId('document', 'nova/custody')
const novasCase = storyId('case', 'EK-2026-1203')
const decision = `/handlaggare/beslut/${requestId}`
const meeting = `/handlaggare/sammantraden/${storyId('committee_meeting', '2026-09-23')}`

const logged = async (town: Town, action: string) =>
  (
    await town.owner.query<{ actor_id: string }>(
      'select distinct actor_id from audit_event where municipality_id = $1 and action = $2',
      [town.id, action],
    )
  ).rows.map(({ actor_id }) => actor_id)

const stateOf = async (town: Town) =>
  (
    await town.owner.query<{ state: string }>(
      'select state from signature_request where municipality_id = $1 and id = $2',
      [town.id, requestId],
    )
  ).rows[0]!.state

test(
  'the chair signs a custody on the phone, and then it stands: in the meeting’s papers, for the caseworker, for the guardian',
  { tag: '@without-script' },
  async ({ pageAs, requestAs, town, javaScriptEnabled }) => {
    const eva = await pageAs('eva')
    await eva.goto('/handlaggare')
    await eva.getByRole('link', { name: /Beslut om omedelbart omhändertagande/ }).click()
    const main = eva.getByRole('main')
    await expect(main).toContainText('Nämnden möts först den 23 september.')
    await expect(main).toContainText('LVU 6 §, LVU 2 §')
    await expect(main).toContainText('22 september')
    await expect(main).toContainText('Att nämnden eller domstolen har prövat saken.')
    const file = await requestAs('eva')
    expect((await file.get(`${decision}/fil`)).headers()['content-type']).toBe('application/pdf')

    const johan = await requestAs('johan')
    const document = `/arenden/${novasCase}/dokument/${documentId}`
    expect((await johan.get(document)).status()).toBe(404)
    await signWithBankId(eva, { name: 'Eva Lindgren', hasScript: javaScriptEnabled })
    await expect(eva.getByRole('heading', { name: 'Beslutet är fattat' })).toBeVisible()
    expect(await stateOf(town)).toBe('signed')
    expect((await johan.get(document)).status()).toBe(200)

    await eva.goto('/handlaggare/sammantraden')
    await eva.getByRole('link', { name: /23 september/ }).click()
    await expect(main.getByRole('listitem')).toHaveText([
      /^Anmälan av beslut: .+ \(EK-2026-1203\)$/,
      /^Ärende: .+ \(EK-2026-1187\)$/,
    ])
    expect(await logged(town, 'openedMeeting')).toEqual([idOf('eva')])
    const papers = await file.get(`${meeting}/pdf`)
    expect((await papers.body()).subarray(0, 5).toString()).toBe('%PDF-')

    const hanna = await pageAs('hanna')
    await hanna.goto(`/handlaggare/arenden/${novasCase}`)
    await expect(hanna.getByRole('main')).toContainText('Underställning till rätten')
  },
)

test('a caseworker finds nothing at the address of a decision, nor of a meeting', async ({ requestAs }) => {
  for (const who of ['hanna', 'mira', 'jonas', 'birgit'] as const) {
    const request = await requestAs(who)
    expect((await request.get(decision)).status(), who).toBe(404)
    expect((await request.get(meeting)).status(), who).toBe(who === 'birgit' ? 200 : 404)
    const own = await (await request.get('/handlaggare/beslut')).text()
    expect(own).not.toContain('omhändertagande')
  }
})

test('that nothing is decided is said first, to the chair and to the caseworker: asked, declined, taken back', async ({
  pageAs,
}) => {
  const [eva, hanna] = [await pageAs('eva'), await pageAs('hanna')]
  const page = `/handlaggare/arenden/${novasCase}/dokument/${documentId}`
  const says = async (on: typeof eva, address: string, ...words: string[]) => {
    await on.goto(address)
    const notice = on.getByRole('main').locator('.notice').filter({ hasText: 'Inget är beslutat än' })
    for (const word of words) await expect(notice).toContainText(word)
  }
  await says(hanna, page, 'Eva Lindgren fick frågan', 'Ingen i ärendet ser den här versionen.')
  await says(eva, decision, 'Hanna Lund frågade dig')

  await eva.getByText('Jag vill inte skriva under').click()
  await eva.getByRole('button', { name: 'Spara att jag inte skriver under' }).click()
  await says(eva, decision, 'Då är inget beslutat.')
  await says(hanna, page, 'Eva Lindgren vill inte skriva under.')

  await hanna.getByRole('link', { name: 'Öppna frågan' }).click()
  await expect(hanna.getByRole('main')).toContainText('Den du frågade kan inte besluta längre.')
  await hanna.getByRole('button', { name: 'Ta tillbaka frågan' }).click()
  await says(hanna, page, 'Frågan till Eva Lindgren togs tillbaka')
  await says(eva, decision, 'Du behöver inte göra något.')
  await expect(eva.getByRole('button', { name: 'Skriv under med BankID' })).toHaveCount(0)
  await eva.goto('/handlaggare/beslut')
  await expect(eva.getByRole('heading', { name: 'Frågor som inte gäller längre' })).toBeVisible()
})

test('another’s BankID decides nothing, a return counts once, and she may say no with words', async ({
  pageAs,
  town,
}) => {
  const eva = await pageAs('eva')
  await eva.goto(decision)
  await eva.getByRole('button', { name: 'Skriv under med BankID' }).click()
  await eva.getByRole('radio', { name: 'Birgit Ask' }).check()
  await eva.getByRole('button', { name: 'Visa texten' }).click()
  await expect(eva.getByRole('main')).toContainText('Inget är underskrivet.')
  expect(await stateOf(town)).toBe('asked')

  await eva.getByText('Jag vill inte skriva under').click()
  await eva.getByLabel('Vill du säga varför?').fill('Jag vill veta mer om i natt.')
  await eva.getByRole('button', { name: 'Spara att jag inte skriver under' }).click()
  await expect(eva.getByText('Då är inget beslutat. Ring Hanna Lund').first()).toBeVisible()
  const hanna = await pageAs('hanna')
  await hanna.goto(`/handlaggare/arenden/${novasCase}/dokument/${documentId}`)
  await expect(hanna.getByRole('main')).toContainText('Jag vill veta mer om i natt.')

  const returned = eva.waitForRequest((request) => request.url().includes('/auth/callback'))
  await signWithBankId(eva, { name: 'Eva Lindgren' })
  await expect(eva.getByRole('heading', { name: 'Beslutet är fattat' })).toBeVisible()
  expect((await eva.goto((await returned).url()))?.status()).toBeGreaterThanOrEqual(400)
  const { rowCount } = await town.owner.query('select from signature_evidence where municipality_id = $1', [
    town.id,
  ])
  expect(rowCount).toBe(1)
})

test('signed on paper: the caseworker attests what she has seen, and it stands', async ({ pageAs, town }) => {
  const hanna = await pageAs('hanna')
  await hanna.goto(`/handlaggare/arenden/${novasCase}/dokument/${documentId}`)
  await hanna.getByRole('link', { name: 'Underskrivet på papper' }).click()
  await hanna.getByLabel('Klockslag').fill('03:00')
  await hanna.getByRole('button', { name: 'Intyga underskriften' }).click()
  await expect(hanna.getByText('Skriv när det skrevs under').first()).toBeVisible()
  expect(await stateOf(town)).toBe('asked')
  await hanna.getByLabel('Klockslag').fill('08:55')
  await hanna.getByRole('button', { name: 'Intyga underskriften' }).click()
  await expect(hanna.getByText('På papper. Intygat av Hanna Lund.')).toBeVisible()
  expect(await stateOf(town)).toBe('signed')
  expect(await logged(town, 'attestedPaper')).toEqual([idOf('hanna')])
})
